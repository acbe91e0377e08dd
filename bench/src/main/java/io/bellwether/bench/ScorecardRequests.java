package io.bellwether.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many scorecards a running server gives in a second when nothing has changed, beside how many times it says in the same
 * run that it is well: the least that any answer costs. In turns, over connections that stay open.
 */
public final class ScorecardRequests {
    private static final int CONNECTIONS = 16;
    private static final String PACKED = "Accept-Encoding: gzip\r\n";
    private static final String SCORECARD = "/api/scorecard";

    /** One request in so many asks for something else. */
    private static final int OTHER = 10;

    private static final List<String> OTHERS = List.of(
            "?as_of=2026-09-30", "?as_of=2026-06-30", "?status=missed", "?status=on_track", "?owner=maria@example.com");

    private ScorecardRequests() {}

    /** What is asked, the n-th time by one connection. */
    @FunctionalInterface
    private interface Asking {
        KeptConnection.Answer ask(KeptConnection connection, int n) throws IOException;
    }

    private record Contestant(String name, int status, Asking asking) {}

    /** @param millis of each answer, sorted */
    private record Times(double perSecond, double[] millis) {
        double quantile(double share) {
            return millis[(int) Math.min(millis.length - 1, share * millis.length)];
        }
    }

    /** {@code ScorecardRequests ADDRESS [SECONDS] [ROUNDS]}, where ADDRESS is that of a running {@code bellwether serve}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("Name the address of a running server as the first argument.");
            System.exit(2);
        }
        URI server = URI.create(arguments[0]);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        List<Contestant> contestants = contestants();
        List<List<Times>> times = new ArrayList<>();
        contestants.forEach(contestant -> times.add(new ArrayList<>()));
        // The first round warms up.
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Times measured = measured(server, contestants.get(i), seconds);
                if (round >= 0) {
                    times.get(i).add(measured);
                }
            }
        }
        print(contestants, times);
    }

    private static List<Contestant> contestants() {
        return List.of(
                new Contestant("health", 200, (connection, n) -> connection.get("/api/health", "")),
                new Contestant("scorecard", 200, (connection, n) -> connection.get(SCORECARD, PACKED)),
                new Contestant("scorecard, not packed", 200, (connection, n) -> connection.get(SCORECARD, "")),
                new Contestant(
                        "scorecard, one in ten another",
                        200,
                        (connection, n) -> connection.get(n % OTHER == 0 ? SCORECARD + other(n) : SCORECARD, PACKED)),
                new Contestant("scorecard that is known (304)", 304, new Known()::ask));
    }

    private static String other(int n) {
        return OTHERS.get(n / OTHER % OTHERS.size());
    }

    /** Names the tag of the answer before; after a change of the minute that is another one. */
    private static final class Known {
        private volatile String tag = "";

        KeptConnection.Answer ask(KeptConnection connection, int n) throws IOException {
            KeptConnection.Answer answer = connection.get(SCORECARD, "If-None-Match: " + tag + "\r\n");
            if (answer.status() == 200) {
                tag = answer.tag();
            }
            return answer;
        }
    }

    private static Times measured(URI server, Contestant contestant, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<double[]> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<double[]>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> asked(server, contestant, end)));
            }
            for (Future<double[]> one : running) {
                all.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(contestant.name(), e.getCause());
        }
        double[] millis = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        return new Times(millis.length / (double) seconds, millis);
    }

    private static double[] asked(URI server, Contestant contestant, long end) {
        double[] millis = new double[1_024];
        int count = 0;
        int strange = 0;
        try (var connection = new KeptConnection(server)) {
            for (long start = System.nanoTime(); start < end; ) {
                KeptConnection.Answer answer = contestant.asking().ask(connection, count);
                strange += answer.status() == contestant.status() ? 0 : 1;
                long now = System.nanoTime();
                if (count == millis.length) {
                    millis = Arrays.copyOf(millis, 2 * count);
                }
                millis[count++] = (now - start) / 1e6;
                start = now;
            }
        } catch (ConnectException e) {
            throw new IllegalStateException("nothing answers at " + server, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A new minute or a job that writes brings a new text now and then.
        if (strange > 1 + count / 100) {
            throw new IllegalStateException(strange + " of " + count + " answers were not " + contestant.status());
        }
        return Arrays.copyOf(millis, count);
    }

    private static void print(List<Contestant> contestants, List<List<Times>> times) {
        double health = perSecond(times.getFirst());
        System.out.println(Medians.row("16 connections", "requests/s", "of health", "p50 ms", "p99 ms"));
        System.out.println("|---|---|---|---|---|");
        for (int i = 0; i < contestants.size(); i++) {
            List<Times> own = times.get(i);
            System.out.println(Medians.row(
                    contestants.get(i).name(),
                    Medians.number("%.0f", perSecond(own)),
                    Medians.number("%.2f", perSecond(own) / health),
                    Medians.number("%.1f", quantile(own, 0.5)),
                    Medians.number("%.1f", quantile(own, 0.99))));
        }
    }

    private static double perSecond(List<Times> times) {
        return Medians.of(times.stream().mapToDouble(Times::perSecond).toArray());
    }

    private static double quantile(List<Times> times, double share) {
        return Medians.of(times.stream().mapToDouble(one -> one.quantile(share)).toArray());
    }
}
