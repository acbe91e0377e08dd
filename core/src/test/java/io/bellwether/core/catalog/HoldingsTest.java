package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Type;
import io.bellwether.core.lint.Lint;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.Grain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows stand for, and when they are there. */
class HoldingsTest {
    private static Resolution dataset(String keys) {
        String text = "name: x\ndatasets:\n  - { name: d, source: d.csv, " + keys + " }\nmetrics:\n"
                + "  - { name: m, expression: sum(d.amount) }\n";
        List<Column> columns = List.of(
                new Column("day", Type.DATE), new Column("at", Type.TIMESTAMP_TZ), new Column("amount", Type.INTEGER));
        return Lint.check(
                List.of(new SourceFile("w.yml", text)), (name, source, span) -> new SourceSchema.Columns(columns));
    }

    private static Dataset.Holding holding(String keys) {
        return dataset(keys).catalog().orElseThrow().dataset("d").orElseThrow().holding();
    }

    @Test
    void saysWhatRowsStandFor() {
        assertThat(holding("time: day")).isEqualTo(Dataset.Holding.NONE);
        assertThat(holding("time: day, covers: month").covers()).isEqualTo(Grain.MONTH);
        assertThat(holding("time: none").always()).isTrue();
        assertThat(holding("time: none, loaded_at: at, expected_every: 1 day").loadedAt())
                .isEqualTo("at");
        assertThat(holding("time: day, settles_after: 3 days").settlesAfter()).isEqualTo(java.time.Period.ofDays(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            time: at, covers: month ~ D341 ~ "covers" needs a time: that is a date
            covers: month ~ D341 ~ "covers" needs a time: that is a date
            time: day, covers: day ~ D308 ~ "day" is not a covers
            time: day, loaded_at: at ~ D341 ~ "loaded_at" is for rows that hold always
            time: none, expected_every: 1 day ~ D341 ~ "expected_every" has no effect
            time: none, settles_after: 1 day ~ D341 ~ "settles_after" has no effect
            time: nine ~ D301 ~ has no field or column "nine"
            """)
    void refusesWhatHasNoEffect(String keys, String code, String message) {
        List<Diagnostic> found = dataset(keys).diagnostics();
        assertThat(found).extracting(Diagnostic::code).contains(code);
        assertThat(found).anyMatch(problem -> problem.message().contains(message));
    }
}
