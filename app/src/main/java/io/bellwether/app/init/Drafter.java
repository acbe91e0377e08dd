package io.bellwether.app.init;

import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what the data says to what a person would keep: names, a computed amount, metrics. */
final class Drafter {
    private static final int MOST_METRICS = 14;

    private final Profile profile;
    private final Columns columns;
    private final Map<String, FieldDraft> fields = new LinkedHashMap<>();
    private final List<MetricDraft> metrics = new ArrayList<>();
    private final Set<String> reserved;

    private Drafter(Profile profile) {
        this.profile = profile;
        this.columns = new Columns(profile);
        this.reserved = ReservedWords.ALL;
    }

    static Draft draft(Profile profile) {
        return new Drafter(profile).draft();
    }

    private Draft draft() {
        String time = columns.time()
                .map(this::field)
                .or(() -> columns.compactDate().map(this::day))
                .orElse(null);
        columns.all(Role.DIMENSION).forEach(this::field);
        var sales = new SalesMetrics(this, columns);
        sales.add();
        new OtherMetrics(this, columns).add(sales.found());
        var kept = metrics.stream().limit(MOST_METRICS).toList();
        boolean money = kept.stream().anyMatch(m -> "currency".equals(m.unit()));
        return new Draft(profile, time, money ? CurrencyGuess.of(profile) : null, List.copyOf(fields.values()), kept);
    }

    /** A field that reads a date in digits. */
    private String day(ColumnProfile column) {
        String name = quoted(column.name());
        String text = column.type() == Type.TEXT ? name : "cast(" + name + " as varchar)";
        String date = "to_date(substring(" + text + ", 1, 4) || '-' || substring(" + text
                + ", 5, 2) || '-' || substring(" + text + ", 7, 2))";
        return computed("day", date, "The day of " + column.name());
    }

    /** Makes the column a field if it is none yet; its name. */
    String field(ColumnProfile column) {
        String name = columns.name(column);
        if (!name.equals(column.name())) {
            fields.putIfAbsent(name, new FieldDraft(name, quoted(column.name()), null));
        }
        return name;
    }

    /** A field of the dataset as an expression has it. */
    String ref(ColumnProfile column) {
        return ref(field(column));
    }

    String ref(String field) {
        return profile.name() + "." + quoted(field);
    }

    /** Adds a computed field; its name, another one where a column has it. */
    String computed(String wanted, String expression, String description) {
        String name = wanted;
        while (taken(name)) {
            name = name + "_computed";
        }
        fields.put(name, new FieldDraft(name, expression, description));
        return name;
    }

    void metric(MetricDraft metric) {
        boolean known = metrics.stream().anyMatch(m -> m.name().equals(metric.name()));
        if (!known) {
            metrics.add(metric);
        }
    }

    Optional<MetricDraft> metric(String name) {
        return metrics.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** Money as an exact number: a floating-point column is read with four decimal places where it needs no more. */
    String money(ColumnProfile column) {
        String name = quoted(column.name());
        boolean exact = column.type() == Type.DOUBLE && column.fine() == 0;
        return exact ? "cast(" + name + " as decimal(18, 4))" : name;
    }

    /** A column's name as an expression takes it. */
    String quoted(String name) {
        boolean plain =
                name.matches("[A-Za-z_][A-Za-z0-9_]*") && !reserved.contains(name.toUpperCase(java.util.Locale.ROOT));
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private boolean taken(@Nullable String name) {
        return fields.containsKey(name)
                || profile.columns().stream().anyMatch(c -> c.name().equalsIgnoreCase(name));
    }

    long rows() {
        return profile.rows();
    }

    String dataset() {
        return profile.name();
    }
}
