package io.bellwether.core.lint;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.source.Located;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name that everybody reads one way and the product the other. */
final class NameAgainstDirection implements Rule {
    private static final Set<String> BAD = Set.of(
            "abandonment",
            "absence",
            "absenteeism",
            "accident",
            "accidents",
            "bounce",
            "bug",
            "bugs",
            "cancellation",
            "cancellations",
            "chargeback",
            "chargebacks",
            "churn",
            "churned",
            "complaint",
            "complaints",
            "debt",
            "defect",
            "defects",
            "delay",
            "delays",
            "detractors",
            "downtime",
            "error",
            "errors",
            "failure",
            "failures",
            "fraud",
            "incident",
            "incidents",
            "injuries",
            "late",
            "latency",
            "loss",
            "losses",
            "outage",
            "outages",
            "overdue",
            "refund",
            "refunds",
            "rejects",
            "scrap",
            "shrinkage",
            "stockouts",
            "waste");
    private static final Set<String> GOOD = Set.of(
            "accuracy",
            "availability",
            "conversion",
            "csat",
            "earnings",
            "engagement",
            "loyalty",
            "margin",
            "mrr",
            "arr",
            "nps",
            "productivity",
            "profit",
            "promoters",
            "quality",
            "renewals",
            "retention",
            "revenue",
            "sales",
            "satisfaction",
            "uptime",
            "wins",
            "yield");
    /** What turns the meaning of a name round, or takes it away. */
    private static final Set<String> TURNS = Set.of(
            "avoided",
            "before",
            "below",
            "closed",
            "cost",
            "costs",
            "days",
            "detected",
            "fixed",
            "free",
            "handled",
            "less",
            "lost",
            "missed",
            "no",
            "non",
            "not",
            "per",
            "prevented",
            "recovered",
            "reduction",
            "resolved",
            "saved",
            "share",
            "solved",
            "time",
            "to",
            "unplanned",
            "until",
            "without");

    @Override
    public List<Finding> check(Ground ground) {
        return ground.catalog().metrics().values().stream()
                .map(metric -> finding(metric, ground.written(metric)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Finding finding(Metric metric, @Nullable MetricDefinition written) {
        Located<String> direction = written == null ? null : written.direction();
        Direction says = metric.about().direction();
        boolean bad = says == Direction.UP && soundsBad(metric.name());
        boolean good = says == Direction.DOWN && sounds(metric.name(), GOOD);
        if (direction == null || !bad && !good) {
            return null;
        }
        String word = words(metric.name())
                .filter((bad ? BAD : GOOD)::contains)
                .findFirst()
                .orElseThrow();
        String message = "\"" + word + "\" in the name of the metric \"" + metric.name() + "\" says that "
                + (bad ? "less" : "more") + " is good, and its direction says " + direction.value();
        String yaml = "direction: " + (bad ? "down" : "up");
        return Ground.of(metric, RuleCode.M205, direction.span(), message, "write " + yaml + ", or rename it", yaml)
                .with(Edit.instead(direction.span(), bad ? "down" : "up"));
    }

    /** Whether people would rather see less of it. */
    static boolean soundsBad(String name) {
        return sounds(name, BAD);
    }

    private static boolean sounds(String name, Set<String> words) {
        Set<String> other = words == BAD ? GOOD : BAD;
        return words(name).anyMatch(words::contains)
                && words(name).noneMatch(word -> TURNS.contains(word) || other.contains(word));
    }

    private static Stream<String> words(String name) {
        return Stream.of(name.split("_"));
    }
}
