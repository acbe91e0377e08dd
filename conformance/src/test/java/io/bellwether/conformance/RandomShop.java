package io.bellwether.conformance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small workspace with everything that makes numbers wrong: keys that are missing or lead nowhere, a dataset in two roles,
 * rows that replace each other, many to many, a calendar table with gaps, several rows at one moment.
 */
final class RandomShop {
    static final int DAYS = 130;

    /** Where the zones of {@link NaiveCalendar} change their clocks soon after, and a leap day. */
    private static final List<LocalDate> FIRSTS = List.of(
            LocalDate.of(2025, 11, 20),
            LocalDate.of(2025, 8, 25),
            LocalDate.of(2025, 2, 20),
            LocalDate.of(2024, 1, 15));

    private static final String DEFINITIONS = """
            name: Random shop
            time_zone: %s
            calendar: { %s, tables: [ { dataset: days, time: day, grain: day, grains: { season: season } } ] }
            %s
            datasets:
              - { name: days, source: days.csv }
              - { name: regions, source: regions.csv }
              - { name: customers, source: customers.csv }
              - { name: places, source: places.csv }
              - { name: homes, source: homes.csv, validity: { from: from_day, to: to_day } }
              - { name: tags, source: tags.csv }
              - { name: likes, source: likes.csv }
              - { name: orders, source: orders.csv, time: at%s, fields: [ { name: amount, expression: cast(price as decimal(12, 2)) }, { name: hour, expression: extract(hour from at) }, { name: day, expression: cast(at as date) } ] }
              - { name: visits, source: visits.csv, time: at%s }
              - { name: stock, source: stock.csv, time: at%s }
              - { name: returns, source: returns.csv, time: at%s }
            relationships:
              - { from: customers, to: regions, columns: { region: id } }
              - { from: orders, to: customers, columns: { customer: id } }
              - { from: visits, to: customers, columns: { customer: id } }
              - { from: orders, to: homes, columns: { customer: person } }
              - { name: bought, from: returns, to: orders, columns: { order_id: id } }
              - { name: ship, from: orders, to: places, columns: { ship: code } }
              - { name: bill, from: orders, to: places, columns: { bill: code } }
              - { from: likes, to: customers, columns: { customer: id } }
              - { from: likes, to: tags, columns: { tag: tag } }
            metrics:
            """;

    /** In a row, beside its local time, where its table holds instants. */
    private static final String INSTANT = "_instant";

    /** By table; a value is a number, a text, a moment, or null. */
    final Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();

    final NaiveCalendar calendar;
    final LocalDate first;
    final boolean repeatedRegion;

    private final Random random;

    /** @param anyZone whether the place that it will lie in knows all time zones */
    RandomShop(long seed, boolean anyZone) {
        // The first numbers of neighbouring seeds are alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        calendar = NaiveCalendar.random(random, anyZone);
        first = FIRSTS.get(random.nextInt(FIRSTS.size()));
        repeatedRegion = random.nextInt(12) == 0;
        people();
        calendar();
        facts();
        for (String fact : List.of("orders", "visits", "stock", "returns")) {
            if (random.nextBoolean()) {
                makeInstants(fact);
            }
        }
    }

    static Map<String, @Nullable Object> row(@Nullable Object... pairs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    List<Map<String, @Nullable Object>> table(String name) {
        return tables.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private @Nullable Object one(@Nullable Object... options) {
        return options[random.nextInt(options.length)];
    }

    private void people() {
        for (long id = 1; id <= 3; id++) {
            table("regions").add(row("id", id, "name", one("North", "South", null)));
        }
        if (repeatedRegion) {
            table("regions").add(row("id", 2L, "name", "South"));
        }
        for (long id = 1; id <= 9; id++) {
            table("customers")
                    .add(row(
                            "id",
                            id,
                            "region",
                            one(1L, 2L, 3L, 7L, null),
                            "segment",
                            one("a", "b", "c", null),
                            "since",
                            one(null, first, first.minusDays(40), first.plusDays(75)),
                            "credit",
                            one(null, 0L, 5L, 20L)));
            LocalDateTime moved = first.plusDays(random.nextInt(DAYS)).atStartOfDay();
            if (random.nextInt(4) > 0) {
                boolean gap = random.nextInt(3) == 0;
                table("homes")
                        .add(row(
                                "person",
                                id,
                                "area",
                                one("x", "y"),
                                "from_day",
                                first.minusDays(9).atStartOfDay(),
                                "to_day",
                                moved));
                table("homes")
                        .add(row(
                                "person",
                                id,
                                "area",
                                one("y", "z", null),
                                "from_day",
                                gap ? moved.plusDays(5) : moved,
                                "to_day",
                                null));
            }
            for (Object tag : List.of("t1", "t2", "t3", "t9")) {
                if (random.nextInt(3) == 0) {
                    table("likes").add(row("customer", one(id, id, id, null, 55L), "tag", tag));
                }
            }
        }
        table("likes").add(row("customer", 1L, "tag", "t1"));
        List.of("t1", "t2", "t3").forEach(tag -> table("tags").add(row("tag", tag, "kind", one("red", "blue", null))));
        List.of("A", "B", "C")
                .forEach(code -> table("places").add(row("code", code, "country", one("DE", "FR", null))));
    }

    private void calendar() {
        int from = random.nextInt(10);
        int to = DAYS - random.nextInt(20);
        for (int i = from; i < to; i++) {
            if (random.nextInt(15) > 0) {
                LocalDate day = first.plusDays(i);
                table("days").add(row("day", day.atStartOfDay(), "season", "s" + (i / 37)));
            }
        }
    }

    private LocalDateTime moment() {
        return first.plusDays(random.nextInt(DAYS)).atStartOfDay().plusMinutes(random.nextInt(1440));
    }

    /** Clocks go back and forth: what they show is made from what they stand for. */
    private void makeInstants(String table) {
        for (Map<String, @Nullable Object> row : table(table)) {
            if (row.get("at") instanceof LocalDateTime at) {
                Instant instant = near(at.toInstant(ZoneOffset.UTC));
                if (table.equals("stock")) {
                    instant = once(instant);
                }
                row.put(INSTANT, instant);
                row.put("at", LocalDateTime.ofInstant(instant, calendar.zone()));
            }
        }
    }

    /** Now and then within three hours of a change of the clocks. */
    private Instant near(Instant instant) {
        ZoneOffsetTransition change = calendar.zone().getRules().nextTransition(instant);
        return change == null || random.nextInt(4) > 0 || change.getInstant().isAfter(last())
                ? instant
                : change.getInstant().plusSeconds(60L * (random.nextInt(360) - 180));
    }

    /** Levels look for the last moment by the clock, so none of theirs is in an hour that comes twice. */
    private Instant once(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, calendar.zone());
        return calendar.zone().getRules().getValidOffsets(local).size() == 1 ? instant : instant.plusSeconds(10_800);
    }

    private Instant last() {
        return first.plusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private void facts() {
        int orders = 20 + random.nextInt(60);
        for (long id = 1; id <= orders; id++) {
            table("orders")
                    .add(row(
                            "id",
                            id,
                            "customer",
                            customer(),
                            "at",
                            random.nextInt(30) == 0 ? null : moment(),
                            "price",
                            random.nextInt(15) == 0
                                    ? null
                                    : new BigDecimal(50 + 7 * random.nextInt(600)).movePointLeft(2),
                            "channel",
                            one("web", "shop", "web", null),
                            "ship",
                            one("A", "B", "C", "Z", null),
                            "bill",
                            one("A", "B", "C", null)));
        }
        for (long id = 1; id <= 15 + random.nextInt(40); id++) {
            table("visits")
                    .add(row(
                            "id",
                            id,
                            "customer",
                            customer(),
                            "at",
                            moment(),
                            "source",
                            one("ad", "mail", "web", null)));
        }
        for (long id = 1; id <= 12 + random.nextInt(20); id++) {
            Object order = random.nextInt(12) == 0 ? one(null, 999L) : (Object) (long) (1 + random.nextInt(orders));
            table("returns")
                    .add(row(
                            "id",
                            id,
                            "order_id",
                            order,
                            "at",
                            moment(),
                            "reason",
                            one("broken", "late", null),
                            "share",
                            one(1L, 2L, 3L, null)));
        }
        boolean daily = random.nextBoolean();
        for (int i = 0; i < 40; i++) {
            LocalDateTime at = moment();
            table("stock")
                    .add(row(
                            "at",
                            daily ? at.toLocalDate().atStartOfDay() : at,
                            "item",
                            one("i1", "i2", "i3"),
                            "hall",
                            one("north", "south"),
                            "pieces",
                            (long) (1 + random.nextInt(30))));
        }
    }

    /** By when rows are earlier and later: instants where the table has them. */
    static Instant moment(Map<String, @Nullable Object> row) {
        return row.get(INSTANT) instanceof Instant instant
                ? instant
                : ((LocalDateTime) Objects.requireNonNull(row.get("at"))).toInstant(ZoneOffset.UTC);
    }

    private @Nullable Object customer() {
        return random.nextInt(12) == 0 ? one(null, 99L) : (Object) (long) (1 + random.nextInt(9));
    }

    void write(Path folder, String definitions) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), definitions);
        for (Map.Entry<String, List<Map<String, @Nullable Object>>> table : tables.entrySet()) {
            var rows = table.getValue();
            List<String> columns = rows.getFirst().keySet().stream()
                    .filter(column -> !column.equals(INSTANT))
                    .toList();
            StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
            for (Map<String, @Nullable Object> row : rows) {
                csv.append(columns.stream()
                                .map(column -> text(
                                        column.equals("at") && row.containsKey(INSTANT)
                                                ? row.get(INSTANT)
                                                : row.get(column)))
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
            Files.writeString(folder.resolve(table.getKey() + ".csv"), csv);
        }
    }

    String definitions(Place place, List<String> metrics) {
        String text = DEFINITIONS.formatted(
                calendar.zone(),
                calendar.definition(),
                place.workspaceKeys(),
                place.factKeys(),
                place.factKeys(),
                place.factKeys(),
                place.factKeys());
        return place.sources(text)
                + metrics.stream().map(m -> "  - { " + m + " }\n").collect(Collectors.joining())
                + place.kpis();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime time -> time.toString().replace('T', ' ') + ":00";
            case Instant instant -> instant.toString();
            default -> value.toString();
        };
    }
}
