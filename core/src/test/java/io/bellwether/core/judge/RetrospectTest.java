package io.bellwether.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.expression.Type;
import io.bellwether.core.lint.Lint;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.unit.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which earlier windows a target is held against: data from 2 January 2024 to 14 November 2026. */
class RetrospectTest {
    private static final LocalDateTime MARK = LocalDateTime.of(2026, 11, 15, 0, 0);
    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 2, 9, 0);

    private static Retrospect of(String target, String cadence, boolean extensive, LocalDateTime first) {
        String text = "datasets: [{ name: s, source: s.csv, time: at }]\n"
                + "metrics: [{ name: m, expression: sum(s.x), direction: up }]\n"
                + "objectives: [{ name: o, statement: O }]\n"
                + "kpis: [{ name: k, metric: m, objective: o, owner: a, cadence: " + cadence + ", target: { " + target
                + " } }]\n";
        Catalog catalog = Lint.check(
                        List.of(new SourceFile("w.yml", text)),
                        (dataset, source, span) -> new SourceSchema.Columns(
                                List.of(new Column("x", Type.INTEGER), new Column("at", Type.DATE))))
                .catalog()
                .orElseThrow();
        var subject = new Subject(catalog.kpi("k").orElseThrow(), new Unit.None(), extensive, true, false);
        var setting = new Subject.Setting(
                catalog.workspace().calendar(),
                AsOf.date(LocalDate.of(2026, 11, 14)),
                new Completeness(MARK, false, MARK, first));
        return new Retrospect(subject, setting);
    }

    private static String text(List<TimeWindow> windows) {
        return windows.getFirst().start().toLocalDate() + " to "
                + windows.getLast().end().toLocalDate() + ", " + windows.size();
    }

    @Test
    void aSumIsHeldAgainstEarlierTimeframes() {
        Retrospect year = of("total: 5, by: 2026", "weekly", true, FIRST);
        assertThat(text(year.comparable())).isEqualTo("2024-01-01 to 2026-01-01, 2");
        assertThat(year.soFar()).isEqualTo(new TimeWindow(LocalDateTime.of(2026, 1, 1, 0, 0), MARK));
        assertThat(year.stretches()).allMatch(w -> w.start().plusDays(47).equals(w.end()));
        assertThat(year.stretches().getLast().end()).isEqualTo(MARK.minusDays(6));
        assertThat(text(of("total: 5, every: quarter", "weekly", true, FIRST).comparable()))
                .isEqualTo("2024-01-01 to 2026-10-01, 11");
    }

    @Test
    void aSeasonalSumIsLikeItsSeasonOnly() {
        List<TimeWindow> stretches =
                of("total: 5, by: 2026, path: seasonal", "weekly", true, FIRST).stretches();
        assertThat(stretches).isNotEmpty().allMatch(w -> {
            int day = w.start().getDayOfYear();
            return day >= 319 - 28 && day <= 319 + 29;
        });
        assertThat(stretches.stream().map(w -> w.start().getYear()).distinct()).containsExactly(2024, 2025);
    }

    @Test
    void aBoundIsHeldAgainstCheckPeriods() {
        assertThat(text(of("at_least: 5, by: 2026", "monthly", false, FIRST).comparable()))
                .isEqualTo("2024-01-01 to 2026-11-01, 34");
        assertThat(of("at_least: 5, by: 2026", "monthly", false, FIRST).stretches())
                .isEmpty();
    }

    @Test
    void aLevelIsHeldAgainstItsOwnPast() {
        Retrospect level = of("reach: 5, by: 2026, baseline: 1", "monthly", false, FIRST);
        assertThat(text(level.comparable())).isEqualTo("2024-01-01 to 2026-11-01, 34");
        assertThat(level.steps()).isEqualTo(2);
    }

    @Test
    void whatIsNotKnownIsNoHistory() {
        assertThat(of("total: 5, by: 2026", "weekly", true, null).comparable()).isEmpty();
        LocalDateTime late = LocalDateTime.of(2025, 3, 1, 0, 0);
        assertThat(of("total: 5, by: 2026", "weekly", true, late).comparable()).isEmpty();
    }

    @Test
    void whatIsOverHasNothingAhead() {
        Retrospect over = of("total: 5, by: 2026-Q3", "weekly", true, FIRST);
        assertThat(over.isOpen()).isFalse();
        assertThat(over.stretches()).isEmpty();
        assertThat(over.steps()).isZero();
        assertThat(over.soFar()).isNull();
    }
}
