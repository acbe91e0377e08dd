package io.bellwether.app.scorecard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.app.query.Answering;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Status;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ScorecardsTest {
    private static final AsOf END_OF_MARCH = AsOf.date(LocalDate.of(2026, 3, 31));
    /** More pairs than any machine goes through in a day, none of which can be skipped. */
    private static final String ENDLESS = "(select 1 as receipt, date '2026-01-01' as day, 'York' as shop, "
            + "a.range / b.range as amount from range(1, 100000000) a, range(1, 100000000) b)";

    @TempDir
    Path folder;

    private Till till;

    @BeforeEach
    void open() {
        till = new Till(folder);
    }

    @AfterEach
    void close() {
        till.close();
    }

    private Scorecard scorecard(ScorecardRequest request) {
        return till.bellwether().scorecards().scorecard(till.catalog(), request, Deadline.none());
    }

    private static KpiCard kpi(Scorecard scorecard, String name) {
        return scorecard.kpi(name).orElseThrow();
    }

    @Test
    void measuresEachKpiInItsSliceAsSqlByHandDoes() {
        Scorecard scorecard = scorecard(ScorecardRequest.all(END_OF_MARCH));
        String year = " from sales where day >= '2026-01-01' and day < '2026-04-01'";
        assertThat(kpi(scorecard, "revenue_2026").measured().value())
                .isEqualByComparingTo(till.byHand("select sum(amount::decimal(18, 2))" + year));
        assertThat(kpi(scorecard, "leeds").measured().value())
                .isEqualByComparingTo(till.byHand("select sum(amount::decimal(18, 2))" + year + " and shop = 'Leeds'"));
        assertThat(kpi(scorecard, "basket_2026").measured().value())
                .isEqualByComparingTo(till.byHand(
                        "select sum(amount) / count(*) from sales where strftime(day, '%Y-%m') = '2026-03'"));
    }

    @Test
    void judgesByTheTarget() {
        Scorecard scorecard = scorecard(ScorecardRequest.all(END_OF_MARCH));
        // 350.50 of 100 is enough, but the year is not over and what comes back would lower a sum.
        assertThat(kpi(scorecard, "leeds").status()).contains(Status.ON_TRACK);
        // 650.75 of the 493.15 that are due after 90 of 365 days.
        assertThat(kpi(scorecard, "revenue_2026").status()).contains(Status.ON_TRACK);
        // 300.25 / 2 in March is at least 90.
        assertThat(kpi(scorecard, "basket_2026").status()).contains(Status.ON_TRACK);
        var lastYear = scorecard(ScorecardRequest.all(AsOf.date(LocalDate.of(2025, 3, 31))));
        assertThat(kpi(lastYear, "leeds").status()).contains(Status.NOT_STARTED);
    }

    @Test
    void aKpiThatFailsFailsAlone() {
        Scorecard scorecard = scorecard(ScorecardRequest.all(END_OF_MARCH));
        Judgement english = kpi(scorecard, "english").judgement().orElseThrow();
        assertThat(english.status()).isEqualTo(Status.NO_DATA);
        assertThat(requireNonNull(english.problem()).code()).isEqualTo("D355");
        assertThat(scorecard.kpis().filter(k -> k.measured().value() != null)).hasSize(3);
    }

    @Test
    void whatNobodyWantsIsNotMeasured() {
        var sam = new ScorecardRequest(END_OF_MARCH, "sam", null, null, false);
        assertThat(scorecard(sam).kpis().map(k -> k.kpi().name())).containsExactlyInAnyOrder("leeds", "english");
        assertThat(scorecard(ScorecardRequest.one(END_OF_MARCH, "leeds")).kpis())
                .hasSize(1);
    }

    @Test
    void aSlowSourceEndsAtTheDeadlineAndTheEngineGoesOn() {
        try (var engine = new DuckDbEngine(EngineSettings.of(folder, List.of()))) {
            var slow = new Scorecards(new Answering(Engines.only(overEndlessRows(engine))));
            Deadline soon = Deadline.in(Duration.ofMillis(300));
            assertThat(problems(slow, soon))
                    .extracting(Diagnostic::code)
                    .contains("E601")
                    .containsOnly("E601");
            assertThat(soon.isOver()).isTrue();
            var quick = new Scorecards(new Answering(Engines.only(engine)));
            var card = quick.scorecard(
                    till.catalog(), ScorecardRequest.one(END_OF_MARCH, "revenue_2026"), Deadline.none());
            assertThat(kpi(card, "revenue_2026").measured().value()).isNotNull();
        }
    }

    /** Told for the KPI, or for all at once: both are an answer in time. */
    private List<Diagnostic> problems(Scorecards scorecards, Deadline deadline) {
        var request = ScorecardRequest.one(END_OF_MARCH, "revenue_2026");
        List<Diagnostic> told = new ArrayList<>();
        var whole = catchThrowableOfType(
                DiagnosticException.class,
                () -> scorecards
                        .scorecard(till.catalog(), request, deadline)
                        .kpis()
                        .flatMap(k -> k.judgement().stream())
                        .forEach(j -> told.add(requireNonNull(j.problem()))));
        return whole == null ? told : whole.diagnostics();
    }

    /** The real engine, with rows in the place of each file that never end. */
    private static Engine overEndlessRows(Engine real) {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("relation")) {
                        return ENDLESS;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
