package io.bellwether.core.catalog;

import io.bellwether.core.definition.Definitions;
import io.bellwether.core.definition.OperationsDefinition;
import io.bellwether.core.definition.OperationsDefinition.AlertDefinition;
import io.bellwether.core.definition.OperationsDefinition.ChannelDefinition;
import io.bellwether.core.definition.OperationsDefinition.DigestDefinition;
import io.bellwether.core.definition.OperationsDefinition.MailDefinition;
import io.bellwether.core.definition.OperationsDefinition.PersonDefinition;
import io.bellwether.core.definition.OperationsDefinition.StoreDefinition;
import io.bellwether.core.definition.OperationsDefinition.WaiverDefinition;
import io.bellwether.core.definition.OperationsDefinition.WhenDefinition;
import io.bellwether.core.definition.Quantity;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People, alerts, waivers and servers, their names looked up. */
final class OperationsResolver {
    private final OperationsDefinition definition;
    private final Catalog parts;
    private final Set<String> broken;
    private final Problems problems;

    /** @param parts all else, resolved */
    OperationsResolver(Definitions definitions, Catalog parts, Problems problems) {
        this.definition = definitions.operations();
        this.parts = parts;
        this.broken = broken(definitions);
        this.problems = problems;
    }

    /** Names that are written somewhere; where the catalog lacks one, its own definition is to blame. */
    private static Set<String> broken(Definitions definitions) {
        Set<String> names = new LinkedHashSet<>(definitions.broken());
        definitions.kpis().forEach(d -> names.add(d.name().value()));
        definitions.metrics().forEach(d -> names.add(d.name().value()));
        definitions.datasets().forEach(d -> names.add(d.name().value()));
        return names;
    }

    Operations resolve() {
        Map<String, Person> people = new LinkedHashMap<>();
        definition.people().forEach(p -> people.put(p.email().value(), person(p)));
        List<Alert> alerts = new ArrayList<>();
        definition.alerts().forEach(a -> alert(a, alerts));
        return new Operations(
                people,
                alerts,
                definition.waivers().stream().map(OperationsResolver::waiver).toList(),
                store(definition.store()),
                mail(definition.mail()),
                digests(definition.digest()),
                definition.privateHosts().stream().map(Located::value).toList(),
                definition.removedAfter() == null
                        ? Operations.MOMENT
                        : definition.removedAfter().value());
    }

    private Person person(PersonDefinition person) {
        String email = person.email().value();
        String name = person.name() == null
                ? email.substring(0, email.indexOf('@'))
                : person.name().value();
        return new Person(
                email,
                name,
                AboutMetric.text(person.team()),
                zone(person.timeZone()),
                person.email().span());
    }

    private @Nullable ZoneId zone(@Nullable Located<String> text) {
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text.value());
        } catch (DateTimeException e) {
            String message = "no time zone \"" + text.value() + "\"";
            problems.add(Code.UNKNOWN_WORD, text.span(), message, "write it as Europe/London");
            return null;
        }
    }

    private void alert(AlertDefinition alert, List<Alert> alerts) {
        List<Alert.Subject> on = new ArrayList<>();
        alert.on().forEach(name -> subject(name, on));
        Alert.When when = when(alert.when());
        if (on.isEmpty() || when == null) {
            return;
        }
        String name = alert.name() == null
                ? alert.when().form().value() + " of "
                        + alert.on().stream().map(Located::value).collect(Collectors.joining(", "))
                : alert.name().value();
        alerts.add(new Alert(
                free(name, alerts),
                on,
                when,
                alert.to().stream().map(OperationsResolver::channel).toList(),
                moments(alert.moments()),
                alert.renotifyAfter() == null ? null : alert.renotifyAfter().value(),
                alert.quietHours() == null
                        ? null
                        : new Alert.QuietHours(
                                alert.quietHours().from(), alert.quietHours().to()),
                alert.span()));
    }

    /** Two alerts without names on the same thing still are two. */
    private static String free(String name, List<Alert> alerts) {
        Set<String> taken = alerts.stream().map(Alert::name).collect(Collectors.toSet());
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    private void subject(Located<String> name, List<Alert.Subject> on) {
        Alert.Subject.Kind kind = kind(name.value());
        if (kind != null) {
            on.add(new Alert.Subject(kind, name.value()));
        } else if (!broken.contains(name.value())) {
            Set<String> names = new LinkedHashSet<>(parts.kpis().keySet());
            names.addAll(parts.metrics().keySet());
            names.addAll(parts.objectives().keySet());
            names.addAll(parts.datasets().keySet());
            String message = "no KPI, metric, objective or dataset \"" + name.value() + "\"";
            problems.add(
                    Code.UNKNOWN_NAME,
                    name.span(),
                    message,
                    Nearest.fix(name.value(), names).orElse(null));
        }
    }

    private Alert.Subject.@Nullable Kind kind(String name) {
        if (parts.kpis().containsKey(name)) {
            return Alert.Subject.Kind.KPI;
        }
        if (parts.metrics().containsKey(name)) {
            return Alert.Subject.Kind.METRIC;
        }
        if (parts.objectives().containsKey(name)) {
            return Alert.Subject.Kind.OBJECTIVE;
        }
        return parts.datasets().containsKey(name) ? Alert.Subject.Kind.DATASET : null;
    }

    private Alert.@Nullable When when(WhenDefinition when) {
        Quantity amount = when.amount() == null ? null : when.amount().value();
        BigDecimal share = amount == null ? BigDecimal.ZERO : amount.share();
        return switch (when.form().value()) {
            case "status" -> new Alert.When.StatusChange();
            case "anomaly" -> new Alert.When.Anomaly();
            case "data" -> new Alert.When.DataTrouble();
            case "above" -> new Alert.When.Beyond(true, share);
            case "below" -> new Alert.When.Beyond(false, share);
            case "probability_below" -> new Alert.When.ProbabilityBelow(share);
            default -> change(when, share);
        };
    }

    private Alert.@Nullable When change(WhenDefinition when, BigDecimal share) {
        Located<String> against = when.compare();
        if (against != null && !List.of("previous", "year_ago").contains(against.value())) {
            String message = "a change is against previous or year_ago";
            problems.add(Code.UNKNOWN_WORD, against.span(), message, "write against: previous");
            return null;
        }
        if (share.signum() <= 0) {
            String message = "a change is more than nothing";
            problems.add(Code.TARGET_RANGE, when.form().span(), message, "write change: 10%");
            return null;
        }
        BigDecimal minimum =
                when.minimum() == null ? null : when.minimum().value().share();
        return new Alert.When.Change(share, against == null ? "previous" : against.value(), minimum);
    }

    private static Set<Alert.Moment> moments(@Nullable List<Located<String>> moments) {
        if (moments == null) {
            return EnumSet.allOf(Alert.Moment.class);
        }
        return moments.stream()
                .map(m -> Alert.Moment.valueOf(m.value().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Alert.Moment.class)));
    }

    private static Alert.Channel channel(ChannelDefinition channel) {
        return new Alert.Channel(
                Alert.Channel.Kind.valueOf(channel.kind().value().toUpperCase(Locale.ROOT)),
                channel.address().value(),
                AboutMetric.text(channel.secret()));
    }

    private static Operations.Waiver waiver(WaiverDefinition waiver) {
        return new Operations.Waiver(
                waiver.code().value(),
                AboutMetric.text(waiver.on()),
                waiver.reason().value(),
                waiver.until().value(),
                waiver.span());
    }

    private static Operations.@Nullable StoreAddress store(@Nullable StoreDefinition store) {
        return store == null
                ? null
                : new Operations.StoreAddress(
                        store.url().value(),
                        AboutMetric.text(store.user()),
                        AboutMetric.text(store.password()),
                        store.url().span());
    }

    private Operations.@Nullable MailServer mail(@Nullable MailDefinition mail) {
        if (mail == null) {
            return null;
        }
        var security = mail.security() == null ? "starttls" : mail.security().value();
        Integer port = null;
        if (mail.port() != null) {
            BigDecimal number = mail.port().value().number();
            if (number.stripTrailingZeros().scale() > 0
                    || number.signum() <= 0
                    || number.compareTo(BigDecimal.valueOf(65_535)) > 0) {
                problems.add(Code.TARGET_RANGE, mail.port().span(), "a port is 1 to 65535", "write 587");
            } else {
                port = number.intValue();
            }
        }
        return new Operations.MailServer(
                mail.host().value(),
                port,
                Operations.MailServer.Security.valueOf(security.toUpperCase(Locale.ROOT)),
                mail.from().value(),
                AboutMetric.text(mail.user()),
                AboutMetric.text(mail.password()));
    }

    /** What is not said of digests is as usual; saying nothing at all means all of them. */
    private static Operations.Digests digests(@Nullable DigestDefinition digest) {
        if (digest == null) {
            return Operations.Digests.STANDARD;
        }
        DayOfWeek weekday = digest.weekday() == null
                ? DayOfWeek.MONDAY
                : DayOfWeek.valueOf(digest.weekday().value().toUpperCase(Locale.ROOT));
        return new Operations.Digests(digest.daily(), digest.weekly(), weekday);
    }
}
