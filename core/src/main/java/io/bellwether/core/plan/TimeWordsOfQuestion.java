package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Timing;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.Gaps;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeStep;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a question makes of its metrics' time. */
final class TimeWordsOfQuestion {
    private final Catalog catalog;
    /** More on either side of the point are beside no number of an engine. */
    private static final int DIGITS = 18;

    private final Consumer<Diagnostic> problems;

    TimeWordsOfQuestion(Catalog catalog, Consumer<Diagnostic> problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    Timing.@Nullable Frame frame(QuestionText.Through through) {
        long said = Stream.of(through.window(), through.toDate())
                        .filter(java.util.Objects::nonNull)
                        .count()
                + (through.allTime() ? 1 : 0);
        if (said > 1) {
            malformed("a window, to date and all time exclude each other", "choose one of them");
        }
        if (through.allTime()) {
            return new Timing.Frame.AllTime();
        }
        if (through.window() != null) {
            return step("window", through.window())
                    .map(Timing.Frame.Rolling::new)
                    .orElse(null);
        }
        String toDate = through.toDate();
        return toDate == null || !isUnit(toDate) ? null : new Timing.Frame.ToDate(toDate);
    }

    Timing.@Nullable Offset offset(QuestionText.Through through) {
        return through.offset() == null
                ? null
                : step("offset", through.offset()).map(Timing.Offset.Back::new).orElse(null);
    }

    Timing.@Nullable Fill fill(QuestionText.Through through) {
        String fill = through.fill();
        if (fill == null) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(fill.strip());
            if (value.precision() - value.scale() > DIGITS || value.scale() > DIGITS) {
                malformed("fill has more than " + DIGITS + " digits", "write 0");
                return null;
            }
            return new Timing.Fill(value, Gaps.EACH_GROUP);
        } catch (NumberFormatException e) {
            malformed("fill is not a number: \"" + fill + "\"", "write 0");
            return null;
        }
    }

    private Optional<TimeStep> step(String what, String text) {
        Optional<TimeStep> step = TimeStep.parse(text);
        if (step.isEmpty()) {
            malformed(what + " is not a length of time: \"" + text + "\"", "write 28 days, 3 months or 1y");
        }
        return step.filter(s -> isUnit(s.unit()));
    }

    private boolean isUnit(String unit) {
        boolean known = Grain.of(unit).isPresent()
                || catalog.workspace().calendarTables().stream()
                        .anyMatch(t -> t.grains().containsKey(unit));
        if (!known) {
            String fix = Nearest.fix(
                            unit, Arrays.stream(Grain.values()).map(Grain::word).toList())
                    .orElse(null);
            problems.accept(
                    Diagnostic.error(PlanCodes.UNKNOWN_NAME, null, "no grain of time named \"" + unit + "\"", fix));
        }
        return known;
    }

    private void malformed(String message, String fix) {
        problems.accept(Diagnostic.error(PlanCodes.MALFORMED, null, message, fix));
    }
}
