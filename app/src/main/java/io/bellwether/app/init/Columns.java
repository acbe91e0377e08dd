package io.bellwether.app.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of a profile by their roles, and the names that definitions call them by. */
final class Columns {
    private static final Set<String> HAPPENED = Set.of(
            "date",
            "time",
            "timestamp",
            "at",
            "day",
            "ts",
            "ordered",
            "created",
            "invoiced",
            "start",
            "started",
            "month",
            "week",
            "datum",
            "fecha",
            "period",
            "opened",
            "posted",
            "booking");
    private static final Set<String> LATER = Set.of(
            "updated",
            "modified",
            "birth",
            "birthday",
            "deleted",
            "expires",
            "end",
            "ended",
            "due",
            "closed",
            "close",
            "resolved",
            "cancelled",
            "canceled",
            "fulfilled",
            "refunded",
            "valuta",
            "value",
            "last",
            "first",
            "previous",
            "viewed",
            "reminder",
            "exported",
            "synced",
            "touch",
            "activity");

    private final Map<ColumnProfile, Role> roles = new LinkedHashMap<>();
    private final Map<ColumnProfile, String> names = new LinkedHashMap<>();

    private List<ColumnProfile> repeated = List.of();
    private List<ColumnProfile> sequences = List.of();

    Columns(Profile profile) {
        for (ColumnProfile column : profile.columns()) {
            boolean several = Amounts.SEVERAL.equals(profile.units().get(column.name()));
            roles.put(column, several ? Role.OTHER : Role.of(column, profile.rows()));
            names.put(column, free(Words.of(column.name()).snake()));
        }
    }

    /** The same columns, with what a look at the rows of each document told. */
    Columns with(List<ColumnProfile> sequences, List<ColumnProfile> repeated) {
        this.sequences = List.copyOf(sequences);
        this.repeated = List.copyOf(repeated);
        return this;
    }

    /** The columns of a role; those that a sum of would count several times are none. */
    List<ColumnProfile> all(Role role) {
        return roles.entrySet().stream()
                .filter(e -> e.getValue() == role)
                .map(Map.Entry::getKey)
                .filter(c -> !repeated.contains(c) && !sequences.contains(c))
                .toList();
    }

    /** Amounts of whole documents that stand in each of their lines. */
    List<ColumnProfile> repeated() {
        return repeated;
    }

    /** Whether a mean over rows says something of a rate: where nothing in the rows weighs them. */
    boolean weighed() {
        return Stream.of(Role.AMOUNT, Role.TALLY, Role.QUANTITY, Role.DOCUMENT)
                .anyMatch(role -> !all(role).isEmpty());
    }

    /** Rates that nothing is made of. */
    List<ColumnProfile> ratiosLeft() {
        return weighed() ? all(Role.RATIO) : List.of();
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

    /** The document that groups the most rows, a sale before anything else. */
    Optional<ColumnProfile> document() {
        var documents = new ArrayList<>(all(Role.DOCUMENT));
        documents.sort(Comparator.comparing(c -> !Meaning.of(c.name()).isOf(Vocabulary.SALES)));
        return documents.stream().findFirst();
    }

    /** A customer before an employee, an id before a name. */
    Optional<ColumnProfile> person() {
        var people = new ArrayList<>(all(Role.PERSON));
        people.sort(
                Comparator.comparing((ColumnProfile c) -> !Meaning.of(c.name()).any(Vocabulary.BUYERS))
                        .thenComparing(c -> !Meaning.of(c.name()).key()));
        return people.stream().findFirst();
    }

    /** The name that definitions call the column by. */
    String name(ColumnProfile column) {
        return names.getOrDefault(column, column.name());
    }

    private static int promise(ColumnProfile column) {
        var words = Meaning.of(column.name()).words();
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
