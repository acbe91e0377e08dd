package io.bellwether.core.expression;

import io.bellwether.core.source.Span;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Aggregates of two numbers of each row. A row that lacks one of them does not count, so all but three are others of one
 * number:
 *
 * <pre>
 *   regr_slope(y, x)   ⇒   covar_pop(y, x) / var_pop(x of the rows that have both)
 * </pre>
 */
final class Pairs {
    static final Set<String> NAMES = new TreeSet<>(Set.of(
            "regr_avgx",
            "regr_avgy",
            "regr_count",
            "regr_intercept",
            "regr_r2",
            "regr_slope",
            "regr_sxx",
            "regr_sxy",
            "regr_syy"));

    private final Expr y;
    private final Expr x;
    private final Span span;

    private Pairs(Expr y, Expr x, Span span) {
        this.y = y;
        this.x = x;
        this.span = span;
    }

    /** One of {@link #NAMES} of two values. */
    static Expr of(String name, Expr y, Expr x, Span span) {
        Pairs pair = new Pairs(y, x, span);
        return switch (name) {
            case "regr_avgx" -> pair.mean(x, y);
            case "regr_avgy" -> pair.mean(y, x);
            case "regr_count" -> pair.count();
            case "regr_slope" -> pair.slope();
            case "regr_intercept" -> pair.intercept();
            case "regr_sxx" -> pair.times(pair.variance(x, y));
            case "regr_syy" -> pair.times(pair.variance(y, x));
            case "regr_sxy" -> pair.times(pair.together(AggregateFunction.COVARIANCE_POPULATION));
            default -> pair.share();
        };
    }

    /** The aggregate of both, in this order. */
    static Expr of(AggregateFunction function, Expr y, Expr x, Span span) {
        return new Pairs(y, x, span).together(function);
    }

    private Expr together(AggregateFunction function) {
        return new Expr.Aggregate(function, Spellings.call(Function.PAIR, span, y, x), null, null, span);
    }

    /** The one where the other is known. */
    private Expr known(Expr one, Expr other) {
        Expr there = Spellings.call(Function.IS_NOT_NULL, span, other);
        return new Expr.Case(List.of(new Expr.When(there, one)), null, span);
    }

    private Expr aggregate(AggregateFunction function, Expr one, Expr other) {
        return new Expr.Aggregate(function, known(one, other), null, null, span);
    }

    private Expr mean(Expr one, Expr other) {
        return aggregate(AggregateFunction.AVERAGE, one, other);
    }

    private Expr variance(Expr one, Expr other) {
        return aggregate(AggregateFunction.VARIANCE_POPULATION, one, other);
    }

    private Expr count() {
        return aggregate(AggregateFunction.COUNT, y, x);
    }

    private Expr times(Expr spread) {
        return Spellings.call(Function.MULTIPLY, span, count(), spread);
    }

    private Expr slope() {
        return Spellings.call(Function.DIVIDE, span, together(AggregateFunction.COVARIANCE_POPULATION), variance(x, y));
    }

    private Expr intercept() {
        Expr rise = Spellings.call(Function.MULTIPLY, span, slope(), mean(x, y));
        return Spellings.call(Function.SUBTRACT, span, mean(y, x), rise);
    }

    /** Nothing where x never changes; all of it where only y does not. */
    private Expr share() {
        Expr zero = Spellings.number("0", span);
        Expr one = Spellings.number("1", span);
        Expr steady = Spellings.call(Function.EQUAL, span, variance(x, y), zero);
        Expr flat = Spellings.call(Function.EQUAL, span, variance(y, x), zero);
        Expr square = Spellings.call(
                Function.POWER, span, together(AggregateFunction.CORRELATION), Spellings.number("2", span));
        return new Expr.Case(
                List.of(new Expr.When(steady, new Expr.NullLiteral(span)), new Expr.When(flat, one)), square, span);
    }
}
