package io.bellwether.app.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it extracts, again and again: what there is to read is always one whole version. */
class KilledExtractTest {
    private static final int KILLS = 6;
    private static final int LONGEST_MS = 700;
    private static final String WORKSPACE = """
            name: Shop
            datasets:
              - { name: orders, source: %s, time: day }
            metrics:
              - { name: rows, expression: count(orders.version) }
              - { name: oldest, expression: min(orders.version) }
              - { name: newest, expression: max(orders.version) }
            """;

    @TempDir
    Path folder;

    @Test
    void leavesOneWholeVersionOfAFile() throws Exception {
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE.formatted("orders.csv"));
        killed();
    }

    @Test
    void leavesOneWholeVersionOfATable() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String address = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            Files.writeString(folder.resolve("address"), address);
            Files.writeString(
                    folder.resolve("bellwether.yml"),
                    WORKSPACE.formatted("far.public.orders")
                            + "connections: { far: { engine: postgres, url: \"%s\", user: postgres } }%n"
                                    .formatted(address));
            killed();
        }
    }

    private void killed() throws Exception {
        ExtractLoop.write(folder, 0);
        Random random = new Random(7);
        int version = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(version);
            try {
                version = firstSaid(process);
                Thread.sleep(random.nextInt(LONGEST_MS));
                assertThat(wholeVersion()).as("while it runs").isGreaterThanOrEqualTo(version);
            } finally {
                process.destroyForcibly().waitFor();
            }
            version = said().getLast();
            assertThat(wholeVersion()).as("after kill " + kill).isBetween(version, version + 1);
            assertThat(leftovers()).as("after kill " + kill).isLessThanOrEqualTo(4);
            version += 2;
        }
        refreshed(version);
        assertThat(leftovers()).as("after a refresh that nobody killed").isEqualTo(2);
        assertThat(wholeVersion()).isEqualTo(version);
    }

    private void refreshed(int version) throws Exception {
        ExtractLoop.write(folder, version);
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            var manner = new Extracts.Manner(Period.ofYears(10), false);
            var calendar = catalog.workspace().calendar();
            var orders = catalog.dataset("orders").orElseThrow();
            bellwether.extracts().refresh(orders, calendar, manner, Instant.EPOCH, Deadline.none());
        }
    }

    private int firstSaid(Process process) throws IOException, InterruptedException {
        while (said().isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
        return said().getFirst();
    }

    /** Which versions the process has finished; it may have died while it said the next. */
    private List<Integer> said() throws IOException {
        String all = Files.readString(folder.resolve("said"));
        return all.substring(0, all.lastIndexOf('\n') + 1)
                .lines()
                .map(Integer::valueOf)
                .toList();
    }

    private Process start(int version) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExtractLoop.class.getName(),
                        folder.toString(),
                        String.valueOf(version))
                .redirectOutput(folder.resolve("said").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The version that all rows have. The source has another one, or none that can be read. */
    private int wholeVersion() throws IOException {
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            assertThat(bellwether.extracts().in(catalog)).isNotEqualTo(catalog);
            var question = new QuestionText(
                    List.of("rows", "oldest", "newest"), List.of(), null, null, null, List.of(), List.of(), null);
            AsOf end = AsOf.date(LocalDate.of(2026, 12, 31));
            List<@Nullable Object> row = bellwether
                    .queries()
                    .answer(catalog, question, end, Deadline.none())
                    .table()
                    .rows()
                    .getFirst();
            assertThat(row.getFirst()).isEqualTo((long) ExtractLoop.DAYS);
            assertThat(row.get(1)).isEqualTo(row.get(2));
            return ((Long) row.get(2)).intValue();
        }
    }

    /** Copies, whole or not, and what waits to be copied. */
    private long leftovers() throws IOException {
        try (var all = Files.list(folder.resolve(".bellwether/extracts/orders"))) {
            return all.filter(Files::isDirectory).count();
        }
    }
}
