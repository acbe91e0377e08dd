package io.bellwether.engine.jdbc;

import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What servers and drivers report, as problems that a person can act on; no secret in them, and no trace of the driver. */
final class Failures {
    private static final int LONGEST = 300;
    private static final Pattern KIND =
            Pattern.compile("^(?:ERROR: |FATAL: |Query failed \\(#\\w+\\): |\\(conn=\\d+\\) |line \\d+:\\d+: )+");

    /** Drivers pass on what their own libraries throw, with the name of its class. */
    private static final Pattern CLASS = Pattern.compile("\\b(?:\\w+\\.)+\\w*(?:Exception|Error): ");

    private final Connection connection;
    private final Server server;
    private final Secrets secrets;

    Failures(Connection connection, Server server, Secrets secrets) {
        this.connection = connection;
        this.server = server;
        this.secrets = secrets;
    }

    /** What stopped the look at a source. */
    EngineException ofSource(SQLException e, DataSource source, Deadline deadline) {
        if (source instanceof DataSource.Query && server.trouble(e) == Trouble.OTHER) {
            return problem("S423", name() + " refuses the query: " + plain(e), "try it in the server's own shell");
        }
        return of(e, deadline);
    }

    EngineException of(SQLException e, Deadline deadline) {
        Optional<EngineException> ours = cause(e, EngineException.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        SQLException root = root(e);
        if (deadline.isOver()) {
            return deadline.exceeded();
        }
        Trouble trouble = server.trouble(root);
        boolean address = e instanceof NotConnected && (trouble == Trouble.OTHER || trouble == Trouble.VALUE);
        return switch (address ? Trouble.UNREACHABLE : trouble) {
            case UNREACHABLE ->
                problem("E611", name() + " cannot be reached: " + plain(root), "check its url, and that it runs");
            case WRONG_USER ->
                problem("E612", name() + " does not let us in: " + plain(root), "check user, password and database");
            case NO_TABLE ->
                problem("S421", name() + ": " + plain(root), "check schema and table, and who may see them");
            case NO_RIGHT -> problem("S422", name() + ": " + plain(root), "let the connection's user read it");
            case STOPPED -> problem("E602", name() + " stopped the query: " + plain(root), "ask for less at once");
            case VALUE -> problem("E606", "a value does not fit: " + plain(root), EngineException.VALUE_FIX);
            case RESOURCES ->
                problem("E603", "the query needs more than " + name() + " has: " + plain(root), "ask for less at once");
            case OTHER -> problem("E605", name() + " refuses the statement: " + plain(root), null);
        };
    }

    /** Whether the session is there no more; the server may be. */
    boolean isGone(SQLException e) {
        return !(e instanceof NotConnected) && server.trouble(root(e)) == Trouble.UNREACHABLE;
    }

    /** Why nobody could even ask. */
    static EngineException busy(Connection connection, int sessions) {
        return problem(
                "E616",
                name(connection) + " was busy: our " + sessions + " sessions there were at work all the time",
                "ask again, or for less at once");
    }

    private String name() {
        return name(connection);
    }

    private static String name(Connection connection) {
        return connection.name() + " (" + connection.engine().word() + ")";
    }

    private static EngineException problem(String code, String message, @Nullable String fix) {
        return EngineException.of(code, message, fix);
    }

    /** A pool wraps what the driver said. */
    private static SQLException root(SQLException e) {
        return e.getCause() instanceof SQLException cause ? root(cause) : e;
    }

    private static <T> Optional<T> cause(@Nullable Throwable e, Class<T> type) {
        return e == null
                ? Optional.empty()
                : type.isInstance(e) ? Optional.of(type.cast(e)) : cause(e.getCause(), type);
    }

    /** The first line without the engine's own kind of error, cut to what a person reads. */
    private String plain(SQLException e) {
        String text = Objects.requireNonNullElse(e.getMessage(), "no reason given");
        String first = KIND.matcher(text.lines().findFirst().orElse("")).replaceFirst("");
        String covered = secrets.cover(CLASS.matcher(first).replaceAll("").strip());
        return covered.length() > LONGEST ? covered.substring(0, LONGEST) + "…" : covered;
    }
}
