package io.bellwether.app.whole;

import io.bellwether.app.whole.ServerProcess.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** People who write until the server is gone, and remember what it has acknowledged. */
final class Clients {
    /** What was acknowledged: it must be there, once. */
    final Set<String> checkIns = ConcurrentHashMap.newKeySet();

    final Set<String> actions = ConcurrentHashMap.newKeySet();
    /** By the key it was sent under, which is sent again until it is acknowledged. */
    final Set<Integer> values = ConcurrentHashMap.newKeySet();

    final Set<Integer> targets = ConcurrentHashMap.newKeySet();

    /** The last target that was asked for, whether or not anybody answered. */
    volatile int asked = Shop.FIRST_TARGET;

    /** The last target that is known to be in the file. */
    volatile int written = Shop.FIRST_TARGET;

    /** What was refused although nobody killed anything. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    private final AtomicInteger next = new AtomicInteger();
    /** How often anything was acknowledged since the last start. */
    private final AtomicInteger done = new AtomicInteger();

    private int value;

    /** One step of something that goes on until the server is gone. */
    @FunctionalInterface
    private interface Step {
        void once(ServerProcess server) throws IOException, InterruptedException;
    }

    /** Until so much was acknowledged since the start: on a slow machine later, but not less far. */
    void await(int acknowledged, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (done.get() < acknowledged && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    List<Thread> start(ServerProcess server) {
        done.set(0);
        List<Thread> threads = new ArrayList<>();
        for (Step step : List.<Step>of(this::talk, this::give, this::move, this::jobs)) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        step.once(server);
                    }
                } catch (IOException | InterruptedException theServerIsGone) {
                    return;
                }
            }));
        }
        return threads;
    }

    private boolean fine(Answer answer) {
        if (!answer.isFine()) {
            refused.add(answer.status() + " " + answer.body());
        } else {
            done.incrementAndGet();
        }
        return answer.isFine();
    }

    private void talk(ServerProcess server) throws IOException, InterruptedException {
        String text = "talk " + next.incrementAndGet();
        if (fine(server.post("/api/kpis/steady/check-ins", Map.of("comment", text, "confidence", 3)))) {
            checkIns.add(text);
        }
        var action = Map.of("kpi", "steady", "title", text, "owner", "maria@example.com", "due", "2027-12-31");
        if (fine(server.post("/api/actions", action))) {
            actions.add(text);
        }
    }

    private void give(ServerProcess server) throws IOException, InterruptedException {
        var one = Map.of("period", Shop.FIRST.minusDays(value + 1L).toString(), "value", String.valueOf(value));
        Map<String, Object> body = Map.of("key", "k" + value, "values", List.of(one));
        if (fine(server.post("/api/metrics/typed/values", body))) {
            values.add(value);
            value++;
        }
        Thread.sleep(20);
    }

    private void move(ServerProcess server) throws IOException, InterruptedException {
        int target = asked + 1;
        Map<String, Object> wish = Map.of("action", "retarget", "kpi", "moved", "to", "total: " + target);
        Answer plan = server.post("/api/goalposts/plan", wish);
        if (!fine(plan)) {
            return;
        }
        asked = target;
        Answer done = server.post(
                "/api/goalposts/decide", Map.of("wish", wish, "reason", "to " + target, "shown", plan.member("print")));
        if (fine(done)) {
            written = target;
            targets.add(target);
        }
    }

    /** Runs them over and over; one that runs already is refused, and that is right. */
    private void jobs(ServerProcess server) throws IOException, InterruptedException {
        for (String job : List.of("alerts", "closing", "data_tests")) {
            Answer answer = server.post("/api/jobs/run", Map.of("name", job));
            if (!answer.body().contains("P843")) {
                fine(answer);
            }
            Thread.sleep(100);
        }
    }
}
