package io.bellwether.app.message;

import io.bellwether.app.message.Letter.Line;
import io.bellwether.app.message.Letter.Part;
import io.bellwether.core.catalog.Alert.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a letter for a channel: mail as text and HTML, hooks as the JSON that each of them understands. */
public final class Writing {
    /** More than anybody reads; a body beyond it would be refused. */
    private static final int MOST_PARTS = 20;

    private static final int MOST_LINES = 40;
    private static final int LONGEST = 2_000;

    private Writing() {}

    /** The message for one receiver. */
    public static Message write(String key, String about, Letter whole, Channel to) {
        Letter letter = bounded(whole);
        String subject = letter.subject();
        return switch (to.kind()) {
            case EMAIL -> new Message(key, about, to, subject, MailText.of(letter), MailHtml.of(letter));
            case WEBHOOK -> new Message(key, about, to, subject, HookBodies.webhook(letter, Message.id(key)), null);
            case SLACK -> new Message(key, about, to, subject, HookBodies.slack(letter), null);
            case TEAMS -> new Message(key, about, to, subject, HookBodies.teams(letter), null);
        };
    }

    private static Letter bounded(Letter letter) {
        List<Part> parts = new ArrayList<>();
        letter.parts().stream().limit(MOST_PARTS).forEach(part -> parts.add(bounded(part)));
        Map<String, Object> facts = new TreeMap<>();
        letter.facts()
                .forEach((name, value) ->
                        facts.put(name, value instanceof String text ? Lines.shortened(text, LONGEST) : value));
        return new Letter(
                letter.type(),
                Lines.subject(letter.subject()),
                letter.tone(),
                Lines.one(letter.lead(), LONGEST),
                parts,
                facts);
    }

    private static Part bounded(Part part) {
        List<Line> lines = new ArrayList<>();
        part.lines().stream()
                .limit(MOST_LINES)
                .forEach(line ->
                        lines.add(new Line(Lines.subject(line.title()), Lines.one(line.text(), LONGEST), line.link())));
        int more = part.lines().size() - MOST_LINES;
        if (more > 0) {
            lines.add(new Line("And " + more + " more", "", null));
        }
        String heading = part.heading();
        return new Part(heading == null ? null : Lines.subject(heading), lines);
    }
}
