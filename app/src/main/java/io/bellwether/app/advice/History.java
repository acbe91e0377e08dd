package io.bellwether.app.advice;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Sheet;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Retrospect;
import io.bellwether.core.judge.Subject;
import io.bellwether.core.lint.Past;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was of one KPI: which windows that needs, and what they say. */
record History(
        KpiCard card, Retrospect retrospect, List<TimeWindow> comparable, List<TimeWindow> stretches, PlanDates plan) {
    /** @param closed of KPIs whose data reaches as far as this one's */
    static History of(Catalog catalog, KpiCard card, AsOf asOf, Retrospect.Closed closed) {
        Kpi kpi = card.kpi();
        MetricShape shape = MetricShape.of(catalog, new MetricUse(kpi.metric(), kpi.metric(), kpi.where(), Set.of()));
        var subject = new Subject(kpi, card.metric().about().unit(), shape.extensive(), shape.nonNegative(), false);
        var setting = new Subject.Setting(catalog.workspace().calendar(), asOf, card.completeness());
        var retrospect = new Retrospect(subject, setting, closed);
        // A target that comes from data is another one in each period.
        boolean hasGoal = !(kpi.target() instanceof Target.FromMetric);
        return new History(
                card,
                retrospect,
                hasGoal ? retrospect.comparable() : List.of(),
                hasGoal ? retrospect.stretches() : List.of(),
                PlanDates.of(catalog, kpi, shape, retrospect));
    }

    void want(Sheet sheet) {
        wanted().forEach(windows -> sheet.want(line(), windows));
        plan.want(sheet);
    }

    private List<Collection<TimeWindow>> wanted() {
        List<Collection<TimeWindow>> wanted = new ArrayList<>(List.of(weeks(), retrospect.closed(Grain.MONTH)));
        if (hasGoal()) {
            wanted.addAll(List.of(comparable, stretches));
            TimeWindow soFar = retrospect.soFar();
            if (soFar != null) {
                wanted.add(List.of(soFar));
            }
        }
        return wanted;
    }

    private List<TimeWindow> weeks() {
        Grain cadence = card.kpi().cadence();
        boolean often = cadence != null && cadence.compareTo(Grain.WEEK) <= 0;
        return often ? retrospect.closed(Grain.WEEK) : List.of();
    }

    private boolean hasGoal() {
        return !(card.kpi().target() instanceof Target.FromMetric);
    }

    Past.OfKpi read(Sheet sheet, List<Past.Verdict> verdicts, Memory memory) {
        String name = card.kpi().name();
        List<BigDecimal> earlier = known(sheet, comparable);
        var timeframe = retrospect.timeframe();
        return new Past.OfKpi(
                hasGoal() && retrospect.isOpen() ? goal() : null,
                earlier,
                hasGoal() ? endings(sheet, earlier) : List.of(),
                values(sheet, weeks()),
                values(sheet, retrospect.closed(Grain.MONTH)),
                verdicts,
                timeframe == null ? null : timeframe.start().toLocalDate(),
                start(),
                plan.read(sheet),
                memory.reviews().get(name),
                memory.unreasoned().getOrDefault(name, List.of()).stream()
                        .filter(change -> timeframe != null
                                && !change.day().isBefore(timeframe.start().toLocalDate()))
                        .toList());
    }

    private @Nullable BigDecimal start() {
        Judgement judgement = card.measured().judgement();
        return judgement == null ? null : judgement.numbers().start();
    }

    /** The level that the judgement stands on, since a change is held against its baseline. */
    private Past.@Nullable Goal goal() {
        Judgement judgement = card.measured().judgement();
        BigDecimal level = judgement == null ? null : judgement.numbers().target();
        return switch (card.kpi().target()) {
            case Target.Between between -> new Past.Goal(between.low(), between.high());
            case Target.AtLeast target -> new Past.Goal(target.bound(), null);
            case Target.AtMost target -> new Past.Goal(null, target.bound());
            case Target.Change change -> level == null ? null : beyond(change.increase(), level);
            case Target.Reach ignored -> level == null ? null : beyond(up(), level);
            case Target.Total ignored -> level == null ? null : beyond(up(), level);
            case Target.FromMetric ignored -> null;
            case null -> null;
        };
    }

    private boolean up() {
        return card.kpi().direction() != Direction.DOWN;
    }

    private static Past.Goal beyond(boolean up, BigDecimal level) {
        return up ? new Past.Goal(level, null) : new Past.Goal(null, level);
    }

    private List<BigDecimal> endings(Sheet sheet, List<BigDecimal> earlier) {
        if (retrospect.isHolding()) {
            return retrospect.isOpen() ? earlier : List.of();
        }
        TimeWindow soFar = retrospect.soFar();
        if (soFar != null) {
            BigDecimal have =
                    Objects.requireNonNullElse(sheet.read(line(), soFar).orNull(), BigDecimal.ZERO);
            return known(sheet, stretches).stream().map(have::add).toList();
        }
        List<BigDecimal> endings = new ArrayList<>();
        int steps = retrospect.steps();
        for (int i = 0; steps > 0 && i + steps < earlier.size(); i++) {
            endings.add(earlier.getLast().add(earlier.get(i + steps)).subtract(earlier.get(i)));
        }
        return endings;
    }

    private List<BigDecimal> known(Sheet sheet, List<TimeWindow> windows) {
        return values(sheet, windows).stream().filter(Objects::nonNull).toList();
    }

    private List<@Nullable BigDecimal> values(Sheet sheet, List<TimeWindow> windows) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        windows.forEach(window -> values.add(sheet.read(line(), window).orNull()));
        return values;
    }

    private Sheet.Line line() {
        return new Sheet.Line(card.kpi().metric(), card.kpi().where());
    }
}
