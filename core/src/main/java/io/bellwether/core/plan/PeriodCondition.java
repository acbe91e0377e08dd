package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.time.Grain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question's condition, taken apart for rows that periods meet:
 *
 * <pre>
 *   size = 'L'                      rows
 *   time.month = February           periods, whose months it takes out
 *   time.day = 15 February          by month: finer; the months that have such a day
 * </pre>
 *
 * @param rows what is asked of rows alone, or null
 * @param finer what only steps shorter than the spine's tell, over their time; or null
 * @param of how long those steps are
 * @param periods what is asked of the period, over the spine's time, columns of dimensions and what is carried; or null
 * @param carried what the rows bring along for that
 */
record PeriodCondition(
        @Nullable Expr rows,
        @Nullable Expr finer,
        Grain of,
        @Nullable Expr periods,
        List<Node.Key> carried) {
    /** What is asked of the time alone, or of what else there is. */
    @Nullable
    Expr periods(boolean ofTime) {
        return Exprs.all(Exprs.conjuncts(periods).stream()
                .filter(part -> ofTime == isOfSpine(part))
                .toList());
    }

    static boolean isOfSpine(Expr asked) {
        return Exprs.all(asked, Expr.ColumnRef.class).stream().allMatch(column -> Spines.isOfSpine(column.column()));
    }
}
