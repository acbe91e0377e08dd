package io.bellwether.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("revenue", "orders", "return_rate", "id", "InvoiceDate");

    @ParameterizedTest
    @CsvSource({
        "revnue, revenue",
        "rveenue, revenue",
        "order, orders",
        "returnrate, return_rate",
        "di, id",
        "invoicedate, InvoiceDate",
        "invoice_date, InvoiceDate",
    })
    void findsWhatWasMeant(String word, String meant) {
        assertThat(Nearest.of(word, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"profit", "x", "something_else_entirely"})
    void staysSilentWhereNothingIsNear(String word) {
        assertThat(Nearest.of(word, NAMES)).isEmpty();
    }

    @Test
    void listsAFewNamesWhereNoneIsNear() {
        assertThat(Nearest.fix("profit", NAMES)).contains("known: revenue, orders, return_rate, id, InvoiceDate");
        assertThat(Nearest.fix("profit", List.of())).isEmpty();
    }

    @Test
    void isNotLedAstrayByEndlessWords() {
        assertThat(Nearest.of("x".repeat(100_000), NAMES)).isEmpty();
    }
}
