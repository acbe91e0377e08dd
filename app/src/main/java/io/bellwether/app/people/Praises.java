package io.bellwether.app.people;

import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.time.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Thanks for what was achieved. */
public final class Praises {
    private final Supplier<Store> store;
    private final Numbers numbers;

    public Praises(Supplier<Store> store, Numbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** @param timeframe the label of the one that was achieved */
    public record Praise(long id, Instant at, String person, String kpi, String timeframe, String words) {}

    /** Says well done for a KPI that has reached its target. */
    public Praise add(Author author, String name, String words) {
        Kpi kpi = author.catalog().kpi(author.kpi(name)).orElseThrow();
        String text = Texts.text("the thanks", words);
        if (!numbers.standing(author.catalog(), name, author.asOf()).reached()) {
            throw Refusal.review("\"" + name + "\" has not reached its target", "say it in a check-in or a note");
        }
        String timeframe = timeframe(kpi, author.catalog().workspace().calendar(), author.day());
        var praise = new Praise(0, author.at(), author.by(), name, timeframe, text);
        return store.get().change(author.change("praise.add", "kpi:" + name, Map.of("words", text)), handle -> {
            Mentions.record(handle, author, "kpi:" + name, text);
            return insert(handle, praise);
        });
    }

    /** Of a KPI, the newest first. */
    public List<Praise> of(String kpi) {
        return store.get()
                .read(handle -> handle.createQuery("select * from praise where kpi = :kpi order by id desc limit 100")
                        .bind("kpi", kpi)
                        .map(ConstructorMapper.of(Praise.class))
                        .list());
    }

    /** What was praised already: a KPI's name and the label of its timeframe, with a blank between. */
    public static Set<String> said(Handle handle) {
        return new HashSet<>(handle.createQuery("select distinct kpi, timeframe from praise")
                .map((rows, context) -> rows.getString(1) + " " + rows.getString(2))
                .list());
    }

    /** The label of the timeframe that a KPI is in; empty without a target. */
    public static String timeframe(Kpi kpi, Calendar calendar, LocalDate day) {
        return kpi.target() == null
                ? ""
                : switch (kpi.target().terms().schedule()) {
                    case Schedule.By(var timeframe) -> timeframe.label();
                    case Schedule.Every(var grain) ->
                        calendar.period(day.atStartOfDay(), grain).label();
                };
    }

    private static Praise insert(Handle handle, Praise praise) {
        return handle.createQuery("""
                        insert into praise (at, person, kpi, timeframe, words)
                        values (:at, :person, :kpi, :timeframe, :words) returning *""")
                .bindMethods(praise)
                .map(ConstructorMapper.of(Praise.class))
                .one();
    }
}
