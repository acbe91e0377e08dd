package io.bellwether.app.manual;

import static io.bellwether.app.manual.Manual.CATALOG;
import static io.bellwether.app.manual.Manual.batch;
import static io.bellwether.app.manual.Manual.entry;
import static io.bellwether.app.manual.Manual.giving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.RowFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values in both kinds of store: given, corrected, sent again, sent at once. */
class ValuesTest {
    @TempDir
    Path folder;

    private Values values(Store store) {
        return new Values(() -> store, new ValueFiles(c -> store, new FakeFiles(), folder));
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aCorrectionIsOneMoreRowAndTheLatestCounts(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            Values values = values(store);
            assertThat(values.give(
                            giving("mood"),
                            batch(entry("2026-10", "81%", "region", "EU"), entry("2026-10", "85%", "region", "US"))))
                    .isEqualTo(new Values.Given("mood", 2, 0, 0, 0));
            var corrected = new Values.Batch(
                    List.of(entry("2026-10", "79%", "region", "EU"), entry("2026-10", "0.85", "region", "US")),
                    "two answers came late",
                    null,
                    null);
            assertThat(values.give(giving("mood", "sam@example.com"), corrected))
                    .isEqualTo(new Values.Given("mood", 0, 1, 0, 1));

            assertThat(values.latest(CATALOG, "mood"))
                    .extracting(row -> row.members() + row.number().toPlainString())
                    .containsExactly("{\"region\":\"EU\"}0.79", "{\"region\":\"US\"}0.85");
            assertThat(values.history("mood", Optional.of("2026-10"), 10))
                    .extracting(row -> row.number() + " " + row.person() + " " + row.reason())
                    .containsExactly(
                            "0.79 sam@example.com two answers came late",
                            "0.85 maria@example.com null",
                            "0.81 maria@example.com null");
            List<Audit.Entry> log = store.read(handle -> Audit.latest(handle, Optional.of("metric:mood"), 10));
            assertThat(log)
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record.action()).isEqualTo("values.add"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aValueIsTakenBackAndCountsNoMore(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            Values values = values(store);
            values.give(giving("heads"), batch(entry("2026-10", "12")));
            assertThat(problems(() -> values.give(giving("heads"), batch(entry("2026-10", null)))))
                    .containsExactly("P826");
            var back = batch(entry("2026-10", null, "never counted", new String[0]));
            assertThat(values.give(giving("heads"), back)).isEqualTo(new Values.Given("heads", 0, 0, 1, 0));
            assertThat(values.latest(CATALOG, "heads")).isEmpty();
            assertThat(values.history("heads", Optional.empty(), 10)).hasSize(2);
            assertThat(values.give(giving("heads"), back)).isEqualTo(new Values.Given("heads", 0, 0, 0, 1));
            assertThat(values.give(giving("heads"), batch(entry("2026-10", "13")))
                            .added())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void theSameUnderTheSameKeyIsAnsweredAgain(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            Values values = values(store);
            var first = new Values.Batch(List.of(entry("2026-10", "12")), null, "k1", null);
            Values.Given given = values.give(giving("heads"), first);
            values.give(
                    giving("heads"), new Values.Batch(List.of(entry("2026-10", "20")), "counted again", "k2", null));
            assertThat(values.give(giving("heads"), first)).isEqualTo(given);
            assertThat(values.latest(CATALOG, "heads").getFirst().number()).isEqualByComparingTo("20");
            var other = new Values.Batch(List.of(entry("2026-10", "14")), null, "k1", null);
            assertThat(problems(() -> values.give(giving("heads"), other))).containsExactly("P827");
            // The same key of another metric is another key; nothing new is kept under a key too.
            var same = new Values.Batch(List.of(entry("2026-10", "20")), null, "k3", null);
            assertThat(values.give(giving("heads"), same).same()).isEqualTo(1);
            assertThat(values.give(giving("heads"), same).same()).isEqualTo(1);
            assertThat(values.give(
                                    giving("visits"),
                                    new Values.Batch(List.of(entry("2026-W40", "1")), null, "k1", null))
                            .added())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void allOrNothingIsWritten(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            Values values = values(store);
            assertThat(problems(() -> values.give(
                            giving("mood"),
                            batch(
                                    entry("2026-10", "81%", "region", "EU"),
                                    entry("2026-09", "8 1", "region", "EU"),
                                    entry("2026-10", "81%", "region", "UK"),
                                    entry("2026-12", "81%", "region", "EU"),
                                    entry("2026-10", "82%", "region", "EU"),
                                    entry("2026-08", "82%"),
                                    entry("2026", "82%", "region", "EU")))))
                    .containsExactly("P824", "P823", "P822", "P825", "P823", "P822");
            assertThat(values.history("mood", Optional.empty(), 10)).isEmpty();
            List<Audit.Entry> log = store.read(handle -> Audit.latest(handle, Optional.empty(), 10));
            assertThat(log).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void manyWritersAtOnceLoseNothing(StoreOnBoth.Opening opening) throws Exception {
        try (Store store = opening.open();
                var threads = Executors.newFixedThreadPool(4)) {
            Values values = values(store);
            List<Callable<Values.Given>> work = new ArrayList<>();
            for (int week = 1; week <= 12; week++) {
                String period = "2026-W%02d".formatted(week);
                var one = new Values.Batch(List.of(entry(period, "" + week)), null, "key " + week, null);
                work.add(() -> values.give(giving("visits"), one));
                work.add(() -> values.give(giving("visits"), one));
            }
            for (Future<Values.Given> given : threads.invokeAll(work)) {
                assertThat(given.get()).isEqualTo(new Values.Given("visits", 1, 0, 0, 0));
            }
            assertThat(values.latest(CATALOG, "visits")).hasSize(12);
            assertThat(values.history("visits", Optional.empty(), 100)).hasSize(12);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void valuesOfARenamedMetricStay(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            Values values = values(store);
            values.give(giving("heads"), batch(entry("2026-10", "12")));
            var renamed = Manual.catalog("metrics: [ { name: headcount, manual: { every: month } } ]");
            assertThat(values.orphans(renamed)).containsExactly("heads");
            assertThat(values.history("heads", Optional.empty(), 10)).hasSize(1);
            assertThatThrownBy(() -> values.latest(renamed, "heads"))
                    .isInstanceOfSatisfying(DiagnosticException.class, e -> {
                        assertThat(e.diagnostics().getFirst().code()).isEqualTo("P821");
                        assertThat(e.diagnostics().getFirst().message()).contains("kept under that name");
                    });
        }
    }

    private static List<String> problems(Runnable work) {
        try {
            work.run();
            return List.of();
        } catch (DiagnosticException e) {
            assertThat(e.diagnostics())
                    .allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
            return e.diagnostics().stream().map(Diagnostic::code).toList();
        }
    }

    /** Files are another test's. */
    private static final class FakeFiles implements RowFiles {
        @Override
        public void write(
                io.bellwether.core.sql.SqlStatement statement, Path file, io.bellwether.engine.Deadline deadline) {}

        @Override
        public void write(io.bellwether.engine.RowStream rows, Path file, io.bellwether.engine.Deadline deadline) {}
    }
}
