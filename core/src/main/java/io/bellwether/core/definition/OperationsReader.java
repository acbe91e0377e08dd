package io.bellwether.core.definition;

import io.bellwether.core.definition.OperationsDefinition.DigestDefinition;
import io.bellwether.core.definition.OperationsDefinition.MailDefinition;
import io.bellwether.core.definition.OperationsDefinition.PersonDefinition;
import io.bellwether.core.definition.OperationsDefinition.QuietHours;
import io.bellwether.core.definition.OperationsDefinition.StoreDefinition;
import io.bellwether.core.definition.OperationsDefinition.WaiverDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads people, waivers, and the settings of store, mail and digests. */
final class OperationsReader {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}:\\d{2})\\s*(?:-|–|to)\\s*(\\d{1,2}:\\d{2})");
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private OperationsReader() {}

    static @Nullable PersonDefinition person(Keys keys) {
        Located<String> email = email(keys.text("email"), keys.problems());
        keys.missing("email", "maria@example.com");
        var name = keys.text("name");
        var team = keys.text("team");
        var zone = keys.text("time_zone");
        return email == null ? null : new PersonDefinition(email, name, team, zone);
    }

    /** The address in small letters, since that is how mail treats it almost everywhere. */
    static @Nullable Located<String> email(@Nullable Located<String> text, Problems problems) {
        if (text == null) {
            return null;
        }
        if (!EMAIL.matcher(text.value()).matches()) {
            String message = "\"" + Amounts.shortened(text.value()) + "\" is not an e-mail address";
            problems.add(Code.ADDRESS, text.span(), message, "write it as maria@example.com");
            return null;
        }
        return new Located<>(text.value().toLowerCase(Locale.ROOT), text.span());
    }

    static @Nullable WaiverDefinition waiver(Keys keys) {
        var code = keys.text("code");
        var on = keys.text("on");
        var reason = keys.text("reason");
        var until = Amounts.date(keys.text("until"), keys.problems());
        keys.missing("code", "the code of the rule");
        keys.missing("reason", "why this is all right for now");
        keys.missing("until", "2027-03-01");
        return code == null || reason == null || until == null
                ? null
                : new WaiverDefinition(code, on, reason, until, code.span());
    }

    static @Nullable StoreDefinition store(Keys workspace) {
        Keys keys = block(workspace, "store", "the store");
        if (keys == null) {
            return null;
        }
        var url = keys.text("url");
        var user = keys.text("user");
        var password = SecretTexts.reference(keys, "password", "STORE_PASSWORD");
        keys.missing("url", "\"jdbc:postgresql://host:5432/bellwether\"");
        keys.finish();
        if (url != null && !url.value().startsWith("jdbc:postgresql:") && !SecretTexts.isReference(url.value())) {
            String fix = "begin with jdbc:postgresql: or leave store: out for SQLite in the workspace's folder";
            keys.problems().add(Code.ADDRESS, url.span(), "the store's url is not one of PostgreSQL", fix);
            return null;
        }
        return url == null ? null : new StoreDefinition(url, user, password);
    }

    static @Nullable MailDefinition mail(Keys workspace) {
        Keys keys = block(workspace, "mail", "mail");
        if (keys == null) {
            return null;
        }
        var host = keys.text("host");
        var port = Amounts.quantity(keys, "port");
        var security = keys.word("security", List.of("none", "starttls", "tls"));
        var from = email(keys.text("from"), keys.problems());
        var user = keys.text("user");
        var password = SecretTexts.reference(keys, "password", "MAIL_PASSWORD");
        keys.missing("host", "smtp.example.com");
        keys.missing("from", "bellwether@example.com");
        keys.finish();
        return host == null || from == null ? null : new MailDefinition(host, port, security, from, user, password);
    }

    static @Nullable DigestDefinition digest(Keys workspace) {
        Keys keys = block(workspace, "digest", "the digest");
        if (keys == null) {
            return null;
        }
        var daily = time(keys.text("daily"), keys.problems());
        var weekly = time(keys.text("weekly"), keys.problems());
        var weekday = keys.word("weekday", WEEKDAYS);
        keys.finish();
        return new DigestDefinition(daily, weekly, weekday);
    }

    static @Nullable QuietHours quietHours(Keys keys) {
        Located<String> text = keys.text("quiet_hours");
        if (text == null) {
            return null;
        }
        Matcher hours = HOURS.matcher(text.value());
        if (hours.matches()) {
            LocalTime from = time(new Located<>(hours.group(1), text.span()), keys.problems());
            LocalTime to = time(new Located<>(hours.group(2), text.span()), keys.problems());
            return from == null || to == null ? null : new QuietHours(from, to, text.span());
        }
        keys.problems().add(Code.PERIOD, text.span(), "quiet hours are from one time to another", "write 22:00-07:00");
        return null;
    }

    private static @Nullable LocalTime time(@Nullable Located<String> text, Problems problems) {
        if (text == null) {
            return null;
        }
        try {
            return LocalTime.parse(text.value().length() == 4 ? "0" + text.value() : text.value());
        } catch (DateTimeException e) {
            String message = "\"" + Amounts.shortened(text.value()) + "\" is not a time of day";
            problems.add(Code.PERIOD, text.span(), message, "write it as \"07:30\"");
            return null;
        }
    }

    private static @Nullable Keys block(Keys workspace, String key, String what) {
        Node node = workspace.node(key);
        return node == null ? null : Keys.of(node, what, workspace.problems());
    }
}
