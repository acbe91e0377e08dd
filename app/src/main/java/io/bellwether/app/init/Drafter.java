package io.bellwether.app.init;

import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what the data says to what a person would keep: names, a computed amount, metrics. */
final class Drafter {
    /** The unit of money in the workspace's currency. */
    static final String CURRENCY = "currency";

    private static final int MOST_METRICS = 14;

    private final Profile profile;
    private final Columns columns;
    private final Map<String, FieldDraft> fields = new LinkedHashMap<>();
    private final List<MetricDraft> metrics = new ArrayList<>();
    private final Set<String> reserved;
    private final Map<String, String> columnFields = new LinkedHashMap<>();
    private final Map<String, String> amounts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final CurrencyGuess currencies;

    private Drafter(Profile profile, Columns columns) {
        this.profile = profile;
        this.columns = columns;
        this.currencies = new CurrencyGuess(profile, columns);
        this.reserved = ReservedWords.ALL;
    }

    static Draft draft(Profile profile, Columns columns) {
        return new Drafter(profile, columns).draft();
    }

    private Draft draft() {
        String time = columns.time()
                .map(this::field)
                .or(() -> new YearAndMonth(columns)
                        .expression(this)
                        .map(e -> computed("month_start", e, "The first day of the row's period")))
                .orElse(null);
        if (time == null) {
            note("no column says when a row happened, so nothing can be shown by period");
        }
        columns.all(Role.DIMENSION).forEach(this::field);
        var sales = new SalesMetrics(this, columns);
        sales.add();
        new OtherMetrics(this, columns).add(sales);
        var kept = metrics.stream().limit(MOST_METRICS).toList();
        metrics.stream().skip(MOST_METRICS).forEach(m -> note("left out, to keep the list short: " + m.name()));
        new Unused(profile, columns).notes().forEach(this::note);
        boolean money = kept.stream().anyMatch(m -> CURRENCY.equals(m.unit()));
        return new Draft(
                profile,
                time,
                null,
                money ? currencies.one() : null,
                List.copyOf(fields.values()),
                kept,
                List.copyOf(notes));
    }

    /** Makes the column a field if it is none yet; its name. */
    String field(ColumnProfile column) {
        String name = columns.name(column);
        String source = quoted(column.name());
        String known = columnFields.get(column.name());
        if (known != null) {
            return known;
        }
        String field = name;
        if (column.reading() != null) {
            String wanted = taken(name) ? name + (column.type().isNumeric() ? "_value" : "_day") : name;
            field = computed(wanted, column.reading().replace(Readings.COLUMN, source), "Read from " + column.name());
        } else if (profile.formats().containsKey(column.name())) {
            fields.put(
                    name, new FieldDraft(name, source, null, profile.formats().get(column.name())));
        } else if (!name.equals(column.name())) {
            fields.putIfAbsent(name, new FieldDraft(name, source, null, null));
        }
        columnFields.put(column.name(), field);
        return field;
    }

    /** Something that whoever reads the proposal should know. */
    void note(String text) {
        notes.add(text);
    }

    /** The sum of a column of money, or one for each currency where rows are of several. */
    void sum(ColumnProfile column, MetricDraft draft) {
        String sum = "sum(" + ref(amount(column)) + ")";
        CurrencyGuess.Money money = currencies.of(column);
        ColumnProfile by = money.by();
        if (by == null) {
            money(column, draft.withExpression(sum));
            return;
        }
        for (String code : money.codes()) {
            metric(draft.named(draft.name() + "_" + code.toLowerCase(Locale.ROOT), draft.label() + " " + code)
                    .withExpression(sum + " filter (where " + ref(by) + " = '" + money.written(code) + "')")
                    .withUnit(code));
        }
    }

    /** A metric of money, in the currency of the column. */
    void money(ColumnProfile column, MetricDraft draft) {
        String own = currencies.of(column).code();
        metric(draft.withUnit(own == null || own.equals(currencies.one()) ? CURRENCY : own));
    }

    /** Whether money of several currencies stands in one column: then nothing else is computed of it. */
    boolean isMixed(ColumnProfile column) {
        return currencies.of(column).by() != null;
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
        fields.put(name, new FieldDraft(name, expression, description, null));
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
        String name = column.reading() == null
                ? quoted(column.name())
                : column.reading().replace(Readings.COLUMN, quoted(column.name()));
        boolean exact = column.type() == Type.DOUBLE && column.fine() == 0;
        return exact ? "cast(" + name + " as decimal(18, 4))" : name;
    }

    /** A field of money in whole units: itself, or computed where the column is in cents. */
    String amount(ColumnProfile column) {
        String known = amounts.get(column.name());
        if (known != null) {
            return known;
        }
        String name = Meaning.fraction(column.name())
                .map(parts -> whole(column, parts))
                .orElseGet(() -> field(column));
        amounts.put(column.name(), name);
        return name;
    }

    private String whole(ColumnProfile column, int parts) {
        String base = Words.of(column.name()).snake().replaceFirst("_(micros|cents|minor)$", "");
        String factor = parts == 100 ? "0.01" : "0.000001";
        String name = base.equals(columns.name(column)) || taken(base) ? base + "_whole" : base;
        return computed(name, money(column) + " * " + factor, column.name() + " in whole units");
    }

    /** A column's name as an expression takes it. */
    String quoted(String name) {
        boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !reserved.contains(name.toUpperCase(Locale.ROOT));
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
