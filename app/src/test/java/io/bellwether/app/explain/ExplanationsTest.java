package io.bellwether.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.scorecard.Till;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationsTest {
    private static final String MARCH = " from sales where strftime(day, '%Y-%m') = '2026-03'";

    private Till till;

    @BeforeEach
    void open(@TempDir Path folder) {
        till = new Till(folder);
    }

    @AfterEach
    void close() {
        till.close();
    }

    private Explanation explain(String kpi, LocalDate asOf) {
        return till.bellwether().explanations().explain(till.catalog(), kpi, AsOf.date(asOf), Deadline.none());
    }

    @Test
    void fillsTheNumbersOfTheSameStretchIntoTheFormula() {
        Explanation explanation = explain("basket_2026", LocalDate.of(2026, 3, 31));
        assertThat(explanation.inputs())
                .extracting(Explanation.Input::name)
                .containsExactly("basket", "revenue", "receipts");
        assertThat(explanation.inputs().get(0).expression()).isEqualTo("revenue / nullif(receipts, 0)");
        assertThat(explanation.inputs().get(0).filled()).isEqualTo("£300.25 / nullif(2, 0)");
        assertThat(explanation.inputs().get(1).value())
                .isEqualByComparingTo(till.byHand("select sum(amount::decimal(18, 2))" + MARCH));
        assertThat(explanation.inputs().get(2).value()).isEqualByComparingTo(till.byHand("select count(*)" + MARCH));
    }

    @Test
    void keepsToTheSliceOfTheKpi() {
        Explanation explanation = explain("leeds", LocalDate.of(2026, 3, 31));
        assertThat(explanation.inputs()).hasSize(1);
        assertThat(explanation.inputs().getFirst().value())
                .isEqualByComparingTo(till.byHand(
                        "select sum(amount::decimal(18, 2)) from sales where shop = 'Leeds' and year(day) = 2026"));
        assertThat(explanation.inputs().getFirst().filled()).isEqualTo("sum(sales.amount)");
        assertThat(explanation.statements()).isNotEmpty();
    }

    @Test
    void aKpiThatCannotBeReadIsExplainedWithoutNumbers() {
        Explanation explanation = explain("english", LocalDate.of(2026, 3, 31));
        assertThat(explanation.inputs()).extracting(Explanation.Input::value).containsOnlyNulls();
        assertThat(explanation.card().judgement().orElseThrow().why()).contains("several rows of shops");
    }

    @Test
    void beforeAnyDataThereIsNoNumber() {
        Explanation explanation = explain("basket_2026", LocalDate.of(2024, 1, 1));
        assertThat(explanation.inputs().getFirst().value()).isNull();
        assertThat(explanation.inputs().getFirst().valueText()).isEqualTo("–");
    }
}
