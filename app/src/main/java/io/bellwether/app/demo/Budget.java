package io.bellwether.app.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the owners planned, day by day and some months ahead: last year's shape, steady growth, no accidents, high hopes for
 * the Studio range.
 */
record Budget(Scenario scenario, Demand demand) {
    private static final double ORDERS = 73;
    private static final double BASKET = 34.5;
    private static final double STUDIO_LIFT = 1.22;
    private static final int MONTHS_AHEAD = 9;

    /** The file {@code budget.csv}, in English and with a full stop in numbers, whatever the machine's locale. */
    String csv() {
        LocalDate last =
                scenario.end().plusMonths(MONTHS_AHEAD).withDayOfMonth(1).minusDays(1);
        int days = scenario.day(last) + 1;
        return IntStream.range(0, days)
                .mapToObj(day -> scenario.date(day) + "," + revenue(day) + "," + orders(day) + "\n")
                .collect(Collectors.joining("", "planned_on,planned_revenue,planned_orders\n", ""));
    }

    /** Planned revenue of the days from the first to the last, both included. */
    BigDecimal revenue(Span span) {
        return days(span).mapToObj(this::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Planned orders of the days from the first to the last, both included. */
    long orders(Span span) {
        return days(span).mapToLong(this::orders).sum();
    }

    private IntStream days(Span span) {
        return IntStream.rangeClosed(scenario.day(span.first()), scenario.day(span.last()));
    }

    private long orders(int day) {
        return Math.round(ORDERS * demand.expected(day) * scenario.scale());
    }

    private BigDecimal revenue(int day) {
        double basket = day < scenario.launch() ? BASKET : BASKET * STUDIO_LIFT;
        long pounds = Math.round(ORDERS * basket * demand.expected(day) * scenario.scale());
        return BigDecimal.valueOf(pounds).setScale(2, RoundingMode.UNNECESSARY);
    }
}
