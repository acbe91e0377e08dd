package io.bellwether.app.people;

import io.bellwether.app.store.Store;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Check-ins: said, corrected by who said them, and read back. */
public final class CheckIns {
    /** Of all corrections of one the newest. */
    private static final String COUNTS = """
            not exists (select 1 from check_in newer
                where newer.corrects = coalesce(c.corrects, c.id) and newer.id > c.id)""";

    private final Supplier<Store> store;
    private final Numbers numbers;

    public CheckIns(Supplier<Store> store, Numbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** Says something about a KPI, beside what it stands at. */
    public CheckIn add(Author author, String kpi, CheckIn.Said said) {
        CheckIn.Said checked = said.checked();
        if (checked.confidence() == null) {
            throw Refusal.confidence();
        }
        Standing standing = numbers.standing(author.catalog(), author.kpi(kpi), author.asOf());
        CheckIn checkIn = CheckIn.of(author, checked, standing, null);
        return store.get().change(author.change("check_in.add", "kpi:" + kpi, detail(checkIn)), handle -> {
            Mentions.record(handle, author, "kpi:" + kpi, checked.comment(), checked.note());
            return insert(handle, checkIn);
        });
    }

    /** Says it better; only who said it can. What was said before stays in its history. */
    public CheckIn correct(Author author, long id, CheckIn.Said said) {
        CheckIn.Said checked = said.checked();
        CheckIn newest = newest(id).orElseThrow(() -> Refusal.missing("check-in", id));
        if (!newest.person().equals(author.by())) {
            throw Refusal.someoneElses("the check-in", newest.person());
        }
        if (checked.confidence() == null) {
            throw Refusal.confidence();
        }
        CheckIn corrected = newest.corrected(author.at(), checked);
        String subject = "kpi:" + newest.kpi();
        return store.get().change(author.change("check_in.correct", subject, detail(corrected)), handle -> {
            Mentions.record(handle, author, subject, checked.comment(), checked.note());
            return insert(handle, corrected);
        });
    }

    /** What was said in a review, when it ends; in the transaction of its end. */
    public static void keep(Handle handle, Author author, CheckIn.Said said, Standing standing, long review) {
        insert(handle, CheckIn.of(author, said, standing, review));
    }

    /** The newest of a KPI, the newest first. */
    public List<CheckIn> of(String kpi, int limit) {
        return store.get()
                .read(handle -> handle.createQuery("select c.* from check_in c where c.kpi = :kpi and " + COUNTS
                                + " order by c.day desc, c.id desc limit :limit")
                        .bind("kpi", kpi)
                        .bind("limit", limit)
                        .map(ConstructorMapper.of(CheckIn.class))
                        .list());
    }

    /** The newest of all KPIs. */
    public List<CheckIn> recent(int limit) {
        return store.get()
                .read(handle -> handle.createQuery("select c.* from check_in c where " + COUNTS
                                + " order by c.day desc, c.id desc limit :limit")
                        .bind("limit", limit)
                        .map(ConstructorMapper.of(CheckIn.class))
                        .list());
    }

    /** The newest of a KPI. */
    public Optional<CheckIn> latest(String kpi) {
        return of(kpi, 1).stream().findFirst();
    }

    /** All that was ever said under one number, the first first. */
    public List<CheckIn> history(long id) {
        long first = newest(id).map(CheckIn::first).orElse(id);
        return store.get()
                .read(handle -> handle.createQuery(
                                "select * from check_in where id = :first or corrects = :first order by id")
                        .bind("first", first)
                        .map(ConstructorMapper.of(CheckIn.class))
                        .list());
    }

    private Optional<CheckIn> newest(long id) {
        return store.get()
                .read(handle -> handle.createQuery("""
                        select * from check_in where id = :id or corrects = :id
                            or corrects = (select corrects from check_in where id = :id) order by id desc limit 1""")
                        .bind("id", id)
                        .map(ConstructorMapper.of(CheckIn.class))
                        .findOne());
    }

    /** The last day on which each KPI was talked about. One step along the index for each KPI, however long its history. */
    public static Map<String, LocalDate> lastDays(Handle handle) {
        Map<String, LocalDate> days = new HashMap<>();
        handle.createQuery("""
                        with recursive named(kpi) as (
                            select min(kpi) from check_in
                            union all
                            select (select min(c.kpi) from check_in c where c.kpi > named.kpi)
                                from named where named.kpi is not null)
                        select kpi, (select max(c.day) from check_in c where c.kpi = named.kpi) as day
                            from named where kpi is not null""")
                .map((rows, context) -> Map.entry(rows.getString(1), LocalDate.parse(rows.getString(2))))
                .forEach(entry -> days.put(entry.getKey(), entry.getValue()));
        return days;
    }

    private static CheckIn insert(Handle handle, CheckIn checkIn) {
        return handle.createQuery("""
                        insert into check_in (at, person, kpi, day, comment, confidence, note, status, value, value_text,
                            window_text, review, corrects)
                        values (:at, :person, :kpi, :day, :comment, :confidence, :note, :status, :value, :valueText,
                            :windowText, :review, :corrects) returning *""")
                .bindMethods(checkIn)
                .map(ConstructorMapper.of(CheckIn.class))
                .one();
    }

    private static Map<String, ?> detail(CheckIn checkIn) {
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("day", checkIn.day().toString());
        detail.put("comment", checkIn.comment());
        detail.put("confidence", checkIn.confidence());
        detail.put("note", checkIn.note());
        detail.put("status", checkIn.status());
        detail.put("value", checkIn.valueText());
        detail.put("corrects", checkIn.corrects());
        detail.values().removeIf(java.util.Objects::isNull);
        return detail;
    }
}
