package io.bellwether.app.review;

import org.jspecify.annotations.Nullable;

/** Minutes as plain text, for terminals and for mail. */
public final class MinutesText {
    private final StringBuilder text = new StringBuilder();

    private MinutesText() {}

    public static String of(Minutes minutes) {
        return new MinutesText().write(minutes);
    }

    private String write(Minutes minutes) {
        line("", minutes.title());
        line("", minutes.when() + (minutes.open() ? ", still going on" : ""));
        line("", "With " + minutes.people());
        if (minutes.summary() != null) {
            line("\n", minutes.summary());
        }
        minutes.lines().forEach(this::kpi);
        if (!minutes.actions().isEmpty()) {
            line("\n", "Actions");
            minutes.actions()
                    .forEach(action -> line(
                            "  ",
                            action.title() + " · " + action.kpi() + " · " + action.owner() + " · until "
                                    + action.due()));
        }
        return text.toString();
    }

    private void kpi(Minutes.Line line) {
        String status = line.status() == null
                ? ""
                : " " + line.status().glyph() + " " + line.status().label();
        line("\n", line.label() + status);
        line("  ", line.standing());
        if (!line.why().isEmpty()) {
            line("  ", line.why());
        }
        said(line.comment(), line.confidence());
        said(line.note(), null);
        if (line.decision() != null) {
            line("  ", "Decision: " + line.decision());
        }
        if (line.done() != null) {
            line("  ", "Carried out: " + line.done());
        }
        if (line.command() != null) {
            line("  ", "To do it: " + line.command());
        }
    }

    private void said(Minutes.@Nullable Words words, @Nullable String confidence) {
        String sure = confidence == null ? "" : "confidence " + confidence;
        if (words != null) {
            line("  ", "“" + words.text() + "” " + words.by() + (sure.isEmpty() ? "" : ", " + sure));
        } else if (confidence != null) {
            line("  ", sure);
        }
    }

    /** Control characters must not move the cursor of a terminal. */
    private void line(String before, String said) {
        text.append(before).append(said.replaceAll("[\\p{Cntrl}&&[^\n]]", " ")).append('\n');
    }
}
