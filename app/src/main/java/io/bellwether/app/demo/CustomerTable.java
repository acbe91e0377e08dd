package io.bellwether.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code customers}, by sign-up: those from before the start, then each with the first order. */
record CustomerTable(Scenario scenario, Trading trading, Customers customers) implements Table {
    private static final int DAYS_BEFORE = 1_000;
    private static final double[] COUNTRIES = {.78, .86, .91, .95, .98, 1};

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "signed_up_at", "country", "age_group", "newsletter");
    }

    @Override
    public String select() {
        return String.join(
                ", ",
                Table.integer("id"),
                Table.timestamp("signed_up_at"),
                Table.word("country", "['United Kingdom', 'Ireland', 'Germany', 'France', 'Netherlands', 'Sweden']"),
                Table.word("age_group", "['18-29', '30-44', '45-59', '60+']"),
                Table.flag("newsletter"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        return Stream.concat(
                IntStream.range(0, DAYS_BEFORE).mapToObj(this::before),
                IntStream.range(0, scenario.days()).mapToObj(this::on));
    }

    /** One slice of those who were there before the first day. */
    private List<long[]> before(int slice) {
        long all = customers.beforeTheStart();
        long midnight = scenario.midnight(slice - DAYS_BEFORE);
        List<long[]> rows = new ArrayList<>();
        for (long id = all * slice / DAYS_BEFORE + 1; id <= all * (slice + 1) / DAYS_BEFORE; id++) {
            rows.add(row(id, midnight + DayClock.COUNTER.secondAt(0.5)));
        }
        return rows;
    }

    private List<long[]> on(int day) {
        List<long[]> rows = new ArrayList<>();
        for (Order order : trading.orders(day)) {
            if (order.first()) {
                rows.add(row(order.customer(), order.second()));
            }
        }
        long evening = scenario.midnight(day + 1) - 1;
        for (int i = rows.size(); i < customers.newOn(day); i++) {
            rows.add(row(customers.firstNewOn(day) + i, evening));
        }
        return rows;
    }

    private static long[] row(long id, long second) {
        Dice traits = Customers.traits(id);
        int country = traits.pick(COUNTRIES);
        int age = traits.pick(.18, .49, .80, 1);
        return new long[] {id, second, country, age, traits.chance(.46) ? 1 : 0};
    }
}
