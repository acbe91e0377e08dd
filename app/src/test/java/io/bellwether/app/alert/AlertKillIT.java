package io.bellwether.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.message.Postman;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed at random moments while it evaluates alerts and delivers them: {@code -Dbellwether.kills=200}. */
class AlertKillIT {
    private static final int KILLS = Integer.getInteger("bellwether.kills", 40);

    private final Map<String, Set<String>> received = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Random dice = new Random(4);

    @TempDir
    Path folder;

    @Test
    void noAlertIsLostAndNoneBecomesAnother() throws Exception {
        HttpServer server = receiver();
        Path file = folder.resolve("store.db");
        try {
            for (int i = 0; i < KILLS; i++) {
                kill(file, server.getAddress().getPort());
            }
            try (Store store = Stores.sqlite(file)) {
                drain(store, server.getAddress().getPort());
                check(store);
            }
        } finally {
            server.stop(0);
        }
    }

    /** One that takes its time, and refuses one message in five. */
    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int luck = body.hashCode() ^ (int) System.nanoTime();
            boolean taken = Math.floorMod(luck, 5) != 0;
            if (taken) {
                received.computeIfAbsent(
                                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                                key -> ConcurrentHashMap.newKeySet())
                        .add(body);
            }
            exchange.sendResponseHeaders(taken ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void kill(Path file, int port) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "child", ".txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AlertChild.class.getName(),
                        file.toString(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(out.toFile())
                .start();
        long told = dice.nextInt(4);
        while (Files.readString(out).lines().count() <= told && child.isAlive()) {
            Thread.sleep(5);
        }
        Thread.sleep(dice.nextInt(150));
        child.destroyForcibly().waitFor();
        List<String> lines = Files.readString(out).lines().toList();
        assertThat(lines).first().isEqualTo("ready");
        lines.stream().filter(line -> line.matches("told .{27}")).forEach(acknowledged::add);
    }

    private static void drain(Store store, int port) throws InterruptedException {
        Postman postman = AlertChild.postman(store, AlertChild.catalog(port));
        while (store.read(handle -> Outbox.count(handle, Outbox.State.WAITING)) > 0) {
            postman.deliver();
            Thread.sleep(50);
        }
    }

    private void check(Store store) {
        Audit.Verified chain = store.read(Audit::verify);
        assertThat(chain.brokenAt()).isNull();
        List<Audit.Entry> log = store.read(handle -> Audit.latest(handle, Optional.empty(), 1_000_000));
        List<Outbox.Row> rows = store.read(handle -> Outbox.latest(handle, Optional.empty(), 1_000_000));
        assertThat(log).allMatch(entry -> entry.action().startsWith("alert."));
        assertThat(rows).hasSameSizeAs(log).hasSizeGreaterThanOrEqualTo(KILLS / 2);
        Set<String> moments = log.stream()
                .map(entry -> "told " + io.bellwether.app.store.Moments.text(entry.at()))
                .collect(Collectors.toSet());
        assertThat(moments).containsAll(acknowledged);
        Set<String> sent = new HashSet<>();
        rows.forEach(row -> sent.add(row.message().id()));
        assertThat(received.keySet()).isEqualTo(sent);
        assertThat(received.values()).allMatch(bodies -> bodies.size() == 1);
        System.out.println(KILLS + " kills, " + rows.size() + " alerts, " + acknowledged.size() + " acknowledged");
    }
}
