package io.bellwether.app.people;

import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Events and notes: said, withdrawn by who said them, and read back. */
public final class Remarks {
    private static final int MOST = 1_000;
    private static final String COUNTS = """
            r.withdrawn = 0 and not exists (select 1 from remark newer
                where newer.replaces = coalesce(r.replaces, r.id) and newer.id > r.id)""";

    private final Supplier<Store> store;

    public Remarks(Supplier<Store> store) {
        this.store = store;
    }

    /**
     * A KPI or a metric by its name; both null for everything.
     *
     * @param kpi where both are given, the KPI counts
     */
    public record On(@Nullable String kpi, @Nullable String metric) {
        @Nullable
        String kind() {
            return kpi != null ? "kpi" : metric != null ? "metric" : null;
        }

        @Nullable
        String name() {
            return kpi != null ? kpi : metric;
        }

        On checked(Catalog catalog) {
            if (kpi != null && catalog.kpi(kpi).isEmpty()) {
                throw Refusal.unknown("KPI", kpi, catalog.kpis().keySet());
            }
            if (kpi == null && metric != null && catalog.metric(metric).isEmpty()) {
                throw Refusal.unknown("metric", metric, catalog.metrics().keySet());
            }
            return this;
        }
    }

    /** Something happened on a day. */
    public Remark event(Author author, LocalDate day, String label, @Nullable String kind, On on) {
        on.checked(author.catalog());
        String word = kind == null || kind.isBlank() ? "external" : kind.strip();
        if (word.equals(Remark.NOTE) || !word.matches("[\\p{L}\\p{N}_-]{1,40}")) {
            throw Refusal.text("the kind of an event is one word of at most 40 letters", "write external or campaign");
        }
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            throw Refusal.time("an event is on a day between 1900 and 2200, not on " + day, "write 2026-11-30");
        }
        return add(author, "event.add", row(author, word, on, day, null, Texts.line("the label", label)));
    }

    /** A note on the point of a chart. */
    public Remark note(Author author, String period, String text, On on) {
        on.checked(author.catalog());
        if (on.kind() == null) {
            throw Refusal.unknown("KPI", "", author.catalog().kpis().keySet());
        }
        Period point = author.catalog()
                .workspace()
                .calendar()
                .parse(period.strip())
                .orElseThrow(() -> Refusal.time(
                        "no period is named \"" + Texts.excerpt(period) + "\"",
                        "write 2026-11, 2026-W46 or 2026-11-14"));
        LocalDate first = point.start().toLocalDate();
        return add(
                author, "note.add", row(author, Remark.NOTE, on, first, point.label(), Texts.text("the note", text)));
    }

    private static Remark row(Author author, String kind, On on, LocalDate day, @Nullable String period, String label) {
        return new Remark(0, author.at(), author.by(), kind, on.kind(), on.name(), day, period, label, null, false);
    }

    private Remark add(Author author, String action, Remark remark) {
        return store.get().change(author.change(action, remark.subject(), detail(remark)), handle -> {
            Mentions.record(handle, author, remark.subject(), remark.label());
            return insert(handle, remark);
        });
    }

    /** Takes one back; only who said it can. It stays in the store, but is not shown. */
    public void withdraw(Author author, long id) {
        Remark remark =
                store.get().read(handle -> find(handle, id)).orElseThrow(() -> Refusal.missing("event or note", id));
        if (!remark.person().equals(author.by())) {
            throw Refusal.someoneElses(remark.isNote() ? "the note" : "the event", remark.person());
        }
        Remark gone = new Remark(
                0,
                author.at(),
                author.by(),
                remark.kind(),
                remark.onKind(),
                remark.onName(),
                remark.day(),
                remark.period(),
                remark.label(),
                remark.first(),
                true);
        String action = (remark.isNote() ? "note" : "event") + ".withdraw";
        store.get()
                .change(
                        author.change(action, remark.subject(), Map.of("id", remark.first())),
                        handle -> insert(handle, gone));
    }

    /** Events that were typed in, the newest first. */
    public List<Remark> events() {
        return list("r.kind <> 'note'", Map.of());
    }

    /** Notes on a KPI and on its metric, or all for null; the newest first. */
    public List<Remark> notes(@Nullable On on) {
        if (on == null) {
            return list("r.kind = 'note'", Map.of());
        }
        return list(
                "r.kind = 'note' and (r.on_kind = 'kpi' and r.on_name = :kpi or r.on_kind = 'metric' and r.on_name = :metric)",
                Map.of(
                        "kpi", Objects.requireNonNullElse(on.kpi(), ""),
                        "metric", Objects.requireNonNullElse(on.metric(), "")));
    }

    /** Events that belong on the chart of a KPI. */
    public List<Remark> eventsOn(String kpi, String metric) {
        return events().stream().filter(event -> event.isOn(kpi, metric)).toList();
    }

    private List<Remark> list(String which, Map<String, ?> values) {
        return store.get()
                .read(handle -> handle.createQuery("select r.* from remark r where " + COUNTS + " and (" + which
                                + ") order by r.day desc, r.id desc limit :limit")
                        .bindMap(values)
                        .bind("limit", MOST)
                        .map(ConstructorMapper.of(Remark.class))
                        .list());
    }

    private static Optional<Remark> find(Handle handle, long id) {
        return handle.createQuery("select r.* from remark r where (r.id = :id or r.replaces = :id) and " + COUNTS)
                .bind("id", id)
                .map(ConstructorMapper.of(Remark.class))
                .findOne();
    }

    private static Remark insert(Handle handle, Remark remark) {
        return handle.createQuery("""
                        insert into remark (at, person, kind, on_kind, on_name, day, period, label, replaces, withdrawn)
                        values (:at, :person, :kind, :onKind, :onName, :day, :period, :label, :replaces, :gone)
                        returning *""")
                .bindMethods(remark)
                .bind("gone", remark.withdrawn() ? 1 : 0)
                .map(ConstructorMapper.of(Remark.class))
                .one();
    }

    private static Map<String, ?> detail(Remark remark) {
        Map<String, Object> detail =
                new HashMap<>(Map.of("day", remark.day().toString(), "kind", remark.kind(), "label", remark.label()));
        if (remark.period() != null) {
            detail.put("period", remark.period());
        }
        return detail;
    }
}
