package io.bellwether.app.init;

import io.bellwether.app.init.MetricDraft.Promise;
import io.bellwether.core.expression.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What any data can be asked: sums of what adds up, averages of what does not, shares of what is yes or no. */
final class OtherMetrics {
    private static final int MOST_LEVELS = 6;
    private static final Set<String> BAD = Set.of(
            "cancelled",
            "canceled",
            "returned",
            "refunded",
            "failed",
            "failure",
            "error",
            "late",
            "churned",
            "churn",
            "lost",
            "rejected",
            "declined",
            "defect",
            "defective",
            "breached",
            "overdue",
            "bounced",
            "fraud",
            "spam",
            "reopened",
            "escalated",
            "disputed",
            "chargeback",
            "voided",
            "expired",
            "unsubscribed",
            "complaint",
            "abandoned",
            "blocked",
            "downtime",
            "incident",
            "breach");

    private static final Map<String, Set<String>> UNITS = Map.of(
            "milliseconds", Set.of("ms", "milliseconds", "millis"),
            "seconds", Set.of("seconds", "secs", "sec"),
            "minutes", Set.of("minutes", "mins", "minuten"),
            "hours", Set.of("hours", "hrs", "stunden"),
            "days", Set.of("days", "tage"));

    private final Drafter drafter;
    private final Columns columns;

    OtherMetrics(Drafter drafter, Columns columns) {
        this.drafter = drafter;
        this.columns = columns;
    }

    /** @param found the sales: what is a level in their rows is most often a property of the goods */
    void add(SalesMetrics found) {
        boolean sales = found.found();
        columns.all(Role.AMOUNT).stream().filter(c -> !c.equals(found.column())).forEach(this::amount);
        columns.all(Role.TALLY).forEach(this::tally);
        columns.all(Role.FLAG).forEach(this::flag);
        columns.all(Role.DIMENSION).forEach(this::badValue);
        columns.all(Role.DURATION).stream().limit(MOST_LEVELS).forEach(this::duration);
        columns.all(Role.LEVEL).stream().limit(sales ? 1 : MOST_LEVELS).forEach(this::level);
        if (!columns.weighed()) {
            columns.all(Role.RATIO).stream().limit(MOST_LEVELS).forEach(this::level);
        }
        if (columns.document().isEmpty()) {
            rows();
        }
    }

    private void amount(ColumnProfile column) {
        var meaning = Meaning.of(column.name());
        boolean cost = meaning.any(Vocabulary.COSTS) && !meaning.any(Vocabulary.EARNED);
        // Money that goes both ways, or is planned, is no promise by itself.
        boolean passed = meaning.any(Vocabulary.PASSED_ON);
        boolean flow =
                passed || column.negative() > 0 && !cost || meaning.any(Set.of("budget", "goal", "target", "plan"));
        drafter.sum(
                column,
                new MetricDraft(
                        named(column).snake(),
                        named(column).label(),
                        "Sum of " + column.name(),
                        "",
                        null,
                        cost ? "down" : flow ? "none" : "up",
                        "financial",
                        cost ? Promise.AT_MOST : flow ? Promise.NONE : Promise.TOTAL));
    }

    /** Money is proposed in whole units, so its name says nothing of cents. */
    private static Words named(ColumnProfile column) {
        return new Words(Words.of(column.name()).words().stream()
                .filter(w -> !Set.of("cents", "micros", "minor").contains(w))
                .toList());
    }

    private void tally(ColumnProfile column) {
        var words = Words.of(column.name());
        boolean bad = words.any(Set.of("error", "return"));
        drafter.metric(new MetricDraft(
                words.snake(),
                words.label(),
                "Sum of " + column.name(),
                "sum(" + drafter.ref(column) + ")",
                "count",
                bad ? "down" : "up",
                "operational",
                bad ? Promise.AT_MOST : Promise.TOTAL));
    }

    private void flag(ColumnProfile column) {
        // What every row says is no share of anything.
        if (column.distinct() < 2) {
            return;
        }
        var words = Words.of(column.name());
        String yes = column.type() == Type.BOOLEAN ? drafter.ref(column) : drafter.ref(column) + " = 1";
        String name = words.snake().replaceFirst("^(is|has|was)_", "") + "_rate";
        share(name, words.label(), column, yes, words.any(BAD));
    }

    /** A status that one of the bad words stands in. */
    private void badValue(ColumnProfile column) {
        Optional<String> bad =
                column.common().stream().filter(v -> Words.of(v).any(BAD)).findFirst();
        bad.ifPresent(value -> {
            if (!columns.all(Role.AMOUNT).isEmpty()) {
                drafter.note("money of every " + column.name() + " is summed, " + value
                        + " too: leave out what does not count" + " with filter (where …)");
            }
        });
        bad.ifPresent(value -> share(
                Words.of(value).snake() + "_rate",
                Words.of(value).label(),
                column,
                drafter.ref(column) + " = '" + value.replace("'", "''") + "'",
                true));
    }

    private void share(String name, String label, ColumnProfile column, String condition, boolean bad) {
        drafter.metric(new MetricDraft(
                name,
                label + " rate",
                "Share of rows where " + condition,
                "count(*) filter (where " + condition + ") / nullif(count(" + drafter.ref(column) + "), 0)",
                "percent",
                bad ? "down" : "up",
                "operational",
                bad ? Promise.AT_MOST : Promise.AT_LEAST));
    }

    private void duration(ColumnProfile column) {
        var words = Words.of(column.name());
        drafter.metric(new MetricDraft(
                "average_" + words.snake(),
                "Average " + words.label().toLowerCase(java.util.Locale.ROOT),
                "Mean of " + column.name(),
                "avg(" + drafter.ref(column) + ")",
                unit(words),
                "down",
                "operational",
                Promise.AT_MOST));
    }

    /** The unit that the name says; a duration without one may be of anything. */
    private static @Nullable String unit(Words words) {
        return UNITS.entrySet().stream()
                .filter(unit -> words.any(unit.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void level(ColumnProfile column) {
        var words = Words.of(column.name());
        boolean score = words.any(Vocabulary.SCORES);
        drafter.metric(new MetricDraft(
                "average_" + words.snake(),
                "Average " + words.label().toLowerCase(java.util.Locale.ROOT),
                "Mean of " + column.name(),
                "avg(" + drafter.ref(column) + ")",
                null,
                score ? "up" : "none",
                null,
                score ? Promise.REACH : Promise.NONE));
    }

    /** Counted by a column that every row has: an expression must say whose rows it is about. */
    private void rows() {
        boolean events = columns.all(Role.DIMENSION).stream()
                .map(c -> Meaning.of(c.name()).words())
                .anyMatch(w -> w.any(Set.of("event")) && w.endsWith(Set.of("name", "event", "type")));
        columns.everywhere(drafter.rows())
                .ifPresent(column -> drafter.metric(new MetricDraft(
                        events ? "events" : "records",
                        events ? "Events" : "Records",
                        "Rows of the file",
                        "count(" + drafter.ref(column) + ")",
                        "count",
                        "up",
                        "operational",
                        Promise.TOTAL)));
    }
}
