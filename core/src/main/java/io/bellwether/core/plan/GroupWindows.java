package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Windows over the rows of the answer: what they part and order by are its dimensions.
 *
 * <pre>
 *   sum(a0) over (order by orders.day)      sum(a0) over (order by d0)      d0 is orders.day
 * </pre>
 */
final class GroupWindows {
    private final Planning planning;
    private final Lowering lowering;
    private final List<Node.Named> keys;

    /** @param keys the columns of the question's dimensions, in their order */
    GroupWindows(Planning planning, Lowering lowering, List<Node.Named> keys) {
        this.planning = planning;
        this.lowering = lowering;
        this.keys = keys;
    }

    /** @throws DiagnosticException where the window has no one meaning for this question */
    void check(MetricUse use, Expr formula) {
        if (!Exprs.isWindowed(formula)) {
            return;
        }
        for (Expr.FieldRef field : Exprs.fields(formula)) {
            if (key(field).isEmpty()) {
                throw new DiagnosticException(Diagnostic.error(
                        PlanCodes.NOT_GROUPED,
                        Exprs.place(field.span()),
                        "the window of \"%s\" is about %s.%s, which the question does not group by"
                                .formatted(use.as(), field.dataset(), field.field()),
                        "add %s.%s to the dimensions".formatted(field.dataset(), field.field())));
            }
        }
        Set<String> parts = Exprs.all(formula, Expr.ColumnRef.class).stream()
                .map(Expr.ColumnRef::column)
                .collect(Collectors.toSet());
        lowering.parts().forEach((part, name) -> {
            if (parts.contains(name)) {
                Lowering.homes(part).forEach(home -> once(use, planning.dataset(home)));
            }
        });
    }

    /** Each row counts in one group only. */
    private void once(MetricUse use, Dataset home) {
        for (Expr.FieldRef field : fields()) {
            if (planning.routes().bridge(home, field).isPresent()) {
                throw new DiagnosticException(Diagnostic.error(
                        PlanCodes.WINDOW_FAN_OUT,
                        null,
                        "rows of \"%s\" have many values of %s.%s, and the window of \"%s\" would go over each of them"
                                .formatted(home.name(), field.dataset(), field.field(), use.as()),
                        "group by something that a row has one of"));
            }
        }
    }

    private List<Expr.FieldRef> fields() {
        List<Expr.FieldRef> fields = new ArrayList<>();
        Dims.asked(planning.question()).forEach(key -> fields.addAll(Exprs.fields(key.value())));
        return fields;
    }

    /** The formula with the dimensions' columns in the place of their fields. */
    Expr placed(Expr formula) {
        return formula instanceof Expr.FieldRef field ? key(field).orElseThrow() : Exprs.rebuild(formula, this::placed);
    }

    /** The dimension that is the field, else one that is a period of it. */
    private Optional<Expr> key(Expr.FieldRef field) {
        List<Dimension> dimensions = planning.question().dimensions();
        Optional<Expr> period = Optional.empty();
        for (int i = 0; i < dimensions.size(); i++) {
            switch (dimensions.get(i)) {
                case Dimension.ByField by
                when isSame(by, field) -> {
                    if (by.cut() == null) {
                        return Optional.of(keys.get(i).value());
                    }
                    period = Optional.of(keys.get(i).value());
                }
                case Dimension.ByField ignored -> {}
                case Dimension.ByTime ignored -> {
                    if (isTime(field)) {
                        period = Optional.of(keys.get(i).value());
                    }
                }
            }
        }
        return period;
    }

    private static boolean isSame(Dimension.ByField dimension, Expr.FieldRef field) {
        return dimension.dataset().equals(field.dataset()) && dimension.field().equalsIgnoreCase(field.field());
    }

    private boolean isTime(Expr.FieldRef field) {
        return planning.catalog()
                .dataset(field.dataset())
                .map(Dataset::time)
                .filter(field.field()::equalsIgnoreCase)
                .isPresent();
    }
}
