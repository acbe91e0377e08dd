package io.bellwether.bench;

import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.ClosingBook;
import io.bellwether.app.promise.Decisions;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreKind;
import io.bellwether.app.store.Stores;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.AsOf;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A memory of 1,000 KPIs over five years, with weekly closings: how large it is, and how long its questions take. */
public final class StoreAtScale {
    private static final int KPIS = 1_000;
    private static final int WEEKS = 260;
    private static final LocalDate FIRST = LocalDate.of(2021, 11, 29);
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 11, 22));

    private StoreAtScale() {}

    /** {@code StoreAtScale [ROUNDS [JDBC-URL]]}: with the address of an empty PostgreSQL there, else in a file. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 31;
        Path folder = Files.createTempDirectory("bellwether-bench-");
        LargeWorkspace.write(folder, 100, KPIS);
        Path state = folder.resolve("state");
        try (Bellwether bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                Store store = arguments.length > 1
                        ? Stores.postgres(new Stores.Login(arguments[1], null, null))
                        : Stores.inFolder(state)) {
            Catalog catalog = bellwether.loader().load(1).good();
            var hindsight = new Hindsight(bellwether.answering());
            var history = new PromiseHistory(store, hindsight);
            long start = System.nanoTime();
            fill(history, catalog);
            System.out.println(
                    "written in %d s, %s".formatted((System.nanoTime() - start) / 1_000_000_000, size(store, state)));
            measure(store, history, hindsight, catalog, rounds);
        }
    }

    /** Three promises of each KPI, and every week closed in one run, as the job does it. */
    private static void fill(PromiseHistory history, Catalog catalog) {
        for (int i = 0; i < 3; i++) {
            history.versions().note(promising(catalog, i), at(FIRST.plusYears(i * 2L)), "maria@example.com");
        }
        Random random = new Random(7);
        List<String> names = List.copyOf(catalog.kpis().keySet());
        ClosingBook book = history.closings().book();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate start = FIRST.plusWeeks(week);
            Instant at = at(start.plusWeeks(1));
            List<Closing> fresh = new ArrayList<>();
            List<Closing> changed = new ArrayList<>();
            for (String name : names) {
                Closing closing = closing(name, start, start.plusWeeks(1), Closing.Kind.PERIOD, at, random);
                fresh.add(closing);
                if (week % 13 == 12) {
                    fresh.add(closing(
                            name, start.minusWeeks(12), start.plusWeeks(1), Closing.Kind.TIMEFRAME, at, random));
                }
                if (random.nextInt(50) == 0) {
                    changed.add(restated(closing, at, random));
                }
            }
            book.keep(fresh, List.of(), at);
            book.keep(List.of(), changed, at);
        }
    }

    private static Catalog promising(Catalog catalog, int times) {
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        catalog.kpis().forEach((name, kpi) -> {
            var terms = kpi.target() == null ? null : kpi.target().terms();
            Kpi.Promise old = kpi.promise();
            Target target = terms == null ? null : new Target.Reach(BigDecimal.valueOf(100L + times), terms);
            kpis.put(
                    name,
                    kpi.promising(new Kpi.Promise(
                            old.metric(),
                            old.where(),
                            old.slice(),
                            old.direction(),
                            target,
                            old.cadence(),
                            old.thresholds())));
        });
        return catalog.withKpis(kpis);
    }

    private static Closing closing(
            String kpi, LocalDate start, LocalDate end, Closing.Kind kind, Instant at, Random random) {
        LocalDateTime from = start.atStartOfDay();
        return new Closing(
                kpi, kind, start + ".." + end.minusDays(1), from, end.atStartOfDay(), 1, stand(at, random), List.of());
    }

    private static Closing restated(Closing closing, Instant at, Random random) {
        return new Closing(
                closing.kpi(),
                closing.kind(),
                closing.label(),
                closing.starts(),
                closing.ends(),
                closing.version(),
                closing.reported(),
                List.of(stand(at, random)));
    }

    private static Closing.Stand stand(Instant at, Random random) {
        BigDecimal value = BigDecimal.valueOf(random.nextLong(1_000_000_000), 2);
        BigDecimal progress = BigDecimal.valueOf(random.nextLong(1_000_000_000), 9);
        return new Closing.Stand(value, BigDecimal.valueOf(5_000_000), progress, Status.ON_TRACK, at);
    }

    private static void measure(Store store, PromiseHistory history, Hindsight hindsight, Catalog catalog, int rounds)
            throws Exception {
        ClosingBook book = history.closings().book();
        Decisions decisions = history.decisions();
        String kpi = catalog.kpis().keySet().iterator().next();
        Map<String, Medians.Contestant> questions = new LinkedHashMap<>();
        questions.put(
                "scorecard: the last closed period of each KPI",
                () -> expect(KPIS, book.latest(AS_OF).size()));
        questions.put("scorecard: which promise judges each KPI, asked again", () -> history.inForce(catalog, AS_OF));
        questions.put(
                "scorecard: which promise judges each KPI, read anew",
                () -> new PromiseHistory(store, hindsight).inForce(catalog, AS_OF));
        questions.put(
                "how the last six timeframes of each KPI ended",
                () -> expect(KPIS, book.timeframes(6).size()));
        questions.put(
                "one KPI: its last 60 closings",
                () -> expect(60, book.of(kpi, 60).size()));
        questions.put(
                "one KPI: all its closings", () -> expect(280, book.of(kpi).size()));
        questions.put("one KPI: versions and decisions", () -> {
            expect(3, history.versions().of(kpi).size());
            decisions.of(kpi);
        });
        var times = Medians.inTurns(List.copyOf(questions.values()), 20, rounds);
        System.out.println(Medians.row("median of " + rounds, "ms", "CPU ms"));
        System.out.println("|---|---|---|");
        int i = 0;
        for (String name : questions.keySet()) {
            Medians.Time time = times.get(i++);
            System.out.println(
                    Medians.row(name, Medians.number("%.1f", time.millis()), Medians.number("%.1f", time.cpuMillis())));
        }
        long start = System.nanoTime();
        System.out.println(
                store.read(Audit::verify).text() + " Verified in " + (System.nanoTime() - start) / 1_000_000 + " ms.");
    }

    private static void expect(int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException(found + " instead of " + expected);
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    private static String size(Store store, Path folder) throws IOException {
        if (store.kind() == StoreKind.POSTGRESQL) {
            String sql = "select pg_database_size(current_database())";
            return store.read(handle ->
                                    handle.createQuery(sql).mapTo(Long.class).one())
                            / 1_000_000 + " MB";
        }
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes / 1_000_000 + " MB";
    }
}
