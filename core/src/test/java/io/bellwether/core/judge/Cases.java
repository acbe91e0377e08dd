package io.bellwether.core.judge;

import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Cases for tests, by what differs between them. */
final class Cases {
    static final Calendar CALENDAR = new Calendar(ZoneId.of("Europe/London"), DayOfWeek.MONDAY, Month.JANUARY);
    static final Span SPAN = new SourceFile("kpis.yml", "target: {}\n").span(0, 10);
    static final Unit NUMBER = new Unit.None();
    static final Unit PERCENT = new Unit.Percent();

    private Cases() {}

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static Period period(String label) {
        return CALENDAR.parse(label).orElseThrow();
    }

    static Target.Terms by(String timeframe, TargetPath path) {
        return new Target.Terms(new Schedule.By(period(timeframe)), null, path, null, null, SPAN);
    }

    static Target.Terms by(String timeframe) {
        return by(timeframe, new TargetPath.Linear());
    }

    static Target.Terms every(Grain grain, Baseline baseline) {
        return new Target.Terms(new Schedule.Every(grain), baseline, new TargetPath.Linear(), null, null, SPAN);
    }

    static Case.Promise promise(Target target, Direction direction, Unit unit) {
        return new Case.Promise(target, direction, Kpi.Thresholds.STANDARD, unit);
    }

    static Case.Moment moment(Target target, LocalDateTime mark) {
        Period timeframe = ((Schedule.By) target.terms().schedule()).timeframe();
        return new Case.Moment(CALENDAR, timeframe, mark, mark, false);
    }

    /** A level: a way from a baseline measured in 2025. */
    static Case level(Target target, Direction direction, String baseline, String actual, String mark) {
        Case.Way way = new Case.Way(
                baseline == null ? null : number(baseline),
                "2025",
                actual == null ? null : number(actual),
                null,
                false,
                false);
        return new Case(promise(target, direction, NUMBER), moment(target, LocalDateTime.parse(mark)), way, null);
    }

    static Case total(Target target, String actual, Share seasonal, boolean nonNegative, String mark) {
        Case.Way way = new Case.Way(null, null, actual == null ? null : number(actual), seasonal, true, nonNegative);
        return new Case(promise(target, Direction.UP, NUMBER), moment(target, LocalDateTime.parse(mark)), way, null);
    }

    /** Months from January 2026 on with these values, all closed. */
    static Case months(Target target, Unit unit, List<String> values) {
        List<Case.Check> checks = new ArrayList<>();
        LocalDateTime start = LocalDateTime.parse("2026-01-01T00:00");
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            Period month = CALENDAR.period(start.plusMonths(i), Grain.MONTH);
            checks.add(new Case.Check(month, value == null ? null : number(value)));
        }
        return new Case(
                promise(target, Direction.UP, unit),
                moment(target, start.plusMonths(values.size())),
                new Case.Checks(checks, 12),
                null);
    }
}
