package io.bellwether.app.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code sessions}: visits to the web shop, by start. */
record VisitTable(Scenario scenario, Trading trading) implements Table {
    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "started_at", "customer_id", "device", "source", "pages", "converted");
    }

    @Override
    public String select() {
        return String.join(
                ", ",
                "id",
                Table.timestamp("started_at"),
                Table.integer("customer_id"),
                Table.word("device", Visit.DEVICES),
                Table.word("source", Visit.SOURCES),
                Table.integer("pages"),
                Table.flag("converted"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.range(0, scenario.days())
                .mapToObj(
                        day -> trading.visits(day).stream().map(VisitTable::row).toList());
    }

    private static long[] row(Visit visit) {
        long converted = visit.converted() ? 1 : 0;
        return new long[] {
            visit.id(), visit.second(), visit.customer(), visit.device(), visit.source(), visit.pages(), converted
        };
    }
}
