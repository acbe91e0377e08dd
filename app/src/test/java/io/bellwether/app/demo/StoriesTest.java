package io.bellwether.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guide tells about the shop's data is in the data, and its tables fit together. */
class StoriesTest {
    private static final ShopData DATA = new ShopData(Path.of("../examples/shop"));

    @AfterAll
    static void close() throws SQLException {
        DATA.close();
    }

    @ParameterizedTest
    @CsvSource({
        "order_items, order_id, orders, id",
        "order_items, product_id, products, id",
        "orders, customer_id, customers, id",
        "orders, session_id, sessions, id",
        "sessions, customer_id, customers, id",
        "deliveries, order_id, orders, id",
        "tickets, customer_id, customers, id",
        "survey, customer_id, customers, id"
    })
    void everyReferenceLeadsSomewhere(String from, String column, String to, String key) {
        assertThat(DATA.number("select count(*) from " + from + " where " + column + " not in (select " + key + " from "
                        + to + ")"))
                .isZero();
        assertThat(DATA.number("select count(*) - count(distinct " + key + ") from " + to))
                .isZero();
    }

    @Test
    void everyReturnIsOfALineThatWasSoldBefore() {
        assertThat(DATA.number("""
                        select count(*) from returned_items r left join order_items i using (order_id, line)
                        where i.line is null or r.returned_at <= i.sold_at or r.refund <> i.quantity * i.unit_price - i.discount
                        """)).isZero();
    }

    @Test
    void everyConvertedVisitHasItsOrderByTheSameCustomer() {
        assertThat(DATA.number("select count(*) from sessions where converted"))
                .isEqualTo(DATA.number("select count(*) from orders where channel = 'web'"));
        assertThat(DATA.number("""
                        select count(*) from orders o join sessions s on s.id = o.session_id
                        where not s.converted or s.customer_id <> o.customer_id or s.started_at > o.ordered_at
                        """)).isZero();
    }

    @Test
    void aCustomersFirstOrderIsTheFirstOne() {
        assertThat(DATA.number("""
                        select count(*) from orders o join customers c on c.id = o.customer_id
                        where o.ordered_at < c.signed_up_at or (o.first_order and o.ordered_at <> c.signed_up_at)
                        """)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "orders, ordered_at",
        "order_items, sold_at",
        "sessions, started_at",
        "customers, signed_up_at",
        "returned_items, returned_at",
        "deliveries, promised_on",
        "tickets, opened_at",
        "survey, answered_at",
        "site_checks, checked_at"
    })
    void filesAreInOrderOfTime(String table, String time) {
        assertThat(DATA.number(
                        "select count(*) from (select " + time + " < lag(" + time + ") over (order by place) as late"
                                + " from (select *, row_number() over () as place from " + table + ")) where late"))
                .isZero();
    }

    @Test
    void moneyIsExact() {
        assertThat(DATA.value("select typeof(unit_price) from order_items limit 1"))
                .isEqualTo("DECIMAL(12,2)");
        assertThat(DATA.value("select typeof(refund) from returned_items limit 1"))
                .isEqualTo("DECIMAL(12,2)");
    }

    @Test
    void decembersAndSaturdaysAreBusy() {
        String perDay = "select count(*) / count(distinct ordered_at::date) from orders where ";
        assertThat(DATA.number(perDay + "month(ordered_at) = 12"))
                .isGreaterThan(1.4 * DATA.number(perDay + "month(ordered_at) = 2"));
        assertThat(DATA.number(perDay + "dayofweek(ordered_at) = 6"))
                .isGreaterThan(1.2 * DATA.number(perDay + "dayofweek(ordered_at) = 2"));
    }

    @Test
    void theShopGrows() {
        String until =
                "select count(*) from orders where strftime(ordered_at, '%m-%d') < '11-15' and year(ordered_at) = ";
        assertThat(DATA.number(until + 2026) / DATA.number(until + 2025)).isBetween(1.1, 1.25);
    }

    @Test
    void theOutageLeavesAHole() {
        String visits = "select count(*) from sessions where started_at::date = date ";
        assertThat(DATA.number(visits + "'2026-10-12'")).isLessThan(0.15 * DATA.number(visits + "'2026-10-05'"));
        assertThat(DATA.number(
                        "select count(*) from site_checks where not ok and checked_at::date = date '2026-10-12'"))
                .isEqualTo(90);
    }

    @Test
    void lampsSellFromTheirLaunchOn() {
        assertThat(DATA.value("""
                        select min(sold_at)::date from order_items i join products p on p.id = i.product_id
                        where p.category = 'Lighting'
                        """)).isEqualTo("2026-05-08");
    }

    @Test
    void dearTextilesComeBack() {
        String rate = """
                select count(r.line) / count(*)::double from order_items i join products p on p.id = i.product_id
                left join returned_items r on r.order_id = i.order_id and r.line = i.line
                where p.category = 'Textiles' and i.sold_at between timestamp '%s' and timestamp '%s'
                """;
        double before = DATA.number(rate.formatted("2026-06-01", "2026-08-01"));
        double after = DATA.number(rate.formatted("2026-08-31", "2026-10-20"));
        assertThat(after).isGreaterThan(2.5 * before);
    }

    @Test
    void theHelpDesksExportStops() {
        assertThat(DATA.value("select max(opened_at)::date from tickets")).isEqualTo("2026-11-11");
    }
}
