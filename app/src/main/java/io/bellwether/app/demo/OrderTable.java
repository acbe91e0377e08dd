package io.bellwether.app.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code orders}, by time. */
record OrderTable(Scenario scenario, Trading trading) implements Table {
    private static final int POSTAGE = 395;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "ordered_at", "customer_id", "session_id", "channel", "voucher", "first_order", "postage");
    }

    @Override
    public String select() {
        return String.join(
                ", ",
                "id",
                Table.timestamp("ordered_at"),
                Table.integer("customer_id"),
                "session_id",
                Table.word("channel", Order.CHANNELS),
                Table.flag("voucher"),
                Table.flag("first_order"),
                Table.money("postage"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.range(0, scenario.days())
                .mapToObj(
                        day -> trading.orders(day).stream().map(OrderTable::row).toList());
    }

    private static long[] row(Order order) {
        long voucher = order.voucher() ? 1 : 0;
        long first = order.first() ? 1 : 0;
        long postage = order.channel() == Order.WEB ? POSTAGE : 0;
        return new long[] {
            order.id(), order.second(), order.customer(), order.visit(), order.channel(), voucher, first, postage
        };
    }
}
