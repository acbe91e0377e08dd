package io.bellwether.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.Stores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that closes periods is killed at random moments: what it has acknowledged is there, once, and the log is whole. */
class ClosingsKillIT {
    /** More on demand: {@code -Dbellwether.kills=200}. */
    private static final int KILLS = Integer.getInteger("bellwether.kills", 40);

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedCloseIsLostAndNoneIsStoredTwice() throws Exception {
        Path file = folder.resolve("store.db");
        Random random = new Random(4);
        Told told = new Told(0, 0);
        for (int kill = 1; kill <= KILLS; kill++) {
            told = told.latest(killed(file, random.nextInt(400)));
            try (Store store = Stores.sqlite(file)) {
                check(store, told, kill);
            }
        }
        assertThat(told.closed()).isGreaterThan(KILLS);
    }

    private static void check(Store store, Told told, int kill) {
        List<Closing> closings = new ClosingBook(store).of("sales");
        List<Decision> decisions = new Decisions(store).of("sales");
        assertThat(closings.size()).as("closed, after kill %d", kill).isGreaterThanOrEqualTo(told.closed());
        assertThat(decisions)
                .as("decided, after kill %d", kill)
                .extracting(Decision::reason)
                .contains("after " + told.decided());
        Set<String> periods = new HashSet<>();
        for (Closing closing : closings) {
            assertThat(periods.add(closing.label()))
                    .as("closed twice: " + closing)
                    .isTrue();
            assertThat(closing.reported().value()).isEqualByComparingTo(new BigDecimal(closing.label()));
        }
        assertThat(periods).hasSize(closings.size()).contains("0", "" + (closings.size() - 1));
        Audit.Verified log = store.read(Audit::verify);
        assertThat(log.brokenAt()).as(log.text()).isNull();
        // Five closings are one change, a decision is another: nothing is there that the log does not tell.
        assertThat(log.entries()).isEqualTo(closings.size() / 5 + decisions.size());
    }

    /** What a process said before it was killed. */
    private record Told(int closed, int decided) {
        Told latest(Told later) {
            return new Told(Math.max(closed, later.closed), Math.max(decided, later.decided));
        }
    }

    private Told killed(Path file, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClosingWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Told told = new Told(0, 0);
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean writes = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!writes) {
                    writes = true;
                    Thread.ofVirtual().start(() -> killLater(process, millis));
                }
                told = told.latest(read(line));
            }
        }
        process.waitFor();
        return told;
    }

    private static void killLater(Process process, int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Not by the process itself: that closes the stream too, while what was said last is still in it.
        process.toHandle().destroyForcibly();
    }

    /** A line that the kill cut off says less than was done, which does no harm: a shorter number is a smaller one. */
    private static Told read(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 2 || !words[1].matches("\\d+")) {
            return new Told(0, 0);
        }
        int number = Integer.parseInt(words[1]);
        return words[0].equals("closed") ? new Told(number, 0) : new Told(0, number);
    }
}
