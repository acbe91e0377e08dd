package io.bellwether.app.promise;

import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a promise says, and what changed between two, in a few words. */
public record PromiseWords(Calendar calendar) {
    private static final Unit SHARE = new Unit.Percent();

    /** {@code reach 75 %, by Q3 2026}; {@code no target}. */
    public String text(Promised promised) {
        Target target = promised.target();
        return target == null
                ? "no target"
                : form(target) + goal(target, promised.unit()) + ", "
                        + when(target.terms().schedule());
    }

    /** {@code target £10M → £8M; timeframe 2026 → Q1 2027}; empty where nothing of it differs. */
    public String change(Promised before, Promised after) {
        List<String> changes = new ArrayList<>();
        add(changes, "metric", before.metric(), after.metric());
        if (before.metric().equals(after.metric()) && !before.print().equals(after.print())) {
            changes.add(
                    before.formula().equals(after.formula())
                            ? "what " + after.metric() + " is made of changed"
                            : "formula " + before.formula() + " → " + after.formula());
        }
        add(changes, "slice", or(before.slice(), "everything"), or(after.slice(), "everything"));
        add(changes, "direction", word(before.direction()), word(after.direction()));
        targets(changes, before, after);
        add(changes, "cadence", cadence(before.cadence()), cadence(after.cadence()));
        thresholds(changes, before.thresholds(), after.thresholds());
        return String.join("; ", changes);
    }

    private void targets(List<String> changes, Promised before, Promised after) {
        Target from = before.target();
        Target to = after.target();
        if (from == null || to == null) {
            add(changes, "target", from == null ? "none" : text(before), to == null ? "none" : text(after));
            return;
        }
        boolean same = form(from).equals(form(to));
        add(
                changes,
                "target",
                (same ? "" : form(from)) + goal(from, before.unit()),
                (same ? "" : form(to)) + goal(to, after.unit()));
        terms(changes, from.terms(), to.terms(), after.unit());
    }

    private void terms(List<String> changes, Target.Terms from, Target.Terms to, Unit unit) {
        add(changes, "timeframe", when(from.schedule()), when(to.schedule()));
        add(changes, "baseline", baseline(from.baseline(), unit), baseline(to.baseline(), unit));
        add(changes, "path", path(from.path()), path(to.path()));
        add(changes, "tolerance", tolerance(from.tolerance(), unit), tolerance(to.tolerance(), unit));
        add(changes, "periods that must be met", required(from.required()), required(to.required()));
    }

    private static void thresholds(List<String> changes, Kpi.Thresholds from, Kpi.Thresholds to) {
        add(changes, "on track from", share(from.onTrack()), share(to.onTrack()));
        add(changes, "at risk from", share(from.atRisk()), share(to.atRisk()));
    }

    private static void add(List<String> changes, String what, String from, String to) {
        if (!from.equals(to)) {
            changes.add(what + " " + from + " → " + to);
        }
    }

    private static String form(Target target) {
        return switch (target) {
            case Target.Reach _ -> "reach ";
            case Target.Change change -> change.increase() ? "increase by " : "decrease by ";
            case Target.Total _ -> "total of ";
            case Target.AtLeast _ -> "at least ";
            case Target.AtMost _ -> "at most ";
            case Target.Between _ -> "between ";
            case Target.FromMetric _ -> "as the metric ";
        };
    }

    private static String goal(Target target, Unit unit) {
        return switch (target) {
            case Target.Reach(var level, var _) -> NumberText.written(level, unit);
            case Target.Change change -> NumberText.written(change.amount(), change.relative() ? SHARE : unit);
            case Target.Total(var amount, var _) -> NumberText.written(amount, unit);
            case Target.AtLeast(var bound, var _) -> NumberText.written(bound, unit);
            case Target.AtMost(var bound, var _) -> NumberText.written(bound, unit);
            case Target.Between(var low, var high, var _) ->
                NumberText.written(low, unit) + " and " + NumberText.written(high, unit);
            case Target.FromMetric(var metric, var _) -> metric;
        };
    }

    private String when(Schedule schedule) {
        return switch (schedule) {
            case Schedule.By(var timeframe) -> calendar.text(timeframe);
            case Schedule.Every(var grain) -> "every " + word(grain);
        };
    }

    private String baseline(@Nullable Baseline baseline, Unit unit) {
        return switch (baseline) {
            case Baseline.Level(BigDecimal value) -> NumberText.written(value, unit);
            case Baseline.Over(var period) -> calendar.text(period);
            case null -> "the period before";
        };
    }

    private static String path(TargetPath path) {
        return switch (path) {
            case TargetPath.Linear _ -> "linear";
            case TargetPath.Seasonal _ -> "seasonal";
            case TargetPath.Step _ -> "step";
            case TargetPath.Milestones(var milestones) -> {
                List<String> texts = milestones.stream()
                        .map(m -> m.date() + " " + share(m.share()))
                        .toList();
                yield String.join(", ", texts);
            }
        };
    }

    private static String tolerance(Target.@Nullable Tolerance tolerance, Unit unit) {
        if (tolerance == null) {
            return "5 %";
        }
        return NumberText.written(tolerance.amount(), tolerance.relative() ? SHARE : unit);
    }

    private static String required(@Nullable BigDecimal required) {
        return required == null ? "all" : share(required);
    }

    private static String share(BigDecimal share) {
        return NumberText.written(share, SHARE);
    }

    private static String cadence(@Nullable Grain cadence) {
        return cadence == null ? "none" : word(cadence);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String or(@Nullable String text, String other) {
        return Objects.requireNonNullElse(text, other);
    }
}
