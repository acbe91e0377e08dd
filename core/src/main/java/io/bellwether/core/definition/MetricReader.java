package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.time.Grain;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code metrics}. */
final class MetricReader {
    private static final List<String> GRAINS =
            Stream.of(Grain.values()).map(Grain::word).toList();

    private MetricReader() {}

    static @Nullable MetricDefinition read(Keys keys) {
        Located<String> name = keys.name();
        var formula = FormulaReader.read(keys);
        var timing = formula instanceof MetricDefinition.Formula.Manual
                ? ManualReader.timing(keys)
                : TimingReader.read(keys);
        var tests = MetricTestReader.read(keys);
        var every = expectedEvery(keys, formula);
        var label = keys.text("label");
        var description = keys.text("description");
        var where = keys.excerpt("where");
        var unit = keys.text("unit");
        var direction = keys.word("direction", List.of("up", "down", "none"));
        var category = keys.word("category", List.of("financial", "customer", "operational", "employee"));
        var owner = keys.text("owner");
        var tags = keys.texts("tags");
        var grain = keys.word("grain", GRAINS);
        if (name == null || formula == null) {
            return null;
        }
        return new MetricDefinition(
                name,
                label,
                description,
                formula,
                where,
                timing,
                unit,
                direction,
                category,
                owner,
                tags,
                grain,
                tests,
                every);
    }

    /** How often people type it in is said already. */
    private static @Nullable Located<TemporalAmount> expectedEvery(
            Keys keys, MetricDefinition.@Nullable Formula formula) {
        if (formula instanceof MetricDefinition.Formula.Manual) {
            keys.notRead("expected_every");
            return null;
        }
        return Amounts.length(keys, "expected_every");
    }
}
