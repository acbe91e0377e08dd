package io.bellwether.core.ossie;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.OssieCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions on groups: over measures, aggregates and the dimensions, as columns of the answer. */
final class Having {
    private final List<Dimension> dimensions;
    private final Measures measures;
    private final Rows rows;
    private final List<Diagnostic> problems;

    Having(List<Dimension> dimensions, Measures measures, Rows rows, List<Diagnostic> problems) {
        this.dimensions = dimensions;
        this.measures = measures;
        this.rows = rows;
        this.problems = problems;
    }

    /** All conditions together, or null. */
    @Nullable
    Expr read(List<Excerpt> texts) {
        List<Expr> all = new ArrayList<>();
        for (Excerpt text : texts) {
            Rows.collect(problems, () -> {
                for (Expr part : Formula.conjuncts(Formula.parse(text))) {
                    Rows.collect(problems, () -> all.add(condition(part)));
                }
            });
        }
        return all.stream()
                .reduce((a, b) -> new Expr.Call(Function.AND, List.of(a, b), a.span()))
                .orElse(null);
    }

    private Expr condition(Expr part) {
        Level level = Level.of(part, measures::isMetric);
        for (Expr.Name name : level.fields()) {
            if (dimension(name).isEmpty()) {
                throw Rows.problem(
                        name,
                        "\"" + name.text() + "\" has many values in a group",
                        "put the condition under where, or name the field under dimensions",
                        level.aggregates() ? OssieCodes.MIXED_PREDICATE_LEVEL : OssieCodes.NON_AGGREGATE_IN_HAVING);
            }
        }
        return column(part);
    }

    private Expr column(Expr expr) {
        return switch (expr) {
            case Expr.Aggregate aggregate -> reference(measures.column(aggregate), aggregate);
            case Expr.Name name
            when name.qualifier() == null -> {
                measures.need(new Located<>(name.name(), name.span()));
                yield reference(name.name(), name);
            }
            case Expr.Name name -> reference(dimension(name).orElseThrow().as(), name);
            default -> Exprs.rebuild(expr, this::column);
        };
    }

    private static Expr reference(String column, Expr place) {
        return new Expr.ColumnRef(column, Type.OTHER, place.span());
    }

    /** The dimension that a name means; a name of nothing is told. */
    private Optional<Dimension> dimension(Expr.Name name) {
        Expr resolved = rows.resolve(name, false);
        return dimensions.stream()
                .filter(d -> d instanceof Dimension.ByField field
                        && resolved instanceof Expr.FieldRef ref
                        && field.dataset().equals(ref.dataset())
                        && field.field().equals(ref.field()))
                .findFirst();
    }
}
