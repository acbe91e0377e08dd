package io.bellwether.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.engine.jdbc.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookCarrierTest {
    private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Map<String, List<String>>> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heads.add(Map.copyOf(exchange.getRequestHeaders()));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1/elsewhere");
            exchange.getResponseHeaders().add("Retry-After", "120");
            byte[] said = "you sent /services/T0/B0/xyz to me".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HookCarrier carrier(Map<String, String> environment, String... allowed) {
        return carrier(InetAddress::getAllByName, environment, allowed);
    }

    private static HookCarrier carrier(HookAddress.Names names, Map<String, String> environment, String... allowed) {
        return new HookCarrier(
                new Secrets(environment, Path.of("")), () -> Letters.with(null, allowed), names, PATIENCE);
    }

    private String here() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static Message message(Channel to) {
        return Writing.write("k1", "alert:Revenue", Letters.letter("Revenue"), to);
    }

    @Test
    void aMessageIsSignedOverItsExactBytes() throws Exception {
        Message message = message(Letters.hook("${env:HOOK}"));
        var carrier = carrier(Map.of("HOOK", here() + "/in?x=1", "SECRET", "s3cret"), "localhost");
        assertThat(carrier.carry(message, NOON)).isEqualTo(new Outcome.Delivered());
        assertThat(bodies).containsExactly(message.body());
        Map<String, List<String>> head = heads.getFirst();
        assertThat(head.get("Idempotency-key")).containsExactly(message.id());
        assertThat(head.get("Host"))
                .containsExactly("localhost:" + server.getAddress().getPort());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = NOON.getEpochSecond() + "." + bodies.getFirst();
        String expected = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(head.get("X-bellwether-signature"))
                .containsExactly("t=" + NOON.getEpochSecond() + ",v1=" + expected);
    }

    @Test
    void whatIsPrivateIsNotReachedUnlessAllowed() {
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1")) {
            String address = "http://" + host + ":" + server.getAddress().getPort() + "/";
            Outcome outcome = carrier(Map.of("SECRET", "s3cret")).carry(message(Letters.hook(address)), NOON);
            assertThat(outcome).as(host).isNotInstanceOf(Outcome.Delivered.class);
        }
        assertThat(heads).isEmpty();
    }

    /** A name that is public when it is looked at and private a moment later: it is looked up once only. */
    @Test
    void aNameThatChangesItsMeaningLeadsNowhere() {
        AtomicInteger lookups = new AtomicInteger();
        HookAddress.Names rebinding = host ->
                new InetAddress[] {InetAddress.getByName(lookups.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1")};
        String address = "http://rebind.example.com:" + server.getAddress().getPort() + "/";
        assertThat(carrier(rebinding, Map.of("SECRET", "s3cret")).carry(message(Letters.hook(address)), NOON))
                .isInstanceOf(Outcome.Never.class);
        assertThat(lookups).hasValue(1);
        assertThat(heads).isEmpty();
    }

    @Test
    void redirectsAreNotFollowed() {
        status.set(302);
        var carrier = carrier(Map.of("SECRET", "s3cret"), "localhost");
        assertThat(carrier.carry(message(Letters.hook(here())), NOON))
                .isEqualTo(new Outcome.Later("it answers with a redirect (302), which is not followed", null));
        assertThat(heads).hasSize(1);
    }

    @Test
    void aReceiverThatIsBusySaysHowLong() {
        status.set(503);
        var carrier = carrier(Map.of("SECRET", "s3cret", "HOOK", here() + "/services/T0/B0/xyz"), "localhost");
        assertThat(carrier.carry(message(Letters.hook("${env:HOOK}")), NOON))
                .isInstanceOfSatisfying(Outcome.Later.class, later -> {
                    assertThat(later.after()).isEqualTo(Duration.ofSeconds(120));
                    assertThat(later.problem()).startsWith("it answers 503");
                });
    }

    @Test
    void aSecretThatIsNotSetIsNamedAndWaitedFor() {
        assertThat(carrier(Map.of()).carry(message(Letters.hook("${env:HOOK}")), NOON))
                .isEqualTo(new Outcome.Later("the environment variable HOOK is not set", null));
    }

    /** One that takes the call and says nothing, one that drips, one that talks without end, one that is not HTTP. */
    @Test
    void whoNeverAnswersHoldsNobodyUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ServerSocket drips = answering(socket -> {
                    for (int i = 0; i < 100; i++) {
                        socket.getOutputStream().write('H');
                        socket.getOutputStream().flush();
                        Thread.sleep(200);
                    }
                });
                ServerSocket talks = answering(socket -> {
                    byte[] line = ("X: " + "y".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    for (int i = 0; i < 100_000; i++) {
                        socket.getOutputStream().write(line);
                    }
                })) {
            assertThat(problem(silent)).isEqualTo("it did not answer in time");
            assertThat(problem(drips)).isEqualTo("it did not answer in time");
            assertThat(problem(talks)).isEqualTo("it did not answer as HTTP does");
        }
        try (ServerSocket closed = new ServerSocket(0)) {
            closed.close();
            assertThat(problem(closed)).contains("onnection refused");
        }
    }

    /** Gigabytes are announced and come without end: the status is all we want, and a few kilobytes all that we read. */
    @Test
    void aHugeAnswerIsNotReadToItsEnd() throws Exception {
        AtomicInteger megabytes = new AtomicInteger();
        try (ServerSocket huge = answering(socket -> {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[1 << 20];
            while (megabytes.get() < 2_000) {
                socket.getOutputStream().write(megabyte);
                megabytes.incrementAndGet();
            }
        })) {
            String address = "http://localhost:" + huge.getLocalPort() + "/";
            var carrier = carrier(Map.of("SECRET", "s3cret"), "localhost");
            assertThat(carrier.carry(message(Letters.hook(address)), NOON)).isEqualTo(new Outcome.Delivered());
        }
        assertThat(megabytes.get()).isLessThan(100);
    }

    /** Each attempt is signed for its own moment, so that a receiver may refuse what is old. */
    @Test
    void whatIsTriedAgainIsSignedAnew() {
        Message message = message(Letters.hook(here() + "/"));
        var carrier = carrier(Map.of("SECRET", "s3cret"), "localhost");
        status.set(500);
        assertThat(carrier.carry(message, NOON)).isInstanceOf(Outcome.Later.class);
        status.set(200);
        Instant later = NOON.plusSeconds(3600);
        assertThat(carrier.carry(message, later)).isEqualTo(new Outcome.Delivered());
        assertThat(bodies).hasSize(2).containsOnly(message.body());
        assertThat(heads)
                .extracting(head -> head.get("X-bellwether-signature").getFirst())
                .element(1)
                .asString()
                .isEqualTo(Signature.of(message.body().getBytes(StandardCharsets.UTF_8), "s3cret", later));
        assertThat(heads.getFirst().get("X-bellwether-signature").getFirst())
                .startsWith("t=" + NOON.getEpochSecond() + ",");
    }

    private String problem(ServerSocket server) {
        String address = "http://localhost:" + server.getLocalPort() + "/";
        Outcome outcome = carrier(Map.of("SECRET", "s3cret"), "localhost").carry(message(Letters.hook(address)), NOON);
        return ((Outcome.Later) outcome).problem();
    }

    /** What a server does with a connection. */
    @FunctionalInterface
    private interface Talk {
        void to(java.net.Socket socket) throws IOException, InterruptedException;
    }

    private static ServerSocket answering(Talk talk) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (var socket = server.accept()) {
                talk.to(socket);
            } catch (IOException | InterruptedException theOtherSideLeft) {
                return;
            }
        });
        return server;
    }
}
