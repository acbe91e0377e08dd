package io.bellwether.app.message;

import io.bellwether.core.judge.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A letter as the JSON that a hook takes: our own, Slack's blocks, or an Adaptive Card for Microsoft Teams. */
final class HookBodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Slack refuses a text above 3,000 characters and a message above 50 blocks. */
    private static final int SLACK_TEXT = 2_900;

    private static final int SLACK_BLOCKS = 48;
    private static final int SLACK_HEADER = 150;
    /** Teams refuses a message above 28 KB; the rest of it is not more than 1 KB. */
    private static final int CARD_BYTES = 26_000;

    private static final int CARD_TEXT = 400;

    private HookBodies() {}

    /** @param id that the header names too */
    static String webhook(Letter letter, String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("type", letter.type());
        body.put("subject", letter.subject());
        body.put("text", letter.lead());
        body.put("facts", letter.facts());
        body.put("parts", letter.parts().stream().map(HookBodies::part).toList());
        return JSON.writeValueAsString(body);
    }

    private static Map<String, Object> part(Letter.Part part) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("heading", part.heading());
        map.put("lines", part.lines().stream().map(HookBodies::line).toList());
        return map;
    }

    private static Map<String, Object> line(Letter.Line line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", line.title());
        map.put("text", line.text());
        map.put("link", line.link());
        return map;
    }

    static String slack(Letter letter) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        Map<String, Object> header =
                Map.of("type", "plain_text", "text", Lines.shortened(letter.subject(), SLACK_HEADER));
        blocks.add(new LinkedHashMap<>(Map.of("type", "header", "text", header)));
        if (!letter.lead().isEmpty()) {
            blocks.add(section(slackText(letter.lead())));
        }
        for (Letter.Part part : letter.parts()) {
            StringBuilder text = new StringBuilder();
            if (part.heading() != null) {
                text.append('*').append(slackText(part.heading())).append("*\n");
            }
            part.lines().forEach(line -> slackLine(line, text));
            blocks.add(section(Lines.shortened(text.toString(), SLACK_TEXT)));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", slackText(letter.subject()));
        body.put("blocks", blocks.stream().limit(SLACK_BLOCKS).toList());
        return JSON.writeValueAsString(body);
    }

    private static void slackLine(Letter.Line line, StringBuilder text) {
        String title = slackText(line.title());
        text.append("• ").append(line.link() == null ? "*" + title + "*" : "<" + line.link() + "|" + title + ">");
        if (!line.text().isEmpty()) {
            text.append(": ").append(slackText(line.text()));
        }
        text.append('\n');
    }

    private static Map<String, Object> section(String text) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "section");
        section.put("text", Map.of("type", "mrkdwn", "text", text));
        return section;
    }

    /** What Slack would read as a link, a mention or a mark is only text. */
    private static String slackText(String text) {
        return Lines.shortened(text, SLACK_TEXT)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    static String teams(Letter letter) {
        List<Map<String, Object>> elements = new ArrayList<>();
        elements.add(
                text(letter.subject(), Map.of("size", "Large", "weight", "Bolder", "color", colour(letter.tone()))));
        if (!letter.lead().isEmpty()) {
            elements.add(text(letter.lead(), Map.of()));
        }
        for (Letter.Part part : letter.parts()) {
            if (part.heading() != null) {
                elements.add(text(part.heading(), Map.of("weight", "Bolder", "spacing", "Medium")));
            }
            part.lines().forEach(line -> elements.add(text(cardLine(line), Map.of("spacing", "Small"))));
        }
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", fitting(elements));
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("content", card);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "message");
        body.put("attachments", List.of(attachment));
        return JSON.writeValueAsString(body);
    }

    private static List<Map<String, Object>> fitting(List<Map<String, Object>> elements) {
        List<Map<String, Object>> fitting = new ArrayList<>();
        int bytes = 0;
        for (Map<String, Object> element : elements) {
            bytes += JSON.writeValueAsBytes(element).length + 1;
            if (bytes > CARD_BYTES) {
                break;
            }
            fitting.add(element);
        }
        return fitting;
    }

    private static String cardLine(Letter.Line line) {
        String title = cardText(line.title());
        String named = line.link() == null ? "**" + title + "**" : "[" + title + "](" + line.link() + ")";
        return line.text().isEmpty() ? named : named + ": " + cardText(line.text());
    }

    /** Cards read Markdown: what would mark is taken out of what people wrote. */
    private static String cardText(String text) {
        return Lines.shortened(text, CARD_TEXT).replaceAll("[\\[\\]*_`]", " ");
    }

    private static Map<String, Object> text(String text, Map<String, String> look) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "TextBlock");
        block.put("text", text);
        block.put("wrap", true);
        block.putAll(look);
        return block;
    }

    private static String colour(Status.Tone tone) {
        return switch (tone) {
            case GOOD -> "Good";
            case WARN -> "Warning";
            case BAD -> "Attention";
            case NONE -> "Default";
        };
    }
}
