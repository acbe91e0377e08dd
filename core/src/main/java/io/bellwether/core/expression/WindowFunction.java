package io.bellwether.core.expression;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be computed over the rows around a row. */
public enum WindowFunction {
    ROW_NUMBER(0, 0),
    RANK(0, 0),
    DENSE_RANK(0, 0),
    PERCENT_RANK(0, 0),
    CUME_DIST(0, 0),
    NTILE(1, 1),
    LAG(1, 3),
    LEAD(1, 3),
    FIRST_VALUE(1, 1),
    LAST_VALUE(1, 1),
    NTH_VALUE(2, 2),
    COUNT(1, 1, AggregateFunction.COUNT),
    COUNT_ROWS(0, 0, AggregateFunction.COUNT_ROWS),
    SUM(1, 1, AggregateFunction.SUM),
    AVG(1, 1, AggregateFunction.AVERAGE),
    MIN(1, 1, AggregateFunction.MIN),
    MAX(1, 1, AggregateFunction.MAX),
    STDDEV_SAMP(1, 1, AggregateFunction.STDDEV_SAMPLE),
    STDDEV_POP(1, 1, AggregateFunction.STDDEV_POPULATION),
    VAR_SAMP(1, 1, AggregateFunction.VARIANCE_SAMPLE),
    VAR_POP(1, 1, AggregateFunction.VARIANCE_POPULATION),
    /** An aggregate as it is written, before it is known whether it is over rows or over groups of them. */
    OF_AGGREGATE(1, 1);

    private final int least;
    private final int most;
    private final @Nullable AggregateFunction aggregate;

    WindowFunction(int least, int most) {
        this(least, most, null);
    }

    WindowFunction(int least, int most, @Nullable AggregateFunction aggregate) {
        this.least = least;
        this.most = most;
        this.aggregate = aggregate;
    }

    /** What the function is called in SQL, for those that are no aggregates. */
    static Optional<WindowFunction> named(String name) {
        for (WindowFunction function : values()) {
            if (function.aggregate == null
                    && function != OF_AGGREGATE
                    && function.name().equalsIgnoreCase(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /** The same over the rows of a window; empty for what is not computed so. */
    public static Optional<WindowFunction> of(AggregateFunction aggregate) {
        for (WindowFunction function : values()) {
            if (function.aggregate == aggregate) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** Its name in SQL. */
    public String sql() {
        return this == COUNT_ROWS ? "count" : name().toLowerCase(Locale.ROOT);
    }

    /** Of an argument of this type; null where it is not defined for it. */
    @Nullable
    Type type(Type argument) {
        if (aggregate != null) {
            return Typing.of(aggregate, argument);
        }
        return switch (this) {
            case PERCENT_RANK, CUME_DIST -> Type.DOUBLE;
            case LAG, LEAD, FIRST_VALUE, LAST_VALUE, NTH_VALUE, OF_AGGREGATE -> argument;
            default -> Type.INTEGER;
        };
    }
}
