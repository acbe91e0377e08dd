package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.jspecify.annotations.Nullable;

/**
 * All texts of a group as one: {@code listagg(x, ', ') within group (order by y)}, {@code string_agg(x, ', ' order by y)},
 * {@code group_concat(x order by y separator ', ')}. Where nothing says in which order, they are in their own: the same
 * question has the same answer each time.
 */
final class Listed {
    private final Converter converter;

    Listed(Converter converter) {
        this.converter = converter;
    }

    @Nullable
    Expr convert(SqlCall call, boolean distinct, @Nullable SqlNodeList within) {
        SqlNode separator = null;
        SqlNodeList order = within;
        List<SqlNode> operands = call.getOperandList();
        for (SqlNode operand : operands.subList(Math.min(1, operands.size()), operands.size())) {
            if (operand instanceof SqlNodeList list) {
                order = list;
            } else if (operand.getKind() == SqlKind.SEPARATOR) {
                separator = ((SqlCall) operand).operand(0);
            } else if (separator == null) {
                separator = operand;
            } else {
                return wrong(call);
            }
        }
        Expr value = operands.isEmpty() ? wrong(call) : converter.convert(operands.getFirst());
        Expr between = separator == null ? usual(call) : converter.convert(separator);
        List<Expr> by = order == null ? List.of() : order(order);
        if (value == null || between == null || by == null) {
            return null;
        }
        return between instanceof Expr.TextLiteral ? listed(call, distinct, value, between, by) : wrong(call);
    }

    private @Nullable Expr listed(SqlCall call, boolean distinct, Expr value, Expr between, List<Expr> by) {
        Span span = converter.span(call);
        List<Expr> all = new ArrayList<>(List.of(value, between));
        all.addAll(by.isEmpty() ? List.of(value, new Expr.BooleanLiteral(false, span)) : by);
        boolean itself = by.isEmpty()
                || by.size() == 2
                        && java.util.Objects.equals(Exprs.withoutPlaces(by.getFirst()), Exprs.withoutPlaces(value));
        if (distinct && !itself) {
            String fix = "order by the value itself, or leave the order out";
            return converter.refuse(Code.ARGUMENTS, call, "of each text once there is no other order", fix);
        }
        AggregateFunction function = distinct ? AggregateFunction.LIST_DISTINCT : AggregateFunction.LIST;
        return new Expr.Aggregate(function, new Expr.Call(Function.LISTED, List.copyOf(all), span), null, null, span);
    }

    /** {@code listagg} puts nothing between, the others a comma. */
    private Expr usual(SqlCall call) {
        boolean standard = call.getOperator().getName().equalsIgnoreCase("listagg");
        return new Expr.TextLiteral(standard ? "" : ",", converter.span(call));
    }

    private @Nullable Expr wrong(SqlCall call) {
        String fix = "write listagg(x, ', ') within group (order by x)";
        return converter.refuse(Code.ARGUMENTS, call, "a list takes a value and the text between two of them", fix);
    }

    /** Each with whether it goes downwards. */
    private @Nullable List<Expr> order(SqlNodeList written) {
        List<Expr> order = new ArrayList<>();
        for (SqlNode node : written) {
            SqlNode by = node;
            if (by.getKind() == SqlKind.NULLS_FIRST || by.getKind() == SqlKind.NULLS_LAST) {
                String message = "in a list NULLs are last upwards and first downwards";
                converter.refuse(Code.ARGUMENTS, by, message, "leave \"nulls\" out");
                return null;
            }
            boolean descending = by.getKind() == SqlKind.DESCENDING;
            Expr value = converter.convert(descending ? ((SqlCall) by).operand(0) : by);
            if (value == null) {
                return null;
            }
            order.add(value);
            order.add(new Expr.BooleanLiteral(descending, converter.span(node)));
        }
        return order;
    }
}
