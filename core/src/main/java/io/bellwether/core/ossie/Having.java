package io.bellwether.core.ossie;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
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

/** Conditions on groups, and orders of them: over measures, aggregates and the dimensions, as columns of the answer. */
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
                Expr condition = rows.texts().parse(text);
                check(condition);
                for (Expr part : Formula.conjuncts(condition)) {
                    Expr read = column(part);
                    rows.resolve(read, true); // what it does with its columns must be possible
                    all.add(read);
                }
            });
        }
        return Exprs.all(all);
    }

    private void check(Expr condition) {
        Level level = Level.of(condition, measures::isMetric);
        for (Expr.Name name : level.fields()) {
            if (dimension(name).isEmpty()) {
                throw Rows.problem(
                        name,
                        "\"" + name.text() + "\" has many values in a group",
                        "put the condition under where, or name the field under dimensions",
                        level.aggregates() ? OssieCodes.MIXED_PREDICATE_LEVEL : OssieCodes.NON_AGGREGATE_IN_HAVING);
            }
        }
    }

    /** The column that an order is by; a value that the answer has no column for gets one. */
    String order(Excerpt text) {
        Expr parsed = rows.texts().parse(text);
        if (parsed instanceof Expr.Name name && name.qualifier() != null) {
            return dimension(name)
                    .map(Dimension::as)
                    .orElseThrow(() -> Rows.problem(
                            name,
                            "\"" + name.text() + "\" has many values in a group",
                            "order by a dimension or a measure",
                            OssieCodes.UNAGGREGATED_FINER_GRAIN_REFERENCE));
        }
        return parsed instanceof Expr.Name name
                ? measures.need(new Located<>(name.name(), name.span()))
                : measures.column(parsed);
    }

    private Expr column(Expr expr) {
        return switch (expr) {
            case Expr.Aggregate aggregate -> reference(measures.column(aggregate), aggregate);
            case Expr.Window window -> reference(measures.column(window), window);
            case Expr.Name name
            when name.qualifier() == null && measures.isMetric(name.name()) ->
                reference(measures.need(new Located<>(name.name(), name.span())), name);
            case Expr.Name name -> reference(dimension(name).orElseThrow().as(), name);
            case Expr.Per per ->
                throw Rows.problem(per, "a metric per something has many values in a group", "name a measure", null);
            default -> Exprs.rebuild(expr, this::column);
        };
    }

    private static Expr reference(String column, Expr place) {
        return new Expr.ColumnRef(column, Type.OTHER, place.span());
    }

    /** The dimension that a name means; a name of nothing is told. */
    private Optional<Dimension> dimension(Expr.Name name) {
        Optional<Dimension> called =
                dimensions.stream().filter(d -> d.as().equals(name.text())).findFirst();
        if (called.isPresent()) {
            return called;
        }
        Expr resolved = rows.resolve(name, false);
        return dimensions.stream()
                .filter(d -> d instanceof Dimension.ByField field
                        && resolved instanceof Expr.FieldRef ref
                        && field.dataset().equals(ref.dataset())
                        && field.field().equals(ref.field()))
                .findFirst();
    }
}
