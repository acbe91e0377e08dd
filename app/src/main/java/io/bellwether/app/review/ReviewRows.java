package io.bellwether.app.review;

import io.bellwether.app.people.Author;
import io.bellwether.app.store.Covered;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The tables of reviews. */
final class ReviewRows {
    private static final String ALL = """
            select r.*, e.at as ended_at, e.person as ended_by, e.day as ended_day, e.summary
            from review r left join review_end e on e.review = r.id""";

    private ReviewRows() {}

    static Optional<Review> find(Handle handle, long id) {
        return handle.createQuery(ALL + " where r.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Review.class))
                .findOne();
    }

    /** The one that goes on over an objective. */
    static Optional<Review> open(Handle handle, String objective) {
        return handle.createQuery(
                        ALL + " where r.objective = :objective and e.review is null order by r.id desc limit 1")
                .bind("objective", objective)
                .map(ConstructorMapper.of(Review.class))
                .findOne();
    }

    static List<Review> list(Handle handle, int limit) {
        return handle.createQuery(
                        ALL + " order by case when e.review is null then 0 else 1 end, r.id desc limit :limit")
                .bind("limit", limit)
                .map(ConstructorMapper.of(Review.class))
                .list();
    }

    /** The last day on which a review of each objective ended. */
    static Map<String, LocalDate> last(Handle handle) {
        Map<String, LocalDate> days = new HashMap<>();
        handle.createQuery("""
                        select r.objective, max(e.day) from review r join review_end e on e.review = r.id
                        group by r.objective""")
                .map((rows, context) -> Map.entry(rows.getString(1), LocalDate.parse(rows.getString(2))))
                .forEach(entry -> days.put(entry.getKey(), entry.getValue()));
        return days;
    }

    static long insert(Handle handle, Author author, String objective, String statement) {
        return handle.createQuery("""
                        insert into review (at, person, objective, statement, day, revision)
                        values (:at, :person, :objective, :statement, :day, 0) returning id""")
                .bind("at", author.at())
                .bind("person", author.by())
                .bind("objective", objective)
                .bind("statement", statement)
                .bind("day", author.day())
                .mapTo(Long.class)
                .one();
    }

    static void row(Handle handle, long review, Review.Row row) {
        handle.createUpdate("""
                        insert into review_kpi (review, kpi, label, owner, status, value, value_text, window_text,
                            target_text, why)
                        values (:review, :kpi, :label, :owner, :status, :value, :valueText, :windowText, :targetText, :why)""").bind("review", review).bindMethods(row).execute();
    }

    static List<Review.Row> rows(Handle handle, long review) {
        return handle.createQuery("select * from review_kpi where review = :review order by id")
                .bind("review", review)
                .map(ConstructorMapper.of(Review.Row.class))
                .list();
    }

    /** One more thing happens: whoever else writes into the same review waits until this has happened. */
    static void touch(Handle handle, long review) {
        handle.execute("update review set revision = revision + 1 where id = ?", review);
        Covered.touch(handle, "review", review);
    }

    static void entry(Handle handle, long review, Review.Entry entry) {
        handle.createUpdate("""
                        insert into review_entry (review, at, person, kpi, comment, confidence, note, decision)
                        values (:review, :at, :person, :kpi, :comment, :confidence, :note, :decision)""").bind("review", review).bindMethods(entry).execute();
    }

    static List<Review.Entry> entries(Handle handle, long review) {
        return handle.createQuery("select * from review_entry where review = :review order by id")
                .bind("review", review)
                .map(ConstructorMapper.of(Review.Entry.class))
                .list();
    }

    static void carried(Handle handle, long review, Review.Carried carried) {
        handle.createUpdate("""
                        insert into review_decision (review, at, person, kpi, word, reason, change, decision, withdrawn)
                        values (:review, :at, :person, :kpi, :word, :reason, :change, :decision, :gone)""")
                .bind("review", review)
                .bindMethods(carried)
                .bind("gone", carried.withdrawn() ? 1 : 0)
                .execute();
    }

    static List<Review.Carried> carried(Handle handle, long review) {
        return handle.createQuery("select * from review_decision where review = :review order by id")
                .bind("review", review)
                .map(ConstructorMapper.of(Review.Carried.class))
                .list();
    }

    static void end(Handle handle, Author author, long review, @Nullable String summary) {
        handle.createUpdate(
                        "insert into review_end (review, at, person, day, summary) values (:review, :at, :by, :day, :summary)")
                .bind("review", review)
                .bind("at", author.at())
                .bind("by", author.by())
                .bind("day", author.day())
                .bind("summary", summary)
                .execute();
        Covered.touch(handle, "review_end", review);
    }
}
