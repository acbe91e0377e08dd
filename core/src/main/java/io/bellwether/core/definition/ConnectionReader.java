package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code connections: { warehouse: { engine: trino, url: "jdbc:trino://…", user: …, password: … } }}. */
final class ConnectionReader {
    /** The engines that a connection can name. */
    static final List<String> ENGINES = List.of(
            "postgres", "trino", "mariadb", "mysql", "snowflake", "bigquery", "databricks", "redshift", "clickhouse");

    /** What an address may carry that nobody should read, up to the next part of the address. */
    private static final Pattern SECRET_IN_URL = Pattern.compile(
            "//[^/@?;]*?:(?<user>[^/@?;]+)@|(?:password|pwd|token|secret|accesskey|privatekey)\\w*=(?<part>[^&;]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Duration LONGEST = Duration.ofDays(1);

    private ConnectionReader() {}

    /** @param broken gets the names of those that cannot be used */
    static List<ConnectionDefinition> read(Keys workspace, Set<String> broken) {
        List<ConnectionDefinition> connections = new ArrayList<>();
        Node node = workspace.node("connections");
        if (node == null) {
            return connections;
        }
        if (!(node instanceof Mapping mapping)) {
            String fix = "write connections: { warehouse: { engine: postgres, url: … } }";
            workspace.problems().add(Code.WRONG_SHAPE, node.span(), "connections are blocks of keys by name", fix);
            return connections;
        }
        for (Node.Entry entry : mapping.entries()) {
            Located<String> name =
                    new Located<>(entry.key().value(), entry.key().span());
            Keys keys = Keys.of(entry.value(), "a connection", workspace.problems());
            ConnectionDefinition read = keys == null ? null : read(name, keys);
            if (read == null) {
                broken.add(name.value());
            } else {
                connections.add(read);
            }
        }
        return connections;
    }

    private static @Nullable ConnectionDefinition read(Located<String> name, Keys keys) {
        if (!name.value().matches("[A-Za-z]\\w*")) {
            String message = "\"" + name.value() + "\" is not a name for a connection";
            keys.problems().add(Code.BAD_NAME, name.span(), message, "letters, digits and underscores: warehouse");
        }
        Located<String> engine = keys.word("engine", ENGINES);
        Located<String> url = url(keys, engine);
        Located<String> user = keys.text("user");
        Located<String> password = SecretTexts.reference(keys, "password", "WAREHOUSE_PASSWORD");
        Located<Duration> keep = keepAnswers(keys);
        keys.missing("engine", "one of " + String.join(", ", ENGINES));
        keys.missing("url", "\"jdbc:postgresql://host:5432/database\"");
        keys.finish();
        return engine == null || url == null ? null : new ConnectionDefinition(name, engine, url, user, password, keep);
    }

    /** {@code 5 minutes}, up to a day; {@code 0} for not at all. */
    private static @Nullable Located<Duration> keepAnswers(Keys keys) {
        Located<String> text = keys.peek("keep_answers");
        if (text != null && text.value().strip().equals("0")) {
            keys.text("keep_answers");
            return new Located<>(Duration.ZERO, text.span());
        }
        Located<TemporalAmount> length = Amounts.length(keys, "keep_answers");
        if (length == null) {
            return null;
        }
        Duration keep = length.value() instanceof Duration duration ? duration : LONGEST;
        if (keep.compareTo(LONGEST) > 0
                || length.value() instanceof Period period && !period.equals(Period.ofDays(1))) {
            String message = "answers are kept for a day at most";
            keys.problems().add(Code.TARGET_RANGE, length.span(), message, "keep extracts of what changes less often");
        }
        return new Located<>(keep, length.span());
    }

    private static @Nullable Located<String> url(Keys keys, @Nullable Located<String> engine) {
        Located<String> url = keys.text("url");
        if (url == null) {
            return null;
        }
        Matcher secret = SECRET_IN_URL.matcher(url.value());
        while (secret.find()) {
            String found = secret.group("user") == null ? secret.group("part") : secret.group("user");
            if (!SecretTexts.isReference(found)) {
                SecretTexts.plain(keys, "the url", url, "WAREHOUSE_SECRET");
                return null;
            }
        }
        String start =
                engine == null ? "jdbc:" : "jdbc:" + engine.value().replaceFirst("^postgres$", "postgresql") + ":";
        if (!url.value().startsWith(start)) {
            String message = "the url is not one that a driver of this engine could open";
            keys.problems().add(Code.ADDRESS, url.span(), message, "begin with " + start);
            return null;
        }
        return url;
    }
}
