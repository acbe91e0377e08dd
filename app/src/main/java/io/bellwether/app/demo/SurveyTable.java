package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code survey}: answers to "would you recommend us", 0 to 10, by time. Slowly better, worse after the price rise. */
record SurveyTable(Scenario scenario, Demand demand, Customers customers) implements Table {
    private static final double A_DAY = 14;
    private static final double PROMOTERS = 0.505;
    private static final double PASSIVES = 0.33;

    @Override
    public String name() {
        return "survey";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "answered_at", "customer_id", "score");
    }

    @Override
    public String select() {
        return String.join(
                ", ", "id", Table.timestamp("answered_at"), Table.integer("customer_id"), Table.integer("score"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.range(0, scenario.days()).mapToObj(this::rows);
    }

    private List<long[]> rows(int day) {
        int count = (int) Math.max(1, Math.round(A_DAY * demand.expected(day) * scenario.scale()));
        double years = day / 365.0;
        double annoyed = day < scenario.priceRise() ? 0 : 0.012;
        double promoters = PROMOTERS + 0.045 * years - annoyed;
        return IntStream.range(0, count)
                .mapToObj(i -> row(day, i, count, promoters))
                .toList();
    }

    private long[] row(int day, int index, int count, double promoters) {
        long date = scenario.epochDay(day);
        Dice dice = Dice.of(Topic.SURVEY, date, index);
        long second = scenario.midnight(day) + DayClock.WEB.secondAt((index + dice.unit()) / count);
        double feeling = Dice.even(Topic.SURVEY, day * 64L + index);
        int score = feeling < promoters
                ? dice.between(9, 10)
                : feeling < promoters + PASSIVES ? dice.between(7, 8) : 6 - dice.pick(.4, .65, .8, .88, .94, .97, 1);
        return new long[] {date * 1_000_000 + index, second, customers.known(day, dice), score};
    }
}
