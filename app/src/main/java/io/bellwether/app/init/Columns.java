package io.bellwether.app.init;

import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a profile by their roles, and the names that definitions call them by. */
final class Columns {
    private static final Set<String> HAPPENED = Set.of(
            "date", "time", "timestamp", "at", "day", "ts", "ordered", "created", "invoiced", "start", "started");
    private static final Set<String> LATER =
            Set.of("updated", "modified", "birth", "birthday", "deleted", "expires", "end");

    private final Map<ColumnProfile, Role> roles = new LinkedHashMap<>();
    private final Map<ColumnProfile, String> names = new LinkedHashMap<>();

    Columns(Profile profile) {
        for (ColumnProfile column : profile.columns()) {
            roles.put(column, Role.of(column, profile.rows()));
            names.put(column, free(Words.of(column.name()).snake()));
        }
    }

    List<ColumnProfile> all(Role role) {
        return roles.entrySet().stream()
                .filter(e -> e.getValue() == role)
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<ColumnProfile> first(Role role) {
        return all(role).stream().findFirst();
    }

    /** The moment that a row stands for: named like one, and filled in most rows. */
    Optional<ColumnProfile> time() {
        return all(Role.TIME).stream()
                .max(Comparator.comparingInt(Columns::promise).thenComparingLong(ColumnProfile::filled));
    }

    /** A column that has a value in every row. */
    Optional<ColumnProfile> everywhere(long rows) {
        return roles.keySet().stream().filter(c -> c.filled() == rows).findFirst();
    }

    /** A date that is written as 20261114, in digits only. */
    Optional<ColumnProfile> compactDate() {
        return roles.keySet().stream()
                .filter(c -> c.type() == Type.TEXT || c.type() == Type.INTEGER)
                .filter(c -> Words.of(c.name()).any(Set.of("date", "day")))
                .filter(c -> isCompactDate(c.low()) && isCompactDate(c.high()))
                .findFirst();
    }

    private static boolean isCompactDate(@Nullable String text) {
        return text != null && text.matches("(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])");
    }

    /** The document that groups the most rows, a sale before anything else. */
    Optional<ColumnProfile> document() {
        var documents = new ArrayList<>(all(Role.DOCUMENT));
        documents.sort(Comparator.comparing(c -> !Words.of(c.name()).any(Role.SALES)));
        return documents.stream().findFirst();
    }

    /** A customer before an employee. */
    Optional<ColumnProfile> person() {
        var people = new ArrayList<>(all(Role.PERSON));
        people.sort(Comparator.comparing(c -> !Words.of(c.name()).any(Role.BUYERS)));
        return people.stream().findFirst();
    }

    /** The name that definitions call the column by. */
    String name(ColumnProfile column) {
        return names.getOrDefault(column, column.name());
    }

    private static int promise(ColumnProfile column) {
        var words = Words.of(column.name());
        return (words.any(HAPPENED) ? 1 : 0) - (words.any(LATER) ? 2 : 0);
    }

    private String free(String name) {
        String candidate = name;
        for (int i = 2; names.containsValue(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }
}
