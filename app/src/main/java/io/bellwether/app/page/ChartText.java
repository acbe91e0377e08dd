package io.bellwether.app.page;

import io.bellwether.core.catalog.Event;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The large chart of a KPI's page. */
final class ChartText {
    private final KpiFacts facts;
    private final List<Measured.ChartPoint> points;

    private ChartText(KpiFacts facts) {
        this.facts = facts;
        this.points = facts.measured().chart();
    }

    static ChartView of(KpiFacts facts, List<Event> events) {
        return new ChartText(facts).view(events);
    }

    private ChartView view(List<Event> events) {
        return new ChartView(
                title(),
                note(events),
                IntStream.range(0, points.size()).mapToObj(this::point).toList(),
                Ticks.of(levels(), facts.unit()),
                band(),
                target(),
                events.reversed().stream()
                        .map(this::flag)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private ChartView.Point point(int index) {
        Measured.ChartPoint point = points.get(index);
        return new ChartView.Point(
                point.period().start().toLocalDate().toString(),
                label(index),
                point.value(),
                point.value() == null ? null : facts.tile(point.value()),
                point.path(),
                point.path() == null ? null : facts.tile(point.path()),
                point.open());
    }

    /** Short, because many stand side by side: the year only where it begins. */
    private String label(int index) {
        Period period = points.get(index).period();
        LocalDate start = period.start().toLocalDate();
        boolean newYear = index == 0 || points.get(index - 1).period().start().getYear() != start.getYear();
        String whole = facts.calendar().text(period);
        return switch (facts.calendar().grain(period).orElse(Grain.DAY)) {
            case DAY, WEEK -> newYear ? Dates.day(start) : Dates.shortDay(start);
            case MONTH -> newYear ? whole : Dates.month(start);
            case MILLISECOND, SECOND, MINUTE, HOUR, QUARTER, YEAR, FISCAL_MONTH, FISCAL_QUARTER, FISCAL_YEAR -> whole;
        };
    }

    private String title() {
        Grain cadence = facts.kpi().cadence();
        String label = facts.kpi().label();
        String goal = NumberText.tile(goal(), facts.unit());
        String each = cadence == null ? label : Words.capital(Dates.rhythm(cadence)) + " " + Words.inside(label);
        return switch (facts.kpi().target()) {
            case null -> each;
            case Target.Total _ -> label + " so far and the path to " + goal;
            case Target.FromMetric _ -> label + " and what the plan asks for";
            case Target.AtLeast _, Target.AtMost _ -> each + " and its limit, " + goal;
            case Target.Between _ -> each + " and its band";
            case Target.Reach _, Target.Change _ -> each + " and the path to " + goal;
        };
    }

    private String note(List<Event> events) {
        String description = facts.metric().about().description();
        var text = new StringBuilder(description == null ? "" : Words.sentence(description) + " ");
        text.append(
                switch (facts.kpi().target()) {
                    case null -> "";
                    case Target.AtLeast _, Target.AtMost _ -> "Dashed: the limit. ";
                    case Target.Between _ -> "Shaded: the band to stay in. ";
                    case Target.FromMetric _ -> "Dashed: the plan. ";
                    case Target.Reach _, Target.Change _, Target.Total _ -> "Dashed: the path to the target. ";
                });
        if (events.stream().anyMatch(event -> flag(event) != null)) {
            text.append("Flags are events. ");
        }
        if (points.stream().anyMatch(point -> point.open() && point.value() != null)) {
            text.append("The last period is still open. ");
        }
        return text.toString().strip();
    }

    private List<BigDecimal> levels() {
        List<BigDecimal> levels = new ArrayList<>();
        for (Measured.ChartPoint point : points) {
            add(levels, point.value());
            add(levels, point.path());
        }
        ChartView.Band band = band();
        if (band == null) {
            add(levels, goal());
        } else {
            levels.addAll(List.of(band.low(), band.high()));
        }
        return levels;
    }

    private static void add(List<BigDecimal> levels, @Nullable BigDecimal level) {
        if (level != null) {
            levels.add(level);
        }
    }

    private ChartView.@Nullable Band band() {
        return facts.kpi().target() instanceof Target.Between(var low, var high, var _)
                ? new ChartView.Band(low, high)
                : null;
    }

    private ChartView.@Nullable Level target() {
        BigDecimal goal = goal();
        return goal == null || facts.kpi().target() instanceof Target.FromMetric
                ? null
                : new ChartView.Level(goal, NumberText.tile(goal, facts.unit()));
    }

    private @Nullable BigDecimal goal() {
        Judgement judgement = facts.judgement();
        return switch (facts.kpi().target()) {
            case Target.AtLeast(var bound, var _) -> bound;
            case Target.AtMost(var bound, var _) -> bound;
            case Target.Reach(var level, var _) -> level;
            case Target.Total(var amount, var _) -> amount;
            case null -> null;
            case Target.Change _, Target.Between _, Target.FromMetric _ ->
                judgement == null ? null : judgement.numbers().target();
        };
    }

    /** A period's point stands in its middle; so an event on its first day stands half a step before it. */
    private ChartView.@Nullable Flag flag(Event event) {
        LocalDateTime at = event.date().atStartOfDay();
        for (int i = 0; i < points.size(); i++) {
            var period = points.get(i).period();
            if (period.contains(at)) {
                double within = (double) Duration.between(period.start(), at).toSeconds()
                        / Duration.between(period.start(), period.end()).toSeconds();
                double index = Math.clamp(i + within - 0.5, 0, points.size() - 1.0);
                return new ChartView.Flag(
                        BigDecimal.valueOf(index).setScale(2, RoundingMode.HALF_UP), event.label(), event.kind());
            }
        }
        return null;
    }
}
