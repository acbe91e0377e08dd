package io.bellwether.app.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The timeframes and amounts that fit the shop's last day and size: what stands in the definitions' placeholders. */
record Targets(Scenario scenario, Demand demand, Budget budget) {
    private static final int CAMPAIGN_DAYS = 63;
    private static final double LAMPS = 0.14;
    private static final double VOUCHERS = 0.135;
    private static final double MODEST = 0.985;

    /** Each placeholder and its text. */
    Map<String, String> values() {
        LocalDate end = scenario.end();
        Span year = Span.running(end, 12);
        Span quarter = Span.running(end, 3);
        Span closed = Span.quarterBefore(end);
        Span campaign = new Span(day(scenario.campaign()), day(scenario.campaign() + CAMPAIGN_DAYS - 1));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("end", end.toString());
        values.put("year", year.toString());
        values.put("year_before", year.yearBefore().toString());
        values.put("quarter", quarter.toString());
        values.put("quarter_before", quarter.yearBefore().toString());
        values.put("closed_quarter", closed.toString());
        values.put("next_quarter", Span.quarterAfter(end).toString());
        values.put("campaign", campaign.toString());
        values.put("revenue_target", round(budget.revenue(year)));
        values.put("launch_target", round(budget.revenue(closed).multiply(BigDecimal.valueOf(LAMPS))));
        values.put("new_customers_target", round(BigDecimal.valueOf(newCustomersSince(year.first()) * MODEST)));
        values.put("campaign_target", round(BigDecimal.valueOf(budget.orders(campaign) * VOUCHERS)));
        values.put("launch", day(scenario.launch()).toString());
        values.put("price_rise", day(scenario.priceRise()).toString());
        values.put("outage", day(scenario.outage()).toString());
        values.put("campaign_start", day(scenario.campaign()).toString());
        values.put("black_fridays", blackFridays());
        values.put("waived_until", LocalDate.of(end.getYear() + 1, 12, 31).toString());
        return values;
    }

    private LocalDate day(int day) {
        return scenario.date(day);
    }

    private long newCustomersSince(LocalDate first) {
        int from = scenario.day(first);
        return IntStream.range(from, scenario.days())
                .mapToLong(demand::newCustomers)
                .sum();
    }

    private String blackFridays() {
        return IntStream.range(0, scenario.days())
                .mapToObj(scenario::date)
                .filter(Demand::isBlackFriday)
                .map(date -> "  - { date: " + date + ", label: Black Friday, kind: season }")
                .collect(Collectors.joining("\n"));
    }

    /** Down to a round number, written in groups of three: {@code 1_350_000}. People do not set targets to the penny. */
    private static String round(BigDecimal amount) {
        BigDecimal step = BigDecimal.valueOf(5).scaleByPowerOfTen(amount.precision() - amount.scale() - 3);
        String digits =
                amount.divideToIntegralValue(step).multiply(step).toBigInteger().toString();
        return digits.replaceAll("\\B(?=(\\d{3})+$)", "_");
    }
}
