package io.bellwether.core.catalog;

import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.definition.MetricDefinition.Formula;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A metric whose texts are read and whose names are not looked up yet. */
sealed interface ParsedMetric {
    MetricDefinition definition();

    /** Every metric that it needs the value or the type of, among names that are none. */
    List<Expr.Name> names();

    /** @param inputs by the names that the formula has for them */
    record Written(
            MetricDefinition definition,
            Excerpt text,
            Expr expression,
            @Nullable Expr where,
            Map<String, ParsedInput> inputs)
            implements ParsedMetric {
        /** The same formula with names as they are spelled where they are defined. */
        Written respelled(Known known) {
            return inputs.isEmpty() ? new Written(definition, text, known.respelled(expression), where, inputs) : this;
        }

        @Override
        public List<Expr.Name> names() {
            List<Expr.Name> names = new ArrayList<>();
            for (Expr.Name name : Datasets.bareNames(expression)) {
                ParsedInput input = inputs.get(name.name());
                names.add(input == null ? name : name(input.definition().metric()));
            }
            names.addAll(Datasets.pers(expression));
            pers(where, names);
            inputs.values().forEach(input -> pers(input.where(), names));
            return names;
        }

        private static void pers(@Nullable Expr condition, List<Expr.Name> names) {
            if (condition != null) {
                names.addAll(Datasets.pers(condition));
            }
        }
    }

    record ParsedInput(
            MetricDefinition.Input definition, @Nullable Expr where) {}

    /** Of two metrics, or of datasets. */
    record Following(MetricDefinition definition, Formula.Conversion conversion) implements ParsedMetric {
        @Override
        public List<Expr.Name> names() {
            return List.of(name(conversion.from()), name(conversion.to()));
        }
    }

    private static Expr.Name name(Located<String> text) {
        return new Expr.Name(null, text.value(), text.span());
    }

    /** Empty where one of its texts is no expression; then problems say so. */
    static Optional<ParsedMetric> parse(MetricDefinition definition, Problems problems) {
        return switch (definition.formula()) {
            case Formula.Conversion conversion -> Optional.of(new Following(definition, conversion));
            case Formula.Written(Excerpt text, List<MetricDefinition.Input> inputs) -> {
                int before = problems.errors();
                Expr where = condition(definition.where(), problems);
                Map<String, ParsedInput> parsed = new LinkedHashMap<>();
                for (MetricDefinition.Input input : inputs) {
                    parsed.put(input.name().value(), new ParsedInput(input, condition(input.where(), problems)));
                }
                Optional<Expr> expression = ExpressionParser.parse(text, problems);
                yield problems.errors() > before
                        ? Optional.empty()
                        : expression.map(expr -> new Written(definition, text, expr, where, parsed));
            }
            case Formula.Manual manual -> {
                Expr where = condition(definition.where(), problems);
                yield ExpressionParser.parse(manual.expression(), problems)
                        .map(expr -> new Written(definition, manual.expression(), expr, where, Map.of()));
            }
        };
    }

    private static @Nullable Expr condition(@Nullable Excerpt text, Problems problems) {
        return text == null ? null : ExpressionParser.parse(text, problems).orElse(null);
    }
}
