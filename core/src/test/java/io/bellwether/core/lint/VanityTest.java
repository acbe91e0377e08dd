package io.bellwether.core.lint;

import static io.bellwether.core.lint.Cleaned.codes;
import static io.bellwether.core.lint.Cleaned.only;
import static io.bellwether.core.lint.Cleaned.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K115: what can only rise. */
class VanityTest {
    private static String kpiOn(String keys) {
        return with("\"takings / nullif(orders, 0)\"", keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(sales.id), all_time: true",
                "count(distinct sales.id), all_time: true",
                "sum(sales.amount), all_time: true",
                "max(sales.amount), all_time: true",
                "sum(sales.amount), to_date: year",
                "orders, all_time: true",
                "orders + takings * 2, all_time: true",
                "coalesce(sum(sales.amount), 0), all_time: true",
            })
    void pilesUp(String keys) {
        assertThat(only(kpiOn(keys))).startsWith("K115 basket: the active KPI \"basket_2026\" cannot fall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(sales.id)",
                "sum(sales.amount), window: 28 days",
                "avg(sales.amount), all_time: true",
                "min(sales.amount), all_time: true",
                "sum(sales.left_over), all_time: true",
                "sum(sales.amount - sales.cost), all_time: true",
                "takings / nullif(orders, 0), all_time: true",
                "takings - orders, all_time: true",
                "orders * -1, all_time: true",
            })
    void mayFall(String keys) {
        assertThat(codes(kpiOn("\"" + keys.replaceFirst(", (all_time|window)", "\", $1")
                        + (keys.contains(", all_time") || keys.contains(", window") ? "" : "\""))))
                .isEmpty();
    }

    @Test
    void isSeenThroughFormulasThatOnlyAdd() {
        String ever = with(
                "objectives:",
                "  - { name: ever, expression: count(sales.id), all_time: true, unit: count, direction: up, description: x }\nobjectives:");
        assertThat(only(ever.replace("\"takings / nullif(orders, 0)\"", "ever + 1")))
                .contains("cannot fall");
        assertThat(codes(ever.replace("\"takings / nullif(orders, 0)\"", "ever - orders")))
                .isEmpty();
        assertThat(codes(ever.replace("\"takings / nullif(orders, 0)\"", "ever + orders")))
                .as("the orders of a week may be fewer than those of the week before")
                .isEmpty();
    }
}
