package io.bellwether.app.alert;

import io.bellwether.app.message.Letter;
import io.bellwether.app.message.Letter.Line;
import io.bellwether.app.message.Letter.Part;
import io.bellwether.app.store.Moments;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Moment;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an alert says. */
record AlertLetter(Catalog catalog, Alert alert, Alert.Subject subject, Links links, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    Letter of(Moment moment, Standing standing, boolean reminder, Instant at) {
        String word = moment.name().toLowerCase(Locale.ROOT);
        Map<String, Object> facts = facts(at);
        facts.put("moment", word);
        facts.put("mark", standing.mark());
        facts.put("since", Moments.text(standing.since()));
        facts.put("reminder", reminder);
        return new Letter(
                "alert." + word,
                subject(moment, reminder),
                tone(moment, standing),
                standing.text(),
                List.of(new Part(null, lines(moment, standing))),
                facts);
    }

    /** One that says that it is one. */
    Letter test(Instant at, String by) {
        String text = "This is a test that " + by + " sent. Nothing has happened.";
        return new Letter(
                "alert.test",
                "[Test] " + alert.name(),
                Status.Tone.NONE,
                text,
                List.of(new Part(null, List.of(new Line("Alert", alert.name(), null)))),
                facts(at));
    }

    private Map<String, Object> facts(Instant at) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("alert", alert.name());
        facts.put("at", Moments.text(at));
        facts.put("subject", subject.name());
        facts.put("kind", subject.kind().name().toLowerCase(Locale.ROOT));
        return facts;
    }

    private String subject(Moment moment, boolean reminder) {
        String label = label();
        String said = switch (moment) {
            case FAIL -> reminder ? "Still: " + label + " needs you" : label + " needs you";
            case RECOVER -> label + " is fine again";
            case ERROR -> label + " cannot be watched";
        };
        return said + " – " + alert.name();
    }

    private Status.Tone tone(Moment moment, Standing standing) {
        return switch (moment) {
            case RECOVER -> Status.Tone.GOOD;
            case ERROR -> Status.Tone.NONE;
            case FAIL ->
                standing.mark().equals(Status.AT_RISK.word())
                        ? Status.Tone.WARN
                        : standing.mark().equals(Status.NO_DATA.word()) ? Status.Tone.NONE : Status.Tone.BAD;
        };
    }

    private List<Line> lines(Moment moment, Standing standing) {
        List<Line> lines = new ArrayList<>();
        if (links.of(subject) != null) {
            lines.add(new Line(label(), "", links.of(subject)));
        }
        lines.add(new Line("Since", TIME.format(standing.since().atZone(zone)), null));
        Kpi kpi = kpi();
        if (kpi != null && moment == Moment.FAIL && kpi.response() != null) {
            lines.add(new Line("Plan", kpi.response(), null));
        }
        if (kpi != null && kpi.owner() != null) {
            lines.add(new Line("Owner", kpi.owner(), null));
        }
        return lines;
    }

    private @org.jspecify.annotations.Nullable Kpi kpi() {
        return subject.kind() == Alert.Subject.Kind.KPI
                ? catalog.kpi(subject.name()).orElse(null)
                : null;
    }

    private String label() {
        return label(catalog, subject);
    }

    static String label(Catalog catalog, Alert.Subject subject) {
        return switch (subject.kind()) {
            case KPI -> catalog.kpi(subject.name()).map(Kpi::label).orElse(subject.name());
            case METRIC ->
                catalog.metric(subject.name()).map(m -> m.about().label()).orElse(subject.name());
            case OBJECTIVE, DATASET -> subject.name();
        };
    }
}
