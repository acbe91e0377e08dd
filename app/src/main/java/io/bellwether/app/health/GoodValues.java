package io.bellwether.app.health;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.store.Moments;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LastGood;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The newest value of each KPI that could be trusted: one row for each, written over by the next. */
public final class GoodValues {
    private static final String COLUMNS = "kpi, print, value, window_text, ends";

    private GoodValues() {}

    /**
     * One of them.
     *
     * @param print of the formula and the slice that it was measured by
     */
    public record Kept(String kpi, String print, BigDecimal value, String windowText, LocalDateTime ends) {}

    /**
     * Remembers the values of a scorecard that can be trusted, where they are others than before.
     *
     * @param prints what tells a KPI's formula and slice from any other's
     * @return how many were written
     */
    public static int note(Store store, Scorecard scorecard, Function<Kpi, String> prints, Instant at) {
        return store.keep(handle -> {
            Map<String, Kept> known = all(handle);
            int written = 0;
            for (KpiCard card : scorecard.kpis().toList()) {
                Optional<Kept> good = of(card, prints);
                if (good.isPresent() && !good.get().equals(known.get(good.get().kpi()))) {
                    write(handle, good.get(), at);
                    written++;
                }
            }
            return written;
        });
    }

    /** A value that is there, of data that is fresh and passes its tests. */
    private static Optional<Kept> of(KpiCard card, Function<Kpi, String> prints) {
        LastGood good = card.measured().lastGood();
        BigDecimal value = card.value();
        boolean fresh = !card.completeness().stale() && card.doubt() == null;
        return value == null || good == null || !fresh || value.compareTo(good.value()) != 0
                ? Optional.empty()
                : Optional.of(new Kept(
                        card.kpi().name(),
                        prints.apply(card.kpi()),
                        good.value().stripTrailingZeros(),
                        good.windowText(),
                        good.end()));
    }

    /** What is remembered of a KPI, measured as it is today, from before a moment. */
    public static Optional<LastGood> of(Store store, Kpi kpi, String print, LocalDateTime seenBefore) {
        return store.read(handle -> handle.createQuery("select " + COLUMNS + " from good_value where kpi = :kpi")
                        .bind("kpi", kpi.name())
                        .map(ConstructorMapper.of(Kept.class))
                        .findOne())
                .filter(kept -> kept.print().equals(print) && !kept.ends().isAfter(seenBefore))
                .map(kept -> new LastGood(kept.value(), kept.ends(), kept.windowText()));
    }

    private static Map<String, Kept> all(Handle handle) {
        Map<String, Kept> all = new HashMap<>();
        handle.createQuery("select " + COLUMNS + " from good_value")
                .map(ConstructorMapper.of(Kept.class))
                .forEach(kept -> all.put(
                        kept.kpi(),
                        new Kept(
                                kept.kpi(),
                                kept.print(),
                                kept.value().stripTrailingZeros(),
                                kept.windowText(),
                                kept.ends())));
        return all;
    }

    private static void write(Handle handle, Kept kept, Instant at) {
        handle.createUpdate("""
                        insert into good_value (kpi, print, value, window_text, ends, seen_at)
                        values (:kpi, :print, :value, :windowText, :ends, :seenAt)
                        on conflict (kpi) do update set print = :print, value = :value, window_text = :windowText,
                            ends = :ends, seen_at = :seenAt""")
                .bindMethods(kept)
                .bind("ends", kept.ends().toString())
                .bind("seenAt", Moments.text(at))
                .execute();
    }
}
