package io.bellwether.conformance;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a field is for a row of a fact, found by looking through the tables. */
record NaiveShop(RandomShop shop) {
    /** All values of a field for a row: one, or several over a bridge. */
    Set<@Nullable Object> values(String fact, Map<String, @Nullable Object> row, String field) {
        return switch (field) {
            case "customers.segment" -> one(customer(fact, row), "segment");
            case "regions.name" -> one(region(customer(fact, row)), "name");
            case "ship.country" -> one(find("places", "code", row.get("ship")), "country");
            case "bill.country" -> one(find("places", "code", row.get("bill")), "country");
            case "homes.area" -> one(home(row), "area");
            case "tags.kind" -> kinds(row);
            default -> one(row, field.substring(field.indexOf('.') + 1));
        };
    }

    private static Set<@Nullable Object> one(@Nullable Map<String, @Nullable Object> row, String column) {
        Set<@Nullable Object> set = new HashSet<>();
        set.add(row == null ? null : row.get(column));
        return set;
    }

    private @Nullable Map<String, @Nullable Object> customer(String fact, Map<String, @Nullable Object> row) {
        return fact.equals("customers") ? row : find("customers", "id", row.get("customer"));
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

    private Set<@Nullable Object> kinds(Map<String, @Nullable Object> customer) {
        Set<@Nullable Object> kinds = new HashSet<>();
        for (Map<String, @Nullable Object> like : shop.table("likes")) {
            if (Objects.equals(like.get("customer"), customer.get("id"))) {
                kinds.addAll(one(find("tags", "tag", like.get("tag")), "kind"));
            }
        }
        return kinds.isEmpty() ? one(null, "kind") : kinds;
    }

    /** Values of a column for an aggregate; texts are counted only. */
    static List<BigDecimal> numbers(List<Map<String, @Nullable Object>> rows, @Nullable String column) {
        return rows.stream()
                .map(row -> column == null ? (Object) 1L : row.get(column))
                .filter(Objects::nonNull)
                .map(v -> v instanceof Number n ? new BigDecimal(n.toString()) : BigDecimal.valueOf(v.hashCode()))
                .collect(Collectors.toList());
    }
}
