package io.bellwether.core.definition;

import io.bellwether.core.definition.KpiDefinition.Promise;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code kpis} or {@code objectives}. */
final class KpiReader {
    private static final List<String> CADENCES = List.of(
            "daily", "weekly", "monthly", "quarterly", "yearly", "fiscal_monthly", "fiscal_quarterly", "fiscal_yearly");

    private KpiReader() {}

    static @Nullable ObjectiveDefinition objective(Keys keys) {
        Located<String> name = keys.name();
        Located<String> statement = keys.text("statement");
        keys.missing("statement", "what the company wants to become true");
        var owner = keys.text("owner");
        var timeframe = keys.text("timeframe");
        var parent = keys.text("parent");
        var review = keys.word("review", CADENCES);
        return name == null || statement == null
                ? null
                : new ObjectiveDefinition(name, statement, owner, timeframe, parent, review);
    }

    static @Nullable KpiDefinition read(Keys keys) {
        Located<String> name = keys.name();
        Located<String> metric = keys.text("metric");
        keys.missing("metric", "the metric that it promises to move");
        var label = keys.text("label");
        var where = keys.excerpt("where");
        var lifecycle = lifecycle(keys);
        var promise = promise(keys);
        var role = keys.word("role", List.of("leading", "lagging"));
        var kind = keys.word("kind", List.of("input", "output"));
        var weight = Amounts.quantity(keys, "weight");
        var thresholds = SettingsReader.thresholds(keys);
        var supporting = keys.texts("supporting");
        var response = keys.text("response");
        var why = keys.text("why");
        var reason = keys.text("reason");
        keys.notRead("judge_by", "description", "tags");
        if (name == null || metric == null) {
            return null;
        }
        return new KpiDefinition(
                name,
                label,
                metric,
                where,
                lifecycle,
                promise,
                role,
                kind,
                weight,
                thresholds,
                supporting,
                response,
                why,
                reason);
    }

    private static Promise promise(Keys keys) {
        Node target = keys.node("target");
        return new Promise(
                keys.text("objective"),
                keys.text("owner"),
                target == null ? null : TargetReader.read(target, keys.problems()),
                keys.word("cadence", CADENCES),
                keys.word("direction", List.of("up", "down", "none")),
                keys.known("objective", "owner", "target", "cadence", "direction"));
    }

    /** {@code lifecycle:} or {@code status:}; both at once contradict each other. */
    private static @Nullable Located<String> lifecycle(Keys keys) {
        List<String> words = List.of("draft", "active", "retired");
        Located<String> lifecycle = keys.word("lifecycle", words);
        Located<String> status = keys.word("status", words);
        Span place = keys.keySpan("status");
        if (lifecycle != null && status != null && place != null) {
            keys.problems().add(Code.DUPLICATE_KEY, place, "lifecycle and status are the same key", "keep lifecycle");
        }
        return lifecycle != null ? lifecycle : status;
    }
}
