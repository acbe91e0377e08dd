package io.bellwether.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.message.Outbox;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.app.store.Stores;
import io.bellwether.app.whole.Receivers.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole server is killed at random moments, while people write, periods close and alerts are told; each time it starts
 * again a day later. {@code -Dbellwether.server.kills=200} for more, {@code -Dbellwether.server.seed=7} for others.
 */
class ServerKillIT {
    private static final int KILLS = Integer.getInteger("bellwether.server.kills", 10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** How long a life may be. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private final Random dice = new Random(Long.getLong("bellwether.server.seed", 4));
    private final Clients clients = new Clients();
    /** Days on which all alerts were looked at. */
    private final List<LocalDate> judged = new ArrayList<>();

    private final StringBuilder output = new StringBuilder();
    private LocalDate day = Shop.FIRST;

    @TempDir
    Path folder;

    @Test
    void onSqlite() throws Exception {
        try (Receivers receivers = new Receivers()) {
            Shop shop = new Shop(folder.resolve("shop"), receivers, "");
            survives(KILLS, shop, receivers, () -> Stores.inFolder(shop.folder.resolve(".bellwether")));
        }
    }

    @Test
    void onPostgres() throws Exception {
        try (Receivers receivers = new Receivers()) {
            String url = StoreOnBoth.database();
            String address = "store: { url: \"" + url + "\", user: postgres, password: \"${env:STORE_PASSWORD}\" }";
            Shop shop = new Shop(folder.resolve("shop"), receivers, address);
            survives(
                    Math.max(3, KILLS / 5),
                    shop,
                    receivers,
                    () -> Stores.postgres(new Stores.Login(url, "postgres", "postgres")));
        }
    }

    private void survives(int kills, Shop shop, Receivers receivers, Supplier<Store> opening) throws Exception {
        for (int i = 0; i < kills; i++) {
            live(shop);
            try (Store store = opening.get()) {
                whole(store, shop, i);
            }
        }
        receivers.refuses = false;
        // A digest may come due while the server ends: the next one delivers it.
        for (int i = 0; i == 0 || i < 5 && isWaiting(opening); i++) {
            try (ServerProcess server = begin(shop)) {
                assertThat(server.ready()).isTrue();
                quiet(server, opening);
            }
        }
        try (Store store = opening.get()) {
            whole(store, shop, kills);
            closed(store, shop);
            told(store, shop, receivers);
            System.out.println(store.kind() + ", " + kills + " kills: " + clients.checkIns.size() + " check-ins, "
                    + clients.actions.size() + " actions, " + clients.values.size() + " values, "
                    + clients.targets.size()
                    + " targets acknowledged; " + store.read(h -> count(h, "kpi_closing")) + " closings, "
                    + store.read(h -> count(h, "message")) + " messages, " + judged.size() + " days judged, "
                    + store.read(Audit::verify).text());
        }
        assertThat(clients.refused).noneMatch(answer -> answer.startsWith("5"));
        assertThat(output).doesNotContain("Exception");
    }

    /** The next day, with numbers of its own. */
    private ServerProcess begin(Shop shop) throws Exception {
        day = day.plusDays(1);
        shop.day(day, dice.nextBoolean() ? 90 : 10, dice.nextBoolean() ? 90 : 10);
        return new ServerProcess(shop.folder, day.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));
    }

    /** One life: mostly killed while it works, sometimes while it starts. */
    private void live(Shop shop) throws Exception {
        try (ServerProcess server = begin(shop)) {
            if (dice.nextInt(8) == 0) {
                Thread.sleep(dice.nextInt(4_000));
            } else {
                assertThat(server.ready()).as(server.said()).isTrue();
                List<Thread> threads = clients.start(server);
                clients.await(dice.nextInt(30), MOST);
                Thread.sleep(dice.nextInt(400));
                server.kill();
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            server.kill();
            output.append(server.said());
        }
    }

    /** The last day: nobody kills anything, until all is done and told. */
    private void quiet(ServerProcess server, Supplier<Store> opening) throws Exception {
        try (Store store = opening.get()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                if (store.read(handle -> Outbox.count(handle, Outbox.State.WAITING) == 0
                        && done(handle, "alerts", day)
                        && done(handle, "closing", day))) {
                    break;
                }
                Thread.sleep(200);
            }
            boolean done = store.read(handle -> done(handle, "alerts", day) && done(handle, "closing", day));
            assertThat(done)
                    .as("the last day's jobs: " + server.get("/api/jobs").body() + "\n" + server.said())
                    .isTrue();
        }
    }

    private static boolean isWaiting(Supplier<Store> opening) {
        try (Store store = opening.get()) {
            return store.read(handle -> Outbox.count(handle, Outbox.State.WAITING) > 0);
        }
    }

    private static boolean done(Handle handle, String job, LocalDate day) {
        return handle.createQuery(
                                "select count(*) from job_run where job = :job and outcome = 'DONE' and started like :day")
                        .bind("job", job)
                        .bind("day", day + "%")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one();
    }

    /** What must hold after every kill. */
    private void whole(Store store, Shop shop, int kill) throws Exception {
        assertThat(store.read(Audit::verify).brokenAt())
                .as("after kill %d", kill)
                .isNull();
        once(store, "select comment from check_in", clients.checkIns);
        once(store, "select title from kpi_action", clients.actions);
        once(store, "select push_key from manual_push", texts(clients.values, "k"));
        once(store, "select number from manual_value", texts(clients.values, ""));
        once(store, "select reason from kpi_decision", texts(clients.targets, "to "));
        List<String> closings =
                store.read(handle -> handle.createQuery("select kpi || ' ' || kind || ' ' || label from kpi_closing")
                        .mapTo(String.class)
                        .list());
        assertThat(closings).doesNotHaveDuplicates();
        List<String> logged = store.read(handle -> Audit.latest(handle, Optional.of("kpi:steady"), 100_000)).stream()
                .filter(entry ->
                        entry.action().equals("kpi.close") && entry.detail().contains("\"reported\""))
                .map(Audit.Entry::detail)
                .toList();
        assertThat(logged).doesNotHaveDuplicates();
        // Whether the last one that nobody answered was written or not, the file is whole.
        assertThat(shop.kpisNow()).isIn(Shop.kpis(clients.written), Shop.kpis(clients.asked));
        clients.written = shop.kpisNow().equals(Shop.kpis(clients.asked)) ? clients.asked : clients.written;
        if (store.read(handle -> done(handle, "alerts", day))) {
            judged.add(day);
        }
        try (Stream<Path> files = Files.list(shop.folder)) {
            assertThat(files.filter(path -> path.toString().endsWith(".part"))).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Set<String> texts(Set<Integer> numbers, String before) {
        Set<String> texts = new HashSet<>();
        numbers.forEach(number -> texts.add(before + number));
        return texts;
    }

    /** Everything acknowledged is there, and nothing is there twice. */
    private static void once(Store store, String sql, Set<String> acknowledged) {
        List<String> there =
                store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
        assertThat(there).as(sql).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    /** Each day since the first is closed, with the number that its row has. */
    private void closed(Store store, Shop shop) {
        for (LocalDate past = Shop.FIRST.plusDays(1); past.isBefore(day); past = past.plusDays(1)) {
            String label = past.toString();
            List<String> values = store.read(handle -> handle.createQuery(
                            "select value from kpi_closing where kpi = 'steady' and kind = 'PERIOD' and label = :label")
                    .bind("label", label)
                    .mapTo(String.class)
                    .list());
            assertThat(values).as("closing of " + label).containsExactly(String.valueOf(shop.b(past)));
        }
    }

    /** Between two days that were judged, of which one was high and the other was not, somebody was told. */
    private void told(Store store, Shop shop, Receivers receivers) throws Exception {
        changes(shop, receivers, "level_a");
        changes(shop, receivers, "level_b");
        List<Outbox.Row> rows = store.read(handle -> Outbox.latest(handle, Optional.empty(), 1_000_000));
        Set<String> mails = receivers.mailIds();
        for (Outbox.Row row : rows) {
            String id = row.message().id();
            assertThat(row.state()).as(row.subject() + ": " + row.problem()).isEqualTo("SENT");
            assertThat(receivers.keys.contains(id) || mails.stream().anyMatch(mail -> mail.contains(id)))
                    .as("arrived: " + row.subject())
                    .isTrue();
        }
    }

    private void changes(Shop shop, Receivers receivers, String metric) {
        boolean before = false;
        LocalDate since = Shop.FIRST;
        for (LocalDate one : judged) {
            boolean high = (metric.equals("level_a") ? shop.a(one) : shop.b(one)) > 50;
            if (high != before) {
                LocalDate from = since;
                String moment = high ? "fail" : "recover";
                assertThat(receivers.told)
                        .as(metric + " " + moment + " after " + from + " until " + one)
                        .anyMatch(told -> isThat(told, metric, moment, from, one));
            }
            before = high;
            since = one;
        }
    }

    private static boolean isThat(Told told, String metric, String moment, LocalDate after, LocalDate until) {
        return told.metric().equals(metric)
                && told.moment().equals(moment)
                && told.day().isAfter(after)
                && !told.day().isAfter(until);
    }
}
