package io.bellwether.app.review;

import static io.bellwether.app.message.Html.escaped;

import org.jspecify.annotations.Nullable;

/** Minutes as one HTML file that needs nothing else; every text in it is escaped, and keeps to its own direction of writing. */
public final class MinutesHtml {
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; color: #191918; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.05rem; margin: 1.6rem 0 .2rem } p { margin: .3rem 0; white-space: pre-line; overflow-wrap: anywhere }
            .quiet { color: #63625d } .tag { font-size: .85rem; border: 1px solid #d4d3ce; border-radius: 99px; padding: 0 .5rem; font-weight: 400 }
            blockquote { margin: .5rem 0; padding: 0 .8rem; border-left: 3px solid #d4d3ce }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #e8e7e3; overflow-wrap: anywhere }
            th { font-weight: 400; color: #63625d } code { font-size: .9em }
            """;

    private final StringBuilder page = new StringBuilder();

    private MinutesHtml() {}

    public static String of(Minutes minutes) {
        return new MinutesHtml().write(minutes);
    }

    private String write(Minutes minutes) {
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(minutes.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        element("h1", minutes.title());
        quiet(minutes.when() + (minutes.open() ? " · still going on" : ""));
        quiet("With " + minutes.people());
        if (minutes.summary() != null) {
            element("p", minutes.summary());
        }
        minutes.lines().forEach(this::line);
        actions(minutes);
        return page.append("</body>\n</html>\n").toString();
    }

    private void line(Minutes.Line line) {
        page.append("<h2><bdi>").append(escaped(line.label())).append("</bdi>");
        if (line.status() != null) {
            page.append(" <span class=\"tag\">")
                    .append(line.status().glyph())
                    .append(' ')
                    .append(line.status().label())
                    .append("</span>");
        }
        page.append("</h2>\n");
        quiet(line.standing() + (line.owner() == null ? "" : " · " + line.owner()));
        quiet(line.why());
        said(line.comment(), line.confidence());
        said(line.note(), null);
        if (line.decision() != null) {
            page.append("<p><b>Decision.</b> <bdi>")
                    .append(escaped(line.decision()))
                    .append("</bdi>");
            if (line.done() != null) {
                page.append(". Carried out: <bdi>").append(escaped(line.done())).append("</bdi>");
            }
            if (line.command() != null) {
                page.append(". To do it: <code>")
                        .append(escaped(line.command()))
                        .append("</code>");
            }
            page.append("</p>\n");
        }
    }

    private void said(Minutes.@Nullable Words words, @Nullable String confidence) {
        if (words != null) {
            page.append("<blockquote><p dir=\"auto\">")
                    .append(escaped(words.text()))
                    .append("</p><p class=\"quiet\"><bdi>");
            page.append(escaped(words.by())).append("</bdi>");
        } else if (confidence != null) {
            page.append("<blockquote><p class=\"quiet\">");
        } else {
            return;
        }
        if (confidence != null) {
            page.append(words == null ? "" : " · ").append("confidence ").append(escaped(confidence));
        }
        page.append("</p></blockquote>\n");
    }

    private void actions(Minutes minutes) {
        if (minutes.actions().isEmpty()) {
            return;
        }
        page.append("<h2>Actions</h2>\n<table>\n<tr><th>What</th><th>For</th><th>Who</th><th>Until</th></tr>\n");
        for (Minutes.Todo action : minutes.actions()) {
            page.append("<tr>");
            cell(action.title());
            cell(action.kpi());
            cell(action.owner());
            cell(action.due());
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void cell(String text) {
        page.append("<td dir=\"auto\">").append(escaped(text)).append("</td>");
    }

    private void quiet(String text) {
        if (!text.isEmpty()) {
            page.append("<p class=\"quiet\" dir=\"auto\">")
                    .append(escaped(text))
                    .append("</p>\n");
        }
    }

    private void element(String name, String text) {
        page.append('<').append(name).append(" dir=\"auto\">").append(escaped(text));
        page.append("</").append(name).append(">\n");
    }
}
