package io.bellwether.app.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code deliveries}: parcels that have left, by the day they were promised for. */
record DeliveryTable(Scenario scenario, Trading trading) implements Table {
    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public List<String> columns() {
        return List.of("order_id", "left_on", "promised_on", "delivered_on", "carrier");
    }

    @Override
    public String select() {
        return String.join(
                ", ",
                "order_id",
                Table.date("left_on"),
                Table.date("promised_on"),
                Table.date("delivered_on"),
                Table.word("carrier", "['Royal Post', 'Swift Parcels', 'Two Wheels']"));
    }

    @Override
    public String order() {
        return "promised_on, order_id";
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.range(0, scenario.days()).mapToObj(this::rows);
    }

    private List<long[]> rows(int day) {
        return trading.orders(day).stream()
                .filter(Order::shipped)
                .flatMap(this::row)
                .toList();
    }

    private Stream<long[]> row(Order order) {
        Shipping shipping = Shipping.of(order, scenario);
        long today = scenario.end().toEpochDay();
        if (shipping.left() > today) {
            return Stream.empty();
        }
        long arrived = shipping.arrived() > today ? NULL : shipping.arrived();
        long carrier = (order.id() * 7 + order.second()) % 3;
        return Stream.of(new long[] {order.id(), shipping.left(), shipping.due(), arrived, carrier});
    }
}
