package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.jspecify.annotations.Nullable;

/** Aggregates, with {@code filter}, {@code within group} and {@code distinct}. */
final class AggregateConverter {
    /** Whether one of them holds, and whether all do: the largest or the least of ones and zeros. */
    static final Map<String, AggregateFunction> TRUTHS = Map.of(
            "bool_or", AggregateFunction.MAX,
            "boolor_agg", AggregateFunction.MAX,
            "logical_or", AggregateFunction.MAX,
            "some", AggregateFunction.MAX,
            "bool_and", AggregateFunction.MIN,
            "booland_agg", AggregateFunction.MIN,
            "logical_and", AggregateFunction.MIN,
            "every", AggregateFunction.MIN);

    private final Converter converter;

    AggregateConverter(Converter converter) {
        this.converter = converter;
    }

    boolean isAggregate(SqlCall call) {
        return call.getOperator() instanceof SqlFunction function
                && function.getNameAsId().names.size() == 1
                && function(call) != null;
    }

    private static @Nullable AggregateFunction function(SqlCall call) {
        String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
        AggregateFunction truth = TRUTHS.get(name);
        if (Pairs.NAMES.contains(name)) {
            return AggregateFunction.COVARIANCE_POPULATION;
        }
        return truth != null ? truth : FunctionNames.aggregate(name);
    }

    @Nullable
    Expr convert(SqlCall call) {
        return switch (call.getKind()) {
            case FILTER -> filter(call);
            case WITHIN_GROUP -> withinGroup(call);
            default -> plain(call);
        };
    }

    private @Nullable Expr filter(SqlCall call) {
        Expr aggregate = converter.convert(call.operand(0));
        Expr condition = converter.convert(call.operand(1));
        if (aggregate == null || condition == null) {
            return null;
        }
        if (call.operand(0) instanceof SqlCall inner && isAggregate(inner)) {
            return filtered(aggregate, condition, converter.span(call));
        }
        if (!(aggregate instanceof Expr.Aggregate)) {
            return converter.refuse(
                    Code.AGGREGATE, call, "\"filter\" belongs to an aggregate", "write sum(x) filter …");
        }
        return filtered(aggregate, condition, converter.span(call));
    }

    /** A function that is an aggregate and something around it has its filter on the aggregate. */
    static Expr filtered(Expr expr, Expr condition, Span span) {
        return expr instanceof Expr.Aggregate inner
                ? new Expr.Aggregate(
                        inner.function(), inner.argument(), and(inner.filter(), condition), inner.fraction(), span)
                : Exprs.rebuild(expr, child -> filtered(child, condition, span));
    }

    private static Expr and(@Nullable Expr first, Expr second) {
        return first == null ? second : new Expr.Call(Function.AND, List.of(first, second), second.span());
    }

    private @Nullable Expr plain(SqlCall call) {
        AggregateFunction function = function(call);
        if (function == null) {
            return converter.refuse(Code.FUNCTION, call, "this is no aggregate", null);
        }
        boolean distinct = isDistinct(call);
        if (function == AggregateFunction.LIST) {
            return new Listed(converter).convert(call, distinct, null);
        }
        if (distinct && function == AggregateFunction.COUNT && call.operandCount() > 1) {
            return together(call);
        }
        if (distinct) {
            function = ofEachOnce(function);
            if (function == null) {
                String fix = "count, sum and avg take distinct";
                return converter.refuse(Code.FORBIDDEN, call, "\"distinct\" does not belong here", fix);
            }
        }
        if (function == AggregateFunction.COUNT && countsRows(call)) {
            return aggregate(AggregateFunction.COUNT_ROWS, null, null, call);
        }
        if (isOfPairs(function)) {
            return pairs(call, function);
        }
        return ofOne(call, function);
    }

    private static boolean isDistinct(SqlCall call) {
        SqlLiteral quantifier = call.getFunctionQuantifier();
        return quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
    }

    /** Of one value, and of a share where it is a percentile. */
    private @Nullable Expr ofOne(SqlCall call, AggregateFunction function) {
        boolean percentile = isPercentile(function);
        if (call.operandCount() != (percentile ? 2 : 1)) {
            String fix = percentile ? "write quantile(x, 0.9)" : null;
            String message = "the aggregate takes " + (percentile ? "a value and a share" : "one argument");
            return converter.refuse(Code.ARGUMENTS, call, message, fix);
        }
        Expr argument = converter.convert(call.operand(0));
        BigDecimal fraction = percentile ? fraction(call, call.operand(1)) : null;
        if (argument == null || percentile && fraction == null) {
            return null;
        }
        if (function == AggregateFunction.COUNT_ROWS) {
            return new Expr.Aggregate(function, null, argument, null, converter.span(call));
        }
        if (TRUTHS.containsKey(call.getOperator().getName().toLowerCase(Locale.ROOT))) {
            return ofTruth(function, argument, converter.span(call));
        }
        boolean same = function == AggregateFunction.SUM && argument instanceof Expr.NumberLiteral;
        return same ? ofTheSame(argument, call) : aggregate(function, argument, fraction, call);
    }

    private static boolean isOfPairs(AggregateFunction function) {
        return switch (function) {
            case CORRELATION, COVARIANCE_POPULATION, COVARIANCE_SAMPLE -> true;
            default -> false;
        };
    }

    private @Nullable Expr pairs(SqlCall call, AggregateFunction function) {
        if (call.operandCount() != 2) {
            return converter.refuse(Code.ARGUMENTS, call, "the aggregate takes two numbers", "write corr(y, x)");
        }
        List<Expr> both = converter.all(call.getOperandList());
        if (both == null) {
            return null;
        }
        String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
        Span span = converter.span(call);
        return Pairs.NAMES.contains(name)
                ? Pairs.of(name, both.get(0), both.get(1), span)
                : Pairs.of(function, both.get(0), both.get(1), span);
    }

    /**
     * {@code count(distinct a, b)}: of rows that have all of them, by a text that differs where one of them does: each
     * with its length before it.
     */
    private @Nullable Expr together(SqlCall call) {
        List<Expr> all = converter.all(call.getOperandList());
        if (all == null) {
            return null;
        }
        Span span = converter.span(call);
        Expr one = null;
        for (Expr value : all) {
            Expr text = new Expr.Cast(value, Type.TEXT, 0, 0, span);
            Expr length = new Expr.Cast(Spellings.call(Function.LENGTH, span, text), Type.TEXT, 0, 0, span);
            Expr marked = Spellings.call(Function.CONCAT, span, length, new Expr.TextLiteral(":", span));
            Expr next = Spellings.call(Function.CONCAT, span, marked, text);
            one = one == null ? next : Spellings.call(Function.CONCAT, span, one, next);
        }
        return aggregate(AggregateFunction.COUNT_DISTINCT, one, null, call);
    }

    private static @Nullable AggregateFunction ofEachOnce(AggregateFunction function) {
        return switch (function) {
            case COUNT, COUNT_DISTINCT -> AggregateFunction.COUNT_DISTINCT;
            case SUM -> AggregateFunction.SUM_DISTINCT;
            case AVERAGE -> AggregateFunction.AVERAGE_DISTINCT;
            case MIN, MAX -> function;
            default -> null;
        };
    }

    /** The sum of one number is so many times it, and NULL of no rows. */
    private Expr ofTheSame(Expr number, SqlCall call) {
        Span span = converter.span(call);
        Expr rows = aggregate(AggregateFunction.COUNT_ROWS, null, null, call);
        Expr some = Spellings.call(Function.NULLIF, span, rows, Spellings.number("0", span));
        return Spellings.call(Function.MULTIPLY, span, some, number);
    }

    /** The largest or least of conditions: of ones and zeros, for not every engine has it of truths. */
    static Expr ofTruth(AggregateFunction function, Expr condition, Span span) {
        Expr one = Spellings.number("1", span);
        Expr not = Spellings.call(Function.NOT, span, condition);
        Expr digit = new Expr.Case(
                List.of(new Expr.When(condition, one), new Expr.When(not, Spellings.number("0", span))), null, span);
        return Spellings.call(Function.EQUAL, span, new Expr.Aggregate(function, digit, null, null, span), one);
    }

    /** {@code count(*)}, and {@code count(1)} which is the same. */
    private static boolean countsRows(SqlCall call) {
        return isStar(call)
                || call.operandCount() == 1
                        && call.operand(0) instanceof SqlLiteral literal
                        && literal.getValue() != null;
    }

    /** {@code percentile_cont(0.9) within group (order by x)}. */
    private @Nullable Expr withinGroup(SqlCall call) {
        SqlNode inner = call.operand(0);
        SqlNodeList order = call.operand(1);
        AggregateFunction function = inner instanceof SqlCall aggregate ? function(aggregate) : null;
        if (function == AggregateFunction.LIST && inner instanceof SqlCall list) {
            return new Listed(converter).convert(list, isDistinct(list), order);
        }
        if (!(inner instanceof SqlCall percentile)
                || function == null
                || !isPercentile(function)
                || percentile.operandCount() != 1) {
            String fix = "write percentile_cont(0.9) within group (order by x)";
            return converter.refuse(Code.ARGUMENTS, call, "\"within group\" belongs to a percentile", fix);
        }
        SqlNode by = order.size() == 1 ? order.get(0) : order;
        if (by.getKind() == SqlKind.NULLS_FIRST || by.getKind() == SqlKind.NULLS_LAST) {
            by = ((SqlCall) by).operand(0); // of which a percentile sees none
        }
        boolean descending = by.getKind() == SqlKind.DESCENDING;
        if (order.size() != 1 || descending && function == AggregateFunction.PERCENTILE_DISCRETE) {
            String fix = "write order by x, with 0.1 for 0.9 from the other end";
            return converter.refuse(Code.ARGUMENTS, order, "a percentile is ordered by one value, upwards", fix);
        }
        Expr argument = converter.convert(descending ? ((SqlCall) by).operand(0) : by);
        BigDecimal share = fraction(percentile, percentile.operand(0));
        if (argument == null || share == null) {
            return null;
        }
        return aggregate(function, argument, descending ? BigDecimal.ONE.subtract(share) : share, call);
    }

    private Expr aggregate(
            AggregateFunction function, @Nullable Expr argument, @Nullable BigDecimal fraction, SqlCall call) {
        Span span = converter.span(call);
        return new Expr.Aggregate(function, argument, null, fraction, span);
    }

    private @Nullable BigDecimal fraction(SqlCall call, SqlNode node) {
        if (node instanceof SqlLiteral literal
                && literal.getValue() instanceof BigDecimal share
                && share.signum() >= 0
                && share.compareTo(BigDecimal.ONE) <= 0) {
            return share;
        }
        converter.refuse(Code.ARGUMENTS, call, "a percentile's share is a number from 0 to 1", "write 0.9 for 90 %");
        return null;
    }

    private static boolean isPercentile(AggregateFunction function) {
        return function == AggregateFunction.PERCENTILE_CONTINUOUS || function == AggregateFunction.PERCENTILE_DISCRETE;
    }

    private static boolean isStar(SqlCall call) {
        return call.operandCount() == 1
                && call.operand(0) instanceof SqlIdentifier name
                && name.isStar()
                && name.names.size() == 1;
    }
}
