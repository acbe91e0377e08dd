package io.bellwether.conformance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a field is for a row of a fact, found by looking through the tables.
 *
 * @param seen the as-of: nothing later is there
 */
record NaiveShop(RandomShop shop, LocalDateTime seen) {
    /** All values of a field for a row: one, or several over a bridge. */
    Set<@Nullable Object> values(String fact, Map<String, @Nullable Object> row, String field) {
        return switch (field) {
            case "customers.segment" -> one(customer(fact, row), "segment");
            case "customers.credit" -> one(customer(fact, row), "credit");
            case "regions.name" -> one(region(customer(fact, row)), "name");
            case "customers.since.month" -> {
                Map<String, @Nullable Object> customer = customer(fact, row);
                Object since = customer == null ? null : customer.get("since");
                Set<@Nullable Object> month = new HashSet<>();
                month.add(since instanceof LocalDate day ? day.withDayOfMonth(1) : null);
                yield month;
            }
            case "ship.country", "bought.ship.country" -> place(fact, row, "ship");
            case "bill.country" -> place(fact, row, "bill");
            case "orders.channel" -> fact.equals("customers") ? channels(row) : one(order(fact, row), "channel");
            case "homes.area" -> one(home(row), "area");
            case "orders.hour", "orders.day" -> {
                Map<String, @Nullable Object> order = order(fact, row);
                Object at = order == null ? null : order.get("at");
                Set<@Nullable Object> of = new HashSet<>();
                of.add(
                        at instanceof LocalDateTime time
                                ? field.equals("orders.hour") ? (Object) (long) time.getHour() : time.toLocalDate()
                                : null);
                yield of;
            }
            case "tags.kind" -> kinds(customer(fact, row));
            default -> one(row, field.substring(field.indexOf('.') + 1));
        };
    }

    private static Set<@Nullable Object> one(@Nullable Map<String, @Nullable Object> row, String column) {
        Set<@Nullable Object> set = new HashSet<>();
        set.add(row == null ? null : row.get(column));
        return set;
    }

    private Set<@Nullable Object> place(String fact, Map<String, @Nullable Object> row, String role) {
        Map<String, @Nullable Object> order = order(fact, row);
        return one(order == null ? null : find("places", "code", order.get(role)), "country");
    }

    /** The order that a return is of, if it is there yet. */
    @Nullable
    Map<String, @Nullable Object> order(String fact, Map<String, @Nullable Object> row) {
        if (!fact.equals("returns")) {
            return row;
        }
        Map<String, @Nullable Object> order = find("orders", "id", row.get("order_id"));
        return order == null || !isSeen(order) ? null : order;
    }

    private boolean isSeen(Map<String, @Nullable Object> row) {
        return !(row.get("at") instanceof LocalDateTime at) || at.isBefore(seen);
    }

    private @Nullable Map<String, @Nullable Object> customer(String fact, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> order = order(fact, row);
        return fact.equals("customers") ? row : order == null ? null : find("customers", "id", order.get("customer"));
    }

    private Set<@Nullable Object> channels(Map<String, @Nullable Object> customer) {
        Set<@Nullable Object> channels = new HashSet<>();
        for (Map<String, @Nullable Object> order : shop.table("orders")) {
            if (Objects.equals(order.get("customer"), customer.get("id")) && isSeen(order)) {
                channels.add(order.get("channel"));
            }
        }
        return channels.isEmpty() ? one(null, "channel") : channels;
    }

    private @Nullable Map<String, @Nullable Object> region(@Nullable Map<String, @Nullable Object> customer) {
        return customer == null ? null : find("regions", "id", customer.get("region"));
    }

    private @Nullable Map<String, @Nullable Object> find(String table, String key, @Nullable Object value) {
        return value == null
                ? null
                : shop.table(table).stream()
                        .filter(r -> value.equals(r.get(key)))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Map<String, @Nullable Object> home(Map<String, @Nullable Object> order) {
        LocalDateTime at = (LocalDateTime) order.get("at");
        return at == null || order.get("customer") == null
                ? null
                : shop.table("homes").stream()
                        .filter(h -> Objects.equals(h.get("person"), order.get("customer")))
                        .filter(h -> !at.isBefore((LocalDateTime) Objects.requireNonNull(h.get("from_day"))))
                        .filter(h -> h.get("to_day") == null
                                || at.isBefore((LocalDateTime) Objects.requireNonNull(h.get("to_day"))))
                        .findFirst()
                        .orElse(null);
    }

    private Set<@Nullable Object> kinds(@Nullable Map<String, @Nullable Object> customer) {
        Set<@Nullable Object> kinds = new HashSet<>();
        if (customer == null) {
            return one(null, "kind");
        }
        for (Map<String, @Nullable Object> like : shop.table("likes")) {
            if (Objects.equals(like.get("customer"), customer.get("id"))) {
                kinds.addAll(one(find("tags", "tag", like.get("tag")), "kind"));
            }
        }
        return kinds.isEmpty() ? one(null, "kind") : kinds;
    }

    /** Values for an aggregate; texts are counted only. */
    static List<BigDecimal> numbers(
            List<Map<String, @Nullable Object>> rows, Function<Map<String, @Nullable Object>, @Nullable Object> of) {
        return rows.stream()
                .map(of)
                .filter(Objects::nonNull)
                .map(v -> v instanceof Number n ? new BigDecimal(n.toString()) : BigDecimal.valueOf(v.hashCode()))
                .collect(Collectors.toList());
    }
}
