package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local time by the changes of a zone's clocks is what DuckDB says when it looks the zone up for each row. */
class ZonedStretchTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Paris",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Chatham",
                "America/St_Johns",
                "America/Caracas",
                "Asia/Pyongyang",
                "Pacific/Apia",
                "Africa/Monrovia",
                "Africa/Casablanca"
            })
    void localTimeOfAStretch(String name) {
        ZoneId zone = ZoneId.of(name);
        Random random = new Random(name.hashCode());
        try (var engine = new DuckDbEngine(EngineSettings.of(folder, List.of()))) {
            for (int i = 0; i < 12; i++) {
                LocalDateTime from = LocalDateTime.of(1950, 1, 1, 0, 0).plusDays(random.nextInt(27_000));
                LocalDateTime before = from.plusDays(1 + random.nextInt(2000));
                compare(engine, zone, from, before, random);
            }
        }
    }

    private static void compare(
            DuckDbEngine engine, ZoneId zone, LocalDateTime from, LocalDateTime before, Random random) {
        Dialect dialect = engine.dialect();
        String rows = instants(zone, from, before, random).stream()
                .map(at -> "(TIMESTAMPTZ '" + at + "')")
                .collect(Collectors.joining(", "));
        String sql =
                "select count(*) as n, count(*) filter (where %s is distinct from %s) as other from (values %s) as v(moment)"
                        .formatted(
                                dialect.localTime("v.moment", Type.TIMESTAMP_TZ, zone, from, before),
                                dialect.localTime("v.moment", Type.TIMESTAMP_TZ, zone),
                                rows);
        List<?> row = engine.run(new SqlStatement(sql, List.of("n", "other")), Deadline.none())
                .rows()
                .getFirst();
        assertThat((Long) row.getFirst()).isGreaterThan(50);
        assertThat(row.getLast()).as(zone + " from " + from + " to " + before).isEqualTo(0L);
    }

    /** Around each change, at the ends, and anywhere. */
    private static List<Instant> instants(ZoneId zone, LocalDateTime from, LocalDateTime before, Random random) {
        Instant start = from.atZone(zone).toInstant();
        Instant end = before.atZone(zone).toInstant();
        List<Instant> all = new ArrayList<>(List.of(start, end.minusNanos(1000)));
        ZoneOffsetTransition change = zone.getRules().nextTransition(start);
        while (change != null && change.getInstant().isBefore(end)) {
            Instant at = change.getInstant();
            all.addAll(
                    List.of(at.minusSeconds(3601), at.minusNanos(1000), at, at.plusNanos(1000), at.plusSeconds(1800)));
            change = zone.getRules().nextTransition(at);
        }
        long seconds = end.getEpochSecond() - start.getEpochSecond();
        for (int i = 0; i < 60; i++) {
            all.add(start.plusSeconds(random.nextLong(seconds)));
        }
        all.removeIf(at -> at.isBefore(start) || !at.isBefore(end));
        return all;
    }

    @Test
    void onlyWhereItPays() {
        Dialect dialect = new io.bellwether.core.sql.dialect.DuckDb();
        ZoneId paris = ZoneId.of("Europe/Paris");
        LocalDateTime from = LocalDateTime.of(2026, 1, 1, 0, 0);
        assertThat(dialect.localTime("at", Type.TIMESTAMP_TZ, paris, from, from.plusYears(1)))
                .isEqualTo(
                        "make_timestamp(epoch_us(at) + CASE WHEN at < TIMESTAMPTZ '2026-03-29 01:00:00+00' THEN 3600000000"
                                + " WHEN at < TIMESTAMPTZ '2026-10-25 01:00:00+00' THEN 7200000000 ELSE 3600000000 END)");
        assertThat(dialect.localTime("at", Type.TIMESTAMP_TZ, ZoneId.of("Asia/Kolkata"), from, from.plusYears(1)))
                .isEqualTo("make_timestamp(epoch_us(at) + 19800000000)");
        assertThat(dialect.localTime("at", Type.TIMESTAMP_TZ, paris, from.minusYears(40), from))
                .isEqualTo("timezone('Europe/Paris', at)");
        assertThat(dialect.localTime("at", Type.TIMESTAMP, paris, from, from.plusYears(1)))
                .isEqualTo("at");
    }
}
