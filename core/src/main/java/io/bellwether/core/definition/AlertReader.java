package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.OperationsDefinition.AlertDefinition;
import io.bellwether.core.definition.OperationsDefinition.ChannelDefinition;
import io.bellwether.core.definition.OperationsDefinition.WhenDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code alerts}: what it looks at, when it speaks, and to whom. */
final class AlertReader {
    private static final List<String> WORDS = List.of("status", "anomaly", "data");
    private static final String[] AMOUNTS = {"above", "below", "change", "probability_below"};
    private static final String[] CHANNELS = {"email", "webhook", "slack", "teams"};
    private static final List<String> MOMENTS = List.of("on_fail", "on_recover", "on_error");

    private AlertReader() {}

    static @Nullable AlertDefinition read(Keys keys) {
        var name = keys.has("name") ? keys.name() : null;
        var on = keys.texts("on");
        var when = when(keys);
        var to = channels(keys);
        var moments = moments(keys);
        var renotify = Amounts.length(keys, "renotify_after");
        var quiet = OperationsReader.quietHours(keys);
        keys.missing("on", "the name of a KPI");
        keys.missing("when", "status");
        keys.missing("to", "[ {email: maria@example.com} ]");
        return on.isEmpty() || when == null || to.isEmpty()
                ? null
                : new AlertDefinition(name, on, when, to, moments, renotify, quiet, keys.head());
    }

    private static @Nullable WhenDefinition when(Keys alert) {
        Node node = alert.node("when");
        if (node == null || node instanceof Scalar) {
            Located<String> word = alert.word("when", WORDS);
            return word == null ? null : new WhenDefinition(word, null, null, null);
        }
        Keys keys = Keys.of(node, "when", alert.problems());
        if (keys == null) {
            return null;
        }
        Set<String> written = keys.known(AMOUNTS);
        var compare = keys.text("against");
        var minimum = Amounts.quantity(keys, "minimum");
        String form = written.size() == 1 ? written.iterator().next() : null;
        Span place = form == null ? keys.head() : keys.keySpan(form);
        var amount = form == null ? null : Amounts.quantity(keys, form);
        keys.finish();
        if (form == null) {
            String fix = "give status, anomaly or data, or one of " + String.join(", ", AMOUNTS);
            keys.problems().add(Code.MISSING_KEY, place, "\"when\" names one thing that can happen", fix);
        }
        return form == null || amount == null || place == null
                ? null
                : new WhenDefinition(new Located<>(form, place), amount, compare, minimum);
    }

    private static List<ChannelDefinition> channels(Keys alert) {
        List<ChannelDefinition> channels = new ArrayList<>();
        for (Node item : alert.items("to")) {
            ChannelDefinition channel = channel(item, alert);
            if (channel != null) {
                channels.add(channel);
            }
        }
        return channels;
    }

    /** {@code {email: …}} or a bare address. */
    private static @Nullable ChannelDefinition channel(Node item, Keys alert) {
        if (item instanceof Scalar scalar) {
            Located<String> bare =
                    OperationsReader.email(new Located<>(scalar.value(), scalar.span()), alert.problems());
            return bare == null ? null : new ChannelDefinition(new Located<>("email", bare.span()), bare, null);
        }
        Keys keys = item instanceof Mapping ? Keys.of(item, "a receiver", alert.problems()) : null;
        if (keys == null) {
            return null;
        }
        Set<String> kinds = keys.known(CHANNELS);
        String kind = kinds.size() == 1 ? kinds.iterator().next() : null;
        Located<String> address = kind == null ? null : keys.text(kind);
        Located<String> secret = SecretTexts.reference(keys, "secret", "HOOK_SECRET");
        keys.finish();
        if (kind == null) {
            String fix = "write one of " + String.join(", ", CHANNELS) + ", such as {email: maria@example.com}";
            alert.problems().add(Code.MISSING_KEY, keys.head(), "a receiver is one address", fix);
            return null;
        }
        Located<String> good = address(kind, address, keys);
        return good == null ? null : new ChannelDefinition(new Located<>(kind, good.span()), good, secret);
    }

    /** Addresses of hooks are secrets: who knows one can write there. So plain ones are allowed for webhooks only. */
    private static @Nullable Located<String> address(String kind, @Nullable Located<String> address, Keys keys) {
        if (address == null || SecretTexts.isReference(address.value())) {
            return address;
        }
        switch (kind) {
            case "email" -> {
                return OperationsReader.email(address, keys.problems());
            }
            case "slack", "teams" -> {
                SecretTexts.plain(keys, "the address of the hook", address, "HOOK");
                return null;
            }
            default -> {
                if (!address.value().matches("https?://\\S+")) {
                    String message = "a webhook is an address that begins with https://";
                    keys.problems().add(Code.ADDRESS, address.span(), message, "write ${env:HOOK} or the address");
                    return null;
                }
                return address;
            }
        }
    }

    /** {@code on_fail: true}, {@code on_recover: false}: those that are told; null where nothing is said. */
    private static @Nullable List<Located<String>> moments(Keys keys) {
        List<Located<String>> told = new ArrayList<>();
        boolean said = false;
        for (String moment : MOMENTS) {
            Located<String> answer = keys.word(moment, List.of("true", "false"));
            said |= answer != null;
            boolean tells = answer == null
                    ? !moment.equals("on_recover")
                    : answer.value().equals("true");
            Span place = keys.keySpan(moment);
            if (tells) {
                told.add(new Located<>(moment.substring(3), place == null ? keys.head() : place));
            }
        }
        return said ? told : null;
    }
}
