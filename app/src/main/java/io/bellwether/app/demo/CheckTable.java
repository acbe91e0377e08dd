package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code site_checks}: every ten minutes somebody asks the web shop whether it is there. */
record CheckTable(Scenario scenario) implements Table {
    private static final int EVERY_SECONDS = 600;
    private static final int CHECKS_A_DAY = DayClock.SECONDS_A_DAY / EVERY_SECONDS;
    private static final int OUTAGE_FROM = 6 * 6;
    private static final int OUTAGE_UNTIL = 21 * 6;
    private static final double HICCUP = 0.0002;

    @Override
    public String name() {
        return "site_checks";
    }

    @Override
    public List<String> columns() {
        return List.of("checked_at", "ok", "response_ms");
    }

    @Override
    public String select() {
        return String.join(", ", Table.timestamp("checked_at"), Table.flag("ok"), Table.integer("response_ms"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.range(0, scenario.days())
                .mapToObj(day -> IntStream.range(0, CHECKS_A_DAY)
                        .mapToObj(check -> row(day, check))
                        .toList());
    }

    private long[] row(int day, int check) {
        long date = scenario.epochDay(day);
        Dice dice = Dice.of(Topic.CHECK, date, check);
        boolean outage = day == scenario.outage() && check >= OUTAGE_FROM && check < OUTAGE_UNTIL;
        boolean ok = !outage && !dice.chance(HICCUP);
        long milliseconds = ok ? 90 + dice.between(0, 60) + (dice.chance(.02) ? 400 : 0) : NULL;
        return new long[] {scenario.midnight(day) + (long) check * EVERY_SECONDS, ok ? 1 : 0, milliseconds};
    }
}
