package io.bellwether.core.catalog;

import io.bellwether.core.definition.Quantity;
import io.bellwether.core.definition.TargetDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One target, in the unit of its metric. */
final class TargetResolver {
    private final Known known;
    private final Calendar calendar;

    TargetResolver(Known known, Calendar calendar) {
        this.known = known;
        this.calendar = calendar;
    }

    /**
     * Null where the target has a problem, or where nothing says when it ends (lint K103).
     *
     * @param timeframe of the objective, for a target that has none
     */
    @Nullable
    Target resolve(TargetDefinition target, Unit unit, @Nullable Period timeframe) {
        int before = problems().errors();
        Amount amount = new Amount(unit, problems());
        Schedule schedule = schedule(target, timeframe);
        Target.Tolerance tolerance = tolerance(target.tolerance(), amount);
        BigDecimal required = required(target.required());
        Baseline baseline = baseline(target, amount);
        percentageOf(target, baseline);
        TargetPath path = path(target.path());
        if (schedule == null || problems().errors() > before) {
            form(target, amount, null);
            return null;
        }
        Target.Terms terms = new Target.Terms(schedule, baseline, path, tolerance, required, target.span());
        return form(target, amount, terms);
    }

    /** A share of nothing, or of less, is no target: what is written is said here, what data says when it is judged. */
    private void percentageOf(TargetDefinition target, @Nullable Baseline baseline) {
        boolean change =
                List.of("increase_by", "decrease_by").contains(target.form().value());
        if (change
                && target.baseline() != null
                && baseline instanceof Baseline.Level(var level)
                && level.signum() <= 0
                && target.amounts().getFirst().value().isPercent()) {
            problems()
                    .add(
                            Code.TARGET_RANGE,
                            target.baseline().text().span(),
                            "a percentage of " + level.toPlainString() + " is no target",
                            "use reach: with the number to come to, or a change in the metric's unit");
        }
    }

    private Problems problems() {
        return known.problems();
    }

    /** Null terms: only look for problems. */
    private @Nullable Target form(TargetDefinition target, Amount amount, Target.@Nullable Terms terms) {
        String form = target.form().value();
        Located<String> metric = target.metric();
        if (form.equals("metric")) {
            boolean exists = metric != null && known.isMetric(metric);
            return terms == null || metric == null || !exists ? null : new Target.FromMetric(metric.value(), terms);
        }
        Located<Quantity> first = target.amounts().getFirst();
        if (form.equals("increase_by") || form.equals("decrease_by")) {
            return change(form.equals("increase_by"), first, amount, terms);
        }
        BigDecimal value = amount.read(first);
        if (form.equals("between")) {
            return between(value, target.amounts().getLast(), amount, terms);
        }
        if (form.equals("total") && value != null && value.signum() <= 0) {
            return senseless(first.span(), "a total is more than zero");
        }
        if (value == null || terms == null) {
            return null;
        }
        return switch (form) {
            case "reach" -> new Target.Reach(value, terms);
            case "total" -> new Target.Total(value, terms);
            case "at_least" -> new Target.AtLeast(value, terms);
            default -> new Target.AtMost(value, terms);
        };
    }

    private @Nullable Target change(
            boolean increase, Located<Quantity> written, Amount amount, Target.@Nullable Terms terms) {
        boolean relative = written.value().isPercent();
        BigDecimal by = relative ? written.value().share() : amount.read(written);
        if (by != null && by.signum() <= 0) {
            return senseless(written.span(), "a change is more than zero; its key says the direction");
        }
        if (by != null && !increase && relative && by.compareTo(BigDecimal.ONE) > 0) {
            return senseless(written.span(), "nothing can decrease by more than 100%");
        }
        return by == null || terms == null ? null : new Target.Change(increase, by, relative, terms);
    }

    private @Nullable Target between(
            @Nullable BigDecimal low, Located<Quantity> second, Amount amount, Target.@Nullable Terms terms) {
        BigDecimal high = amount.read(second);
        if (low != null && high != null && low.compareTo(high) >= 0) {
            return senseless(second.span(), "a band goes from its lower to its upper edge");
        }
        return low == null || high == null || terms == null ? null : new Target.Between(low, high, terms);
    }

    private @Nullable Target senseless(Span span, String message) {
        problems().add(Code.TARGET_RANGE, span, message, null);
        return null;
    }

    private @Nullable Schedule schedule(TargetDefinition target, @Nullable Period timeframe) {
        Located<String> by = target.by();
        if (by != null) {
            Period period = Periods.read(by, calendar, problems());
            return period == null ? null : new Schedule.By(period);
        }
        Located<String> every = target.every();
        if (every != null) {
            return Grain.of(every.value()).map(Schedule.Every::new).orElse(null);
        }
        return timeframe == null ? null : new Schedule.By(timeframe);
    }

    private Target.@Nullable Tolerance tolerance(@Nullable Located<Quantity> written, Amount amount) {
        if (written == null) {
            return null;
        }
        boolean relative = written.value().isPercent();
        BigDecimal value = relative ? written.value().share() : amount.read(written);
        if (value != null && value.signum() < 0) {
            senseless(written.span(), "a tolerance is not negative");
        }
        return value == null ? null : new Target.Tolerance(value, relative);
    }

    private @Nullable BigDecimal required(@Nullable Located<Quantity> written) {
        if (written == null) {
            return null;
        }
        BigDecimal share = written.value().share();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            problems()
                    .add(
                            Code.TARGET_RANGE,
                            written.span(),
                            "the share of periods lies above 0 and up to 1",
                            "write 90%");
        }
        return share;
    }

    /** A number or a period; 2011 without quotes could be both. */
    private @Nullable Baseline baseline(TargetDefinition target, Amount amount) {
        TargetDefinition.BaselineText baseline = target.baseline();
        if (baseline == null) {
            return null;
        }
        Located<String> text = baseline.text();
        if (!baseline.quoted() && text.value().matches("(19|20)\\d\\d")) {
            String message = "\"" + text.value() + "\" can be the year or the number";
            String fix = "write '" + text.value() + "' in quotes for the year, " + text.value() + ".0 for the number";
            problems().add(Code.PERIOD, text.span(), message, fix);
            return null;
        }
        Quantity number = Quantity.parse(text.value()).orElse(null);
        if (number == null || baseline.quoted() && calendar.parse(text.value()).isPresent()) {
            Period period = Periods.read(text, calendar, problems());
            return period == null ? null : new Baseline.Over(period);
        }
        BigDecimal level = amount.read(new Located<>(number, text.span()));
        return level == null ? null : new Baseline.Level(level);
    }

    private TargetPath path(TargetDefinition.@Nullable Path path) {
        if (path == null || path.word().equals("linear")) {
            return new TargetPath.Linear();
        }
        if (path.word().equals("seasonal")) {
            return new TargetPath.Seasonal();
        }
        if (path.word().equals("step")) {
            return new TargetPath.Step();
        }
        List<TargetPath.Milestone> milestones = new ArrayList<>();
        for (TargetDefinition.Milestone milestone : path.milestones()) {
            BigDecimal share = milestone.share().value().share();
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                String message = "a milestone is a share of the way, 0% to 100%";
                problems().add(Code.TARGET_RANGE, milestone.share().span(), message, null);
            }
            var date = milestone.date();
            if (!milestones.isEmpty() && !milestones.getLast().date().isBefore(date.value())) {
                problems().add(Code.TARGET_RANGE, date.span(), "milestones stand in the order of their dates", null);
            }
            milestones.add(new TargetPath.Milestone(date.value(), share));
        }
        return new TargetPath.Milestones(List.copyOf(milestones));
    }
}
