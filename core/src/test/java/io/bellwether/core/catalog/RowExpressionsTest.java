package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Show;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowExpressionsTest {
    private final Catalog catalog = Workspaces.shop().catalog().orElseThrow();

    private RowExpressions.Parsed parse(String text) {
        return RowExpressions.parseCondition(new SourceFile("--where", text), catalog);
    }

    @Test
    void aBareNameIsAFieldThatOnlyOneDatasetHas() {
        assertThat(parse("Country <> 'France' and vip").condition().map(Show::of))
                .contains("(and (not_equal sales.Country 'France') customers.vip)");
        assertThat(parse("sales.amount > 5").condition().map(Show::of)).contains("(greater sales.amount 5)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Contry = 'France' ~ D301",
                "sales.x = 1 ~ D301",
                "sum(amount) > 1 ~ D328",
                "amount ~ D329",
                "Country = ~ D320",
                "1 = 1; drop table x ~ D322",
                "Country in (select 1) ~ D322",
            })
    void refuses(String text, String code) {
        var parsed = parse(text);
        assertThat(parsed.condition()).isEmpty();
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
    }

    @Test
    void aNameOfTwoDatasetsNeedsItsDataset() {
        Catalog two = Workspaces.resolve(List.of(new SourceFile("a.yml", """
                        datasets:
                          - { name: sales, source: a.csv }
                          - { name: customers, source: b.csv, fields: [{ name: Country, expression: "'x'" }] }
                        """)))
                .catalog()
                .orElseThrow();
        var parsed = RowExpressions.parseCondition(new SourceFile("--where", "Country = 'x'"), two);
        assertThat(parsed.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.fix()).isEqualTo("write sales.Country or customers.Country"));
        assertThat(RowExpressions.parseCondition(new SourceFile("--where", "Country = 'x'"), two, List.of("sales"))
                        .condition())
                .isPresent();
    }
}
