package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.OssieCodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWindow;
import org.jspecify.annotations.Nullable;

/** {@code fn(…) OVER (PARTITION BY … ORDER BY … frame)}. */
final class WindowConverter {
    private final Converter converter;

    WindowConverter(Converter converter) {
        this.converter = converter;
    }

    @Nullable
    Expr convert(SqlCall over) {
        SqlNode inner = over.operand(0);
        if (inner.getKind() == SqlKind.RESPECT_NULLS) {
            inner = ((SqlCall) inner).operand(0);
        }
        if (inner.getKind() == SqlKind.IGNORE_NULLS) {
            String fix = "leave the rows without a value out with a condition";
            return converter.refuse(Code.FORBIDDEN, inner, "not every engine can pass over NULLs in a window", fix);
        }
        if (!(inner instanceof SqlCall call) || !(over.operand(1) instanceof SqlWindow window)) {
            return converter.refuse(over, "a window is written where it is used: over (partition by … order by …)");
        }
        if (window.getRefName() != null
                || window.getExclude() != null && !SqlWindow.isExcludeNoOthers(window.getExclude())) {
            return converter.refuse(window, "a window has partition by, order by and a frame of rows or range");
        }
        Optional<WindowFunction> named = converter.aggregates().isAggregate(call)
                ? Optional.empty()
                : WindowFunction.named(call.getOperator().getName());
        List<Expr> arguments = named.isPresent() ? arguments(call, named.get()) : aggregate(call);
        List<Expr> partition = converter.all(window.getPartitionList().getList());
        List<Expr.WindowOrder> order = order(window);
        Optional<Expr.Frame> frame = frame(window);
        if (arguments == null || partition == null || order == null || frame == null) {
            return null;
        }
        Expr.Window found = new Expr.Window(
                named.orElse(WindowFunction.OF_AGGREGATE),
                arguments,
                partition,
                order,
                frame.orElse(null),
                converter.span(over));
        boolean nested =
                Exprs.children(found).stream().anyMatch(child -> Exprs.holds(child, Expr.Window.class::isInstance));
        return nested ? converter.refuseNested(over) : found;
    }

    private @Nullable List<Expr> arguments(SqlCall call, WindowFunction function) {
        if (function.takes(call.operandCount())) {
            return converter.all(call.getOperandList());
        }
        converter.refuse(Code.ARGUMENTS, call, "\"" + function.sql() + "\" takes other arguments", null);
        return null;
    }

    private @Nullable List<Expr> aggregate(SqlCall call) {
        SqlKind kind = call.getKind();
        if (kind != SqlKind.FILTER && !converter.aggregates().isAggregate(call)) {
            converter.refuse(
                    Code.FUNCTION, call, "this is not computed over a window", "use an aggregate, a rank, lag or lead");
            return null;
        }
        Expr aggregate = converter.aggregates().convert(call);
        return aggregate == null ? null : List.of(aggregate);
    }

    /** NULLs stand where they do in an answer: last ascending, first descending, unless it says otherwise. */
    private @Nullable List<Expr.WindowOrder> order(SqlWindow window) {
        List<Expr.WindowOrder> order = new ArrayList<>();
        for (SqlNode written : window.getOrderList()) {
            SqlNode node = written;
            Boolean nulls = null;
            if (node.getKind() == SqlKind.NULLS_FIRST || node.getKind() == SqlKind.NULLS_LAST) {
                nulls = node.getKind() == SqlKind.NULLS_FIRST;
                node = ((SqlCall) node).operand(0);
            }
            boolean descending = node.getKind() == SqlKind.DESCENDING;
            Expr by = converter.convert(descending ? ((SqlCall) node).operand(0) : node);
            if (by == null) {
                return null;
            }
            order.add(new Expr.WindowOrder(by, descending, nulls == null ? descending : nulls));
        }
        return order;
    }

    /** Null, with a problem, where it is none that we have. */
    private @Nullable Optional<Expr.Frame> frame(SqlWindow window) {
        if (window.getLowerBound() == null) {
            return Optional.empty();
        }
        Expr.FrameEnd from = end(window.getLowerBound());
        Expr.FrameEnd to = window.getUpperBound() == null
                ? new Expr.FrameEnd(Expr.Edge.CURRENT_ROW, 0)
                : end(window.getUpperBound());
        return from == null || to == null ? null : Optional.of(new Expr.Frame(window.isRows(), from, to));
    }

    private Expr.@Nullable FrameEnd end(SqlNode node) {
        if (SqlWindow.isCurrentRow(node)) {
            return new Expr.FrameEnd(Expr.Edge.CURRENT_ROW, 0);
        }
        if (SqlWindow.isUnboundedPreceding(node)) {
            return new Expr.FrameEnd(Expr.Edge.UNBOUNDED_PRECEDING, 0);
        }
        if (SqlWindow.isUnboundedFollowing(node)) {
            return new Expr.FrameEnd(Expr.Edge.UNBOUNDED_FOLLOWING, 0);
        }
        if (node instanceof SqlCall call
                && call.operandCount() == 1
                && call.operand(0) instanceof SqlLiteral literal
                && literal.getValue() instanceof BigDecimal count
                && count.signum() >= 0
                && count.stripTrailingZeros().scale() <= 0
                && count.precision() < 18) {
            boolean before = call.getKind() == SqlKind.PRECEDING;
            return new Expr.FrameEnd(before ? Expr.Edge.PRECEDING : Expr.Edge.FOLLOWING, count.longValue());
        }
        converter.refuseAs(
                OssieCodes.DEFERRED_FRAME_MODE,
                node,
                "a frame ends at a whole number of rows, at the current row or nowhere");
        return null;
    }
}
