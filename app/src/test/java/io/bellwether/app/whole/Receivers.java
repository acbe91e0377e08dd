package io.bellwether.app.whole;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those who are told of alerts: a hook that refuses one call in five, and a mail server. */
final class Receivers implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What arrived, by the key that says that two of them are the same. */
    final Set<String> keys = ConcurrentHashMap.newKeySet();

    /** What hooks were told. */
    final Set<Told> told = ConcurrentHashMap.newKeySet();

    private final HttpServer hook;
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    volatile boolean refuses = true;

    /** @param moment {@code fail} or {@code recover} */
    record Told(String metric, String moment, LocalDate day) {}

    Receivers() throws IOException {
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        hook.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean taken = !refuses || Math.floorMod(body.hashCode() ^ (int) System.nanoTime(), 5) != 0;
            if (taken) {
                keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
                JsonNode facts = JSON.readTree(body).path("facts");
                told.add(new Told(
                        facts.path("subject").asString(),
                        facts.path("moment").asString(),
                        day(facts.path("at").asString())));
            }
            exchange.sendResponseHeaders(taken ? 200 : 503, -1);
            exchange.close();
        });
        hook.start();
        mails.start();
    }

    private static LocalDate day(String at) {
        return LocalDate.ofInstant(Instant.parse(at), ZoneOffset.UTC);
    }

    int hookPort() {
        return hook.getAddress().getPort();
    }

    int mailPort() {
        return mails.getSmtp().getPort();
    }

    /** The identifiers of all mails that arrived. */
    Set<String> mailIds() throws MessagingException {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            ids.add(mail.getMessageID());
        }
        return ids;
    }

    @Override
    public void close() {
        hook.stop(0);
        mails.stop();
    }
}
