package io.bellwether.app.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "InvoiceNo, invoice_no",
        "CustomerID, customer_id",
        "unit price, unit_price",
        "2011 Sales, c_2011_sales",
        "HTTPStatus, http_status",
        "größe (cm), gre_cm",
        "'???', column",
    })
    void aNameOfADefinition(String column, String name) {
        assertThat(Words.of(column).snake()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"category, categories", "visit, visits", "box, boxes", "day, days", "branch, branches"})
    void morethanOne(String one, String many) {
        assertThat(Words.plural(one)).isEqualTo(many);
    }
}
