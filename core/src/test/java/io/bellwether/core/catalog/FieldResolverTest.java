package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Show;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldResolverTest {
    private static Resolution fields(String fields) {
        return Workspaces.resolve(List.of(new SourceFile(
                "shop.yml", "datasets:\n  - name: sales\n    source: sales.csv\n    fields:\n" + fields)));
    }

    private static String field(String fields, String name) {
        Resolution resolution = fields(fields);
        assertThat(resolution.diagnostics()).isEmpty();
        return Show.of(
                resolution.sound().datasets().get("sales").fields().get(name).expression());
    }

    @Test
    void everyColumnIsAField() {
        assertThat(fields("").sound().datasets().get("sales").fields().keySet())
                .contains("InvoiceNo", "Quantity", "Country");
    }

    @Test
    void fieldsOnFieldsAreWrittenOut() {
        String text = "      - { name: double_amount, expression: amount * 2 }\n"
                + "      - { name: amount, expression: Quantity * UnitPrice }\n";
        assertThat(field(text, "double_amount")).isEqualTo("(multiply (multiply [Quantity] [UnitPrice]) 2)");
    }

    @Test
    void aColumnComesBeforeAFieldOfItsName() {
        assertThat(field("      - { name: Quantity, expression: Quantity * 2 }\n", "Quantity"))
                .isEqualTo("(multiply [Quantity] 2)");
    }

    @Test
    void columnsAreFoundWhateverTheirCase() {
        assertThat(field("      - { name: country, expression: country }\n", "country"))
                .isEqualTo("[Country]");
        assertThat(fields("      - { name: country }\n")
                        .sound()
                        .datasets()
                        .get("sales")
                        .fields())
                .containsKey("country")
                .doesNotContainKey("Country");
    }

    @Test
    void anotherTypeConverts() {
        assertThat(field("      - { name: day, expression: InvoiceDate, type: date }\n", "day"))
                .isEqualTo("(date [InvoiceDate])");
        assertThat(field("      - { name: at, expression: InvoiceDate, type: timestamp }\n", "at"))
                .isEqualTo("[InvoiceDate]");
    }

    @Test
    void knowsTheTypeOfWhatItComputes() {
        Resolution resolution = fields("      - { name: late, expression: ShippedOn > InvoiceDate }\n");
        assertThat(resolution
                        .sound()
                        .datasets()
                        .get("sales")
                        .fields()
                        .get("late")
                        .type())
                .isEqualTo(Type.BOOLEAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{ name: a, expression: Quantty * 2 } ~ D332",
                "{ name: Contry } ~ D332",
                "{ name: a, expression: customers.vip } ~ D301",
                "{ name: a, expression: sum(Quantity) } ~ D328",
                "{ name: a, expression: a + 1 } ~ D307",
                "{ name: a, expression: Country + 1 } ~ D324",
            })
    void refuses(String field, String code) {
        assertThat(Workspaces.codes(fields("      - " + field + "\n"))).containsExactly(code);
    }

    @Test
    void refusesFieldsThatDoubleAtEachStep() {
        StringBuilder text = new StringBuilder("      - { name: f0, expression: Quantity + 1 }\n");
        for (int at = 1; at <= 45; at++) {
            String before = "f" + (at - 1);
            text.append("      - { name: f" + at + ", expression: " + before + " + " + before + " }\n");
        }
        assertThat(Workspaces.codes(fields(text.toString()))).containsExactly("D325");
    }

    @Test
    void aTestIsAConditionOverColumns() {
        Resolution resolution = Workspaces.resolve(List.of(new SourceFile("shop.yml", """
                datasets:
                  - name: sales
                    source: sales.csv
                    fields: [{ name: amount, expression: Quantity * UnitPrice }]
                    tests:
                      - { not_null: [amount, Country] }
                      - { unique: [InvoiceNo, order] }
                      - { accepted_values: { Country: [France, Spain] }, severity: warn }
                      - { sql: amount >= 0 }
                """)));
        assertThat(resolution.diagnostics()).isEmpty();
        List<DataTest> tests = resolution.sound().datasets().get("sales").tests();
        assertThat(tests).hasSize(5);
        assertThat(Show.of(((DataTest.Condition) tests.get(4)).condition()))
                .isEqualTo("(greater_or_equal (multiply [Quantity] [UnitPrice]) 0)");
    }
}
