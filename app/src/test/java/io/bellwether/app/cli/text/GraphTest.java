package io.bellwether.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static BigDecimal n(String text) {
        return new BigDecimal(text);
    }

    @Test
    void aSparkGoesFromTheLowestToTheHighestWithGaps() {
        assertThat(Graph.spark(Arrays.asList(n("10"), null, n("17"), n("13.5"))))
                .isEqualTo("▁ █▅");
    }

    @Test
    void aFlatSparkStandsInTheMiddleAndNoneIsEmpty() {
        assertThat(Graph.spark(List.of(n("3"), n("3")))).isEqualTo("▅▅");
        assertThat(Graph.spark(Arrays.asList(null, null))).isEmpty();
    }

    @Test
    void aBarShowsDoneAndExpectedAndNeverRunsOver() {
        assertThat(Graph.bar(n("0.4"), n("0.5"), 10)).isEqualTo("████░│░░░░");
        assertThat(Graph.bar(n("7"), n("1"), 4)).isEqualTo("███│");
        assertThat(Graph.bar(n("-1"), null, 4)).isEqualTo("░░░░");
        assertThat(Graph.bar(null, n("0.5"), 4)).isEmpty();
    }
}
