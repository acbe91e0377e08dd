package io.bellwether.app.message;

import io.bellwether.core.catalog.Operations;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.jdbc.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Carries messages to hooks: our own format, Slack's and that of Microsoft Teams. */
public final class HookCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** A receiver may ask us to wait, but not for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private final Secrets secrets;
    private final Supplier<Operations> operations;
    private final HookAddress.Names names;
    private final HookCall call;

    public HookCarrier(Secrets secrets, Supplier<Operations> operations) {
        this(secrets, operations, InetAddress::getAllByName, PATIENCE);
    }

    /** @param patience how long a whole call may take */
    HookCarrier(Secrets secrets, Supplier<Operations> operations, HookAddress.Names names, Duration patience) {
        this(secrets, operations, names, new HookCall((SSLSocketFactory) SSLSocketFactory.getDefault(), patience));
    }

    HookCarrier(Secrets secrets, Supplier<Operations> operations, HookAddress.Names names, HookCall call) {
        this.secrets = secrets;
        this.operations = operations;
        this.names = names;
        this.call = call;
    }

    @Override
    public Outcome carry(Message message, Instant at) {
        try {
            HookAddress to = HookAddress.parse(secrets.fill(message.to().address()));
            if (to == null) {
                return new Outcome.Never("its address is not one of a hook; write https://host/path");
            }
            InetAddress address = to.reachable(names, operations.get().privateHosts());
            if (address == null) {
                return new Outcome.Never("its host is not public; name it in allow_private_hosts to allow it");
            }
            byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
            return outcome(call.post(to, address, headers(message, body, at), body));
        } catch (EngineException e) {
            return new Outcome.Later(secrets.cover(e.diagnostic().message()), null);
        } catch (IOException e) {
            return new Outcome.Later(reason(e), null);
        }
    }

    private Map<String, String> headers(Message message, byte[] body, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Bellwether");
        headers.put("Idempotency-Key", message.id());
        String secret = message.to().secret();
        if (secret != null) {
            headers.put(Signature.HEADER, Signature.of(body, secrets.fill(secret), at));
        }
        return headers;
    }

    private Outcome outcome(HookCall.Reply reply) {
        int status = reply.status();
        if (status < 300) {
            return new Outcome.Delivered();
        }
        if (status < 400) {
            return new Outcome.Later("it answers with a redirect (" + status + "), which is not followed", null);
        }
        String said = Lines.one(secrets.cover(reply.body()), 120);
        String problem = "it answers " + status + (said.isEmpty() ? "" : ": " + said);
        return new Outcome.Later(problem, after(reply.headers().get("retry-after")));
    }

    private static @Nullable Duration after(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,9}")) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private String reason(IOException e) {
        return switch (e) {
            case UnknownHostException _ -> "its host's name is not known";
            case SocketTimeoutException _ -> "it did not answer in time";
            case SSLException s ->
                "no trusted connection: " + Lines.one(secrets.cover(String.valueOf(s.getMessage())), 160);
            case SocketException s when "Socket closed".equals(s.getMessage()) -> "it did not answer in time";
            default -> Lines.one(secrets.cover(String.valueOf(e.getMessage())), 160);
        };
    }
}
