package io.bellwether.app.message;

/** A letter as plain text; it says what the HTML says. */
final class MailText {
    private MailText() {}

    static String of(Letter letter) {
        StringBuilder text = new StringBuilder();
        if (!letter.lead().isEmpty()) {
            text.append(letter.lead()).append("\n");
        }
        for (Letter.Part part : letter.parts()) {
            text.append('\n');
            if (part.heading() != null) {
                text.append(part.heading()).append('\n');
            }
            part.lines().forEach(line -> line(line, text));
        }
        return text.toString();
    }

    private static void line(Letter.Line line, StringBuilder text) {
        text.append("- ").append(line.title());
        if (!line.text().isEmpty()) {
            text.append(": ").append(line.text());
        }
        text.append('\n');
        if (line.link() != null) {
            text.append("  ").append(line.link()).append('\n');
        }
    }
}
