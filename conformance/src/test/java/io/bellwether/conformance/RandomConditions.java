package io.bellwether.conformance;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conditions with and, or, not, and what is neither true nor false, for questions about some facts. */
final class RandomConditions {
    /** @param meaning of a fact and a row; null where it cannot be told */
    record Condition(String text, BiFunction<String, Map<String, @Nullable Object>, @Nullable Boolean> meaning) {
        boolean holds(String fact, Map<String, @Nullable Object> row) {
            return Boolean.TRUE.equals(meaning.apply(fact, row));
        }
    }

    private final RandomShop shop;
    private final Random random;
    private final LocalDateTime seen;

    RandomConditions(RandomShop shop, Random random, LocalDateTime seen) {
        this.shop = shop;
        this.random = random;
        this.seen = seen;
    }

    /** @param moves whether windows are asked, for which a condition on the time means something else */
    Condition of(List<String> facts, List<String> fields, boolean moves) {
        List<Condition> options = new ArrayList<>();
        if (facts.equals(List.of("customers")) && !fields.contains("tags.kind") && random.nextInt(4) == 0) {
            return any("tags.kind", "tags.kind = 'red'", "red"::equals);
        }
        if (!facts.contains("stock")) {
            shared(options);
        }
        if (facts.size() == 1) {
            own(options, facts.getFirst());
        }
        if (!moves && !facts.contains("customers") && facts.size() == 1) {
            options.add(new Condition(
                    "time.day_of_week < 5",
                    (fact, row) -> row.get("at") instanceof LocalDateTime at
                            ? at.getDayOfWeek().getValue() < 5
                            : null));
        }
        if (!moves && facts.size() == 1 && Place.FACTS.contains(facts.getFirst())) {
            since(options, facts.getFirst());
        }
        return options.isEmpty() ? new Condition("1 = 1", (fact, row) -> true) : tree(options, 2);
    }

    private Condition tree(List<Condition> options, int depth) {
        Condition one = options.get(random.nextInt(options.size()));
        return switch (depth == 0 ? 9 : random.nextInt(6)) {
            case 0 -> {
                Condition other = tree(options, depth - 1);
                yield new Condition(
                        "(%s and %s)".formatted(one.text(), other.text()),
                        (fact, row) -> and(
                                one.meaning().apply(fact, row), other.meaning().apply(fact, row)));
            }
            case 1 -> {
                Condition other = tree(options, depth - 1);
                yield new Condition(
                        "(%s or %s)".formatted(one.text(), other.text()),
                        (fact, row) -> not(and(
                                not(one.meaning().apply(fact, row)),
                                not(other.meaning().apply(fact, row)))));
            }
            case 2 -> {
                Condition other = tree(options, depth - 1);
                yield new Condition(
                        "not (" + other.text() + ")",
                        (fact, row) -> not(other.meaning().apply(fact, row)));
            }
            default -> one;
        };
    }

    private static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : !value;
    }

    private static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : true;
    }

    private void shared(List<Condition> options) {
        options.add(known("customers.segment", "customers.segment = 'a'", "a"::equals));
        options.add(known("customers.segment", "customers.segment <> 'b'", v -> !v.equals("b")));
        options.add(known("customers.segment", "customers.segment not in ('a', 'c')", v -> v.equals("b")));
        options.add(one("regions.name", "regions.name is null", Objects::isNull));
        options.add(known(
                "regions.name", "regions.name like 'N%'", v -> v.toString().startsWith("N")));
        options.add(one("regions.name", "coalesce(regions.name, 'none') <> 'North'", v -> !"North".equals(v)));
        options.add(known("customers.credit", "customers.credit between 1 and 10", v -> v.equals(5L)));
        options.add(known("customers.credit", "customers.credit > 0", v -> (Long) v > 0));
        options.add(one(
                "customers.credit",
                "case when customers.credit = 0 then true end is null",
                v -> v == null || (Long) v != 0));
    }

    /** A moment of local time, now and then one that comes twice or never. */
    private void since(List<Condition> options, String fact) {
        LocalDateTime day = shop.first.plusDays(random.nextInt(RandomShop.DAYS)).atStartOfDay();
        ZoneOffsetTransition change = shop.calendar.zone().getRules().nextTransition(day.toInstant(ZoneOffset.UTC));
        LocalDateTime moment = change == null || random.nextBoolean()
                ? day
                : change.getDateTimeBefore().plusMinutes(random.nextInt(180) - 90);
        String text =
                "%s.at %%s timestamp '%s:00'".formatted(fact, moment.toString().replace('T', ' '));
        options.add(new Condition(
                text.formatted(">="),
                (home, row) -> row.get("at") instanceof LocalDateTime at ? !at.isBefore(moment) : null));
        options.add(new Condition(
                text.formatted("<"),
                (home, row) -> row.get("at") instanceof LocalDateTime at ? at.isBefore(moment) : null));
        options.add(new Condition(
                "%s.at between date '%s' and timestamp '%s:00'"
                        .formatted(fact, shop.first, moment.toString().replace('T', ' ')),
                (home, row) -> row.get("at") instanceof LocalDateTime at
                        ? !at.isBefore(shop.first.atStartOfDay()) && !at.isAfter(moment)
                        : null));
    }

    private void own(List<Condition> options, String fact) {
        switch (fact) {
            case "orders" -> {
                options.add(known("orders.hour", "orders.hour between 1 and 9", v -> (Long) v > 0 && (Long) v < 10));
                options.add(one("homes.area", "homes.area is not null", Objects::nonNull));
                options.add(known("orders.channel", "orders.channel = 'web'", "web"::equals));
                options.add(known("ship.country", "ship.country = 'DE'", "DE"::equals));
                options.add(new Condition("bill.country <> ship.country", (home, row) -> {
                    Object bill = value("bill.country", home, row);
                    Object ship = value("ship.country", home, row);
                    return bill == null || ship == null ? null : !bill.equals(ship);
                }));
            }
            case "visits" ->
                options.add(known("visits.source", "visits.source in ('mail', 'web')", v -> !v.equals("ad")));
            case "stock" -> options.add(known("stock.item", "stock.item <> 'i1'", v -> !v.equals("i1")));
            case "returns" -> {
                options.add(known("returns.reason", "returns.reason = 'late'", "late"::equals));
                options.add(known("orders.channel", "orders.channel <> 'web'", v -> !v.equals("web")));
            }
            default -> {}
        }
    }

    private @Nullable Object value(String field, String fact, Map<String, @Nullable Object> row) {
        return new NaiveShop(shop, seen).values(fact, row, field).iterator().next();
    }

    private Condition one(String field, String text, Function<@Nullable Object, @Nullable Boolean> such) {
        return new Condition(text, (fact, row) -> such.apply(value(field, fact, row)));
    }

    /** A comparison: of nothing it is neither true nor false. */
    private Condition known(String field, String text, Function<Object, Boolean> such) {
        return one(field, text, value -> value == null ? null : such.apply(value));
    }

    /** Over a bridge: whether one of several is such. */
    private Condition any(String field, String text, Function<@Nullable Object, Boolean> such) {
        return new Condition(
                text,
                (fact, row) -> new NaiveShop(shop, seen)
                        .values(fact, row, field).stream().anyMatch(such::apply));
    }
}
