package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code tickets}: what customers asked the help desk, by opening. The export stops before the last day. */
record TicketTable(Scenario scenario, Demand demand, Customers customers) implements Table {
    private static final double A_DAY = 4.6;
    private static final int USUAL_RESPONSE = 190;

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "opened_at", "customer_id", "topic", "first_response_minutes", "resolved_at", "csat");
    }

    @Override
    public String select() {
        return String.join(
                ", ",
                "id",
                Table.timestamp("opened_at"),
                Table.integer("customer_id"),
                Table.word("topic", "['delivery', 'returns', 'product', 'payment']"),
                Table.integer("first_response_minutes"),
                Table.timestamp("resolved_at"),
                Table.integer("csat"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        int known = scenario.lastTickets() + 1;
        return IntStream.range(0, known).mapToObj(this::rows);
    }

    private List<long[]> rows(int day) {
        boolean outage = day == scenario.outage();
        double load = demand.expected(day) * (outage ? 7 : 1);
        int count = (int) Math.max(1, Math.round(A_DAY * load * scenario.scale()));
        return IntStream.range(0, count).mapToObj(i -> row(day, i, count, load)).toList();
    }

    private long[] row(int day, int index, int count, double load) {
        long date = scenario.epochDay(day);
        Dice dice = Dice.of(Topic.TICKET, date, index);
        long opened = scenario.midnight(day) + DayClock.COUNTER.secondAt((index + dice.unit()) / count);
        long customer = customers.known(day, dice);
        boolean dear = day >= scenario.priceRise();
        int topic = dear ? dice.pick(.36, .74, .90, 1) : dice.pick(.46, .66, .90, 1);
        double hurry = 0.4 + 0.5 * Math.min(load, 6);
        int response = 5 + (int) (USUAL_RESPONSE * hurry * 2 * dice.unit() * (0.4 + dice.unit()));
        long resolved = opened + response * 60L + dice.between(600, 4 * DayClock.SECONDS_A_DAY);
        boolean open = resolved >= scenario.midnight(scenario.lastTickets() + 1);
        int mood = response < 120 ? 5 : response < 300 ? 4 : 3;
        int score = Math.max(1, mood - dice.pick(.6, .85, 1));
        long csat = !open && dice.chance(.55) ? score : NULL;
        return new long[] {date * 1_000_000 + index, opened, customer, topic, response, open ? NULL : resolved, csat};
    }
}
