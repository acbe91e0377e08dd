package io.bellwether.app.message;

import static io.bellwether.app.message.Html.escaped;

import io.bellwether.core.judge.Status;

/** A letter as HTML that every mail program shows: one column, styles in place, nothing loaded from anywhere. */
final class MailHtml {
    private MailHtml() {}

    static String of(Letter letter) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(letter.subject()))
                .append("</title></head><body style=\"margin:0;padding:24px;background:#ffffff;color:#1d2430;")
                .append("font:15px/1.5 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif\">")
                .append("<div style=\"max-width:620px;margin:0 auto\"><h1 style=\"font-size:20px;margin:0 0 8px;")
                .append("padding-left:12px;border-left:4px solid ")
                .append(colour(letter.tone()))
                .append("\">")
                .append(escaped(letter.subject()))
                .append("</h1>");
        if (!letter.lead().isEmpty()) {
            html.append("<p style=\"margin:0 0 16px\">")
                    .append(escaped(letter.lead()))
                    .append("</p>");
        }
        letter.parts().forEach(part -> part(part, html));
        return html.append("</div></body></html>\n").toString();
    }

    private static void part(Letter.Part part, StringBuilder html) {
        if (part.heading() != null) {
            html.append("<h2 style=\"font-size:16px;margin:20px 0 6px\">")
                    .append(escaped(part.heading()))
                    .append("</h2>");
        }
        html.append("<ul style=\"margin:0;padding-left:20px\">");
        for (Letter.Line line : part.lines()) {
            String title = "<strong>" + escaped(line.title()) + "</strong>";
            String linked = line.link() == null
                    ? title
                    : "<a href=\"" + escaped(line.link()) + "\" style=\"color:#1f5fbf\">" + title + "</a>";
            html.append("<li style=\"margin:0 0 6px\">").append(linked);
            if (!line.text().isEmpty()) {
                html.append(": ").append(escaped(line.text()));
            }
            html.append("</li>");
        }
        html.append("</ul>");
    }

    private static String colour(Status.Tone tone) {
        return switch (tone) {
            case GOOD -> "#2f7d4f";
            case WARN -> "#b7791f";
            case BAD -> "#b4373b";
            case NONE -> "#8a93a3";
        };
    }
}
