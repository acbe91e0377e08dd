package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Show;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "Country = repeat('x', 10001) ~ D344",
                "Country = repeat(repeat(Country, 200), 200) ~ D344",
                "Country = repeat('ab', 100 * 100 * 100) ~ D344",
                "Country = repeat('ab', cast(amount as integer) * 1000000) ~ D344",
                "Country = lpad(Country, 2000000000) ~ D344",
                "Country = upper(rpad('x', 20000, 'y')) ~ D344",
                "Country = concat(repeat('a', 6000), lower(repeat('b', 6000))) ~ D344",
                "Country = replace(repeat('a', 5000), 'a', repeat('b', 5000)) ~ D344",
                "Country = case when vip then 'x' else repeat('y', 20000) end ~ D344",
                "length(repeat(Country, length(repeat('x', 9000)) * 2)) = 1 ~ D344",
                "amount > 1e38 ~ D317",
                "amount > 0.000000000000000000000000000000000000001 ~ D317",
            })
    void refuses(String text, String code) {
        var parsed = parse(text);
        assertThat(parsed.condition()).isEmpty();
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Country = repeat('x', 10000)",
                "Country = lpad(Country, 10, '0')",
                "Country = left(repeat(Country, 9000), 5) || repeat('x', 9000)",
                "Country = repeat('*', cast(amount as integer))",
                "Country = repeat(Country, least(cast(amount as integer) * 100000, 20))",
                "Country = repeat(Country, 5 - 1000000)",
                "Country = regexp_replace(Country, '[^a-z]', '')",
                "amount > 99999999999999999999999999999999999999",
            })
    void textsOfALengthThatPeopleUseAndNumbersThatEnginesHoldAreFine(String text) {
        assertThat(parse(text).diagnostics()).isEmpty();
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
