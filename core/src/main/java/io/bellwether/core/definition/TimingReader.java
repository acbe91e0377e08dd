package io.bellwether.core.definition;

import io.bellwether.core.definition.TimingDefinition.FillDefinition;
import io.bellwether.core.definition.TimingDefinition.FrameDefinition;
import io.bellwether.core.definition.TimingDefinition.OffsetDefinition;
import io.bellwether.core.definition.TimingDefinition.OverTimeDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.time.Gaps;
import io.bellwether.core.time.TimeStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a metric that say how its value follows from rows at their times. */
final class TimingReader {
    private static final List<String> FRAMES = List.of("window", "to_date", "all_time");
    private static final List<String> PICKS = List.of("end", "first", "last", "average");
    private static final List<String> CHOICES = List.of("first", "last", "average");

    private TimingReader() {}

    static TimingDefinition read(Keys keys) {
        return read(keys, overTime(keys));
    }

    /** The same, with another reading of {@code over_time}. */
    static TimingDefinition read(Keys keys, @Nullable OverTimeDefinition overTime) {
        return new TimingDefinition(keys.text("time"), frame(keys), pick(keys), offset(keys), overTime, fill(keys));
    }

    private static @Nullable FrameDefinition frame(Keys keys) {
        List<String> there = List.copyOf(keys.known(FRAMES.toArray(String[]::new)));
        if (there.size() > 1) {
            String message = "\"" + there.get(0) + "\" and \"" + there.get(1) + "\" exclude each other";
            keys.problems().add(Code.APART, keys.keySpan(there.get(1)), message, "keep one of them");
        }
        Located<TimeStep> window = length(keys, "window");
        Located<String> grain = keys.text("to_date");
        boolean all = flag(keys, "all_time", false);
        if (window != null) {
            return new FrameDefinition.Window(window);
        }
        return grain != null ? new FrameDefinition.ToDate(grain) : all ? new FrameDefinition.AllTime() : null;
    }

    private static @Nullable Located<String> pick(Keys keys) {
        Located<String> pick = keys.word("pick", PICKS);
        if (pick != null && keys.known(FRAMES.toArray(String[]::new)).isEmpty()) {
            String message = "\"pick\" chooses among the values of a frame, and there is none";
            keys.problems().add(Code.APART, keys.keySpan("pick"), message, "add window, to_date or all_time");
        }
        return pick;
    }

    /** {@code offset: 14 days} or {@code offset: { to_start: month }}. */
    static @Nullable OffsetDefinition offset(Keys keys) {
        if (keys.node("offset") instanceof Node.Mapping mapping) {
            Keys start = Keys.of(mapping, "an offset", keys.problems());
            Located<String> grain = start == null ? null : start.text("to_start");
            if (start != null) {
                start.missing("to_start", "month");
                start.finish();
            }
            return grain == null ? null : new OffsetDefinition.ToStart(grain);
        }
        Located<TimeStep> by = length(keys, "offset");
        return by == null ? null : new OffsetDefinition.Back(by);
    }

    /** {@code over_time: last} or {@code over_time: { choose: last, by: [accounts.user] }}. */
    private static @Nullable OverTimeDefinition overTime(Keys keys) {
        if (keys.node("over_time") instanceof Node.Mapping mapping) {
            Keys choice = Keys.of(mapping, "over_time", keys.problems());
            Located<String> choose = choice == null ? null : choice.word("choose", CHOICES);
            List<Located<String>> by = choice == null ? List.of() : choice.texts("by");
            if (choice != null) {
                choice.missing("choose", "last");
                choice.finish();
            }
            return choose == null ? null : new OverTimeDefinition(choose, by);
        }
        Located<String> choose = keys.word("over_time", CHOICES);
        return choose == null ? null : new OverTimeDefinition(choose, List.of());
    }

    /** {@code fill: 0} or {@code fill: { value: 0, every_period: false }}. */
    static @Nullable FillDefinition fill(Keys keys) {
        if (keys.node("fill") instanceof Node.Mapping mapping) {
            Keys fill = Keys.of(mapping, "fill", keys.problems());
            if (fill == null) {
                return null;
            }
            Located<Quantity> value = Amounts.quantity(fill, "value");
            Gaps gaps = gaps(fill);
            fill.finish();
            return new FillDefinition(value == null ? null : value.value().share(), gaps);
        }
        Located<Quantity> value = Amounts.quantity(keys, "fill");
        return value == null ? null : new FillDefinition(value.value().share(), Gaps.EACH_GROUP);
    }

    private static Gaps gaps(Keys fill) {
        Located<String> word = fill.word("every_period", List.of("true", "once", "false"));
        return switch (word == null ? "true" : word.value()) {
            case "false" -> Gaps.LEFT_OUT;
            case "once" -> Gaps.ONCE;
            default -> Gaps.EACH_GROUP;
        };
    }

    private static boolean flag(Keys keys, String key, boolean otherwise) {
        Located<String> text = keys.text(key);
        if (text != null && !List.of("true", "false").contains(text.value())) {
            String message = "\"" + key + "\" is true or false, not \"" + Amounts.shortened(text.value()) + "\"";
            keys.problems().add(Code.UNKNOWN_WORD, text.span(), message, "write " + key + ": true");
        }
        return text == null ? otherwise : text.value().equals("true");
    }

    /** {@code 28 days}, {@code 1 month}, {@code 3 alien_days}. */
    static @Nullable Located<TimeStep> length(Keys keys, String key) {
        Located<String> text = keys.text(key);
        if (text == null) {
            return null;
        }
        TimeStep step = TimeStep.parse(text.value()).orElse(null);
        if (step == null) {
            String message = "\"" + Amounts.shortened(text.value()) + "\" is not a length of time";
            keys.problems().add(Code.PERIOD, text.span(), message, "write it as 28 days, 1 month or 2 weeks");
            return null;
        }
        return new Located<>(step, text.span());
    }
}
