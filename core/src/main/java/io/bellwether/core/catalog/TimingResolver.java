package io.bellwether.core.catalog;

import io.bellwether.core.definition.TimingDefinition;
import io.bellwether.core.definition.TimingDefinition.FillDefinition;
import io.bellwether.core.definition.TimingDefinition.FrameDefinition;
import io.bellwether.core.definition.TimingDefinition.OffsetDefinition;
import io.bellwether.core.definition.TimingDefinition.OverTimeDefinition;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.time.TimeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a metric's value follows from rows at their times, its units and fields looked up. */
final class TimingResolver {
    private final Known known;

    TimingResolver(Known known) {
        this.known = known;
    }

    /** What is wrong is left out; a problem says so. */
    Timing resolve(TimingDefinition definition) {
        Located<String> time = definition.time();
        FrameDefinition frame = definition.frame();
        OffsetDefinition offset = definition.offset();
        OverTimeDefinition overTime = definition.overTime();
        Located<String> pick = definition.pick();
        return new Timing(
                time == null ? null : time(time),
                frame == null ? null : frame(frame),
                pick == null
                        ? Timing.Pick.END
                        : Timing.Pick.valueOf(pick.value().toUpperCase(Locale.ROOT)),
                offset == null ? null : offset(offset),
                overTime == null ? null : overTime(overTime),
                fill(definition.fill()));
    }

    static Timing.@Nullable Fill fill(@Nullable FillDefinition fill) {
        return fill == null ? null : new Timing.Fill(fill.value(), fill.gaps());
    }

    private Timing.@Nullable Frame frame(FrameDefinition frame) {
        return switch (frame) {
            case FrameDefinition.Window(Located<TimeStep> length) -> {
                TimeStep step = known.timeWords().step(length, known);
                yield step == null ? null : new Timing.Frame.Rolling(step);
            }
            case FrameDefinition.ToDate(Located<String> word) -> {
                String grain = known.timeWords().grain(word.value(), word.span(), known);
                yield grain == null ? null : new Timing.Frame.ToDate(grain);
            }
            case FrameDefinition.AllTime() -> new Timing.Frame.AllTime();
        };
    }

    Timing.@Nullable Offset offset(OffsetDefinition offset) {
        return switch (offset) {
            case OffsetDefinition.Back(Located<TimeStep> by) -> {
                TimeStep step = known.timeWords().step(by, known);
                yield step == null ? null : new Timing.Offset.Back(step);
            }
            case OffsetDefinition.ToStart(Located<String> word) -> {
                String grain = known.timeWords().grain(word.value(), word.span(), known);
                yield grain == null ? null : new Timing.Offset.ToStart(grain);
            }
        };
    }

    private Timing.OverTime overTime(OverTimeDefinition definition) {
        List<Expr.FieldRef> by = new ArrayList<>();
        for (Located<String> text : definition.by()) {
            Typed typed = new RowScope(known, false).name(name(text));
            if (typed != null && typed.expr() instanceof Expr.FieldRef field) {
                by.add(field);
            } else if (typed != null) {
                String message = "\"" + text.value() + "\" is no field";
                known.problems().add(Code.UNKNOWN_NAME, text.span(), message, "write dataset.field");
            }
        }
        String choose = definition.choose().value().toUpperCase(Locale.ROOT);
        return new Timing.OverTime(Timing.Choice.valueOf(choose), by);
    }

    private static Expr.Name name(Located<String> text) {
        int dot = text.value().lastIndexOf('.');
        String qualifier = dot < 0 ? null : text.value().substring(0, dot);
        return new Expr.Name(qualifier, text.value().substring(dot + 1), text.span());
    }

    /** {@code dataset.field}: which rows are placed must be the same whatever the fact, so no role stands here. */
    private Expr.@Nullable FieldRef time(Located<String> time) {
        Expr.Name name = name(time);
        if (name.qualifier() == null) {
            new RowScope(known, false).name(name);
            return null;
        }
        Dataset dataset = known.dataset(new Located<>(name.qualifier(), Parts.of(time.span(), name.qualifier())));
        Field field = dataset == null ? null : known.field(dataset, name.name(), time.span());
        if (dataset == null || field == null) {
            return null;
        }
        if (!field.type().isTemporal() && field.type() != Type.OTHER) {
            String message = "\"" + time.value() + "\" is " + Types.word(field.type()) + ", not a date or timestamp";
            known.problems().add(Code.TIME_TYPE, time.span(), message, null);
            return null;
        }
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), time.span());
    }
}
