package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.util.Locale;

/** DuckDB's words. */
public final class DuckDb extends AnsiDialect {
    @Override
    public String interval(long count, String unit) {
        return "INTERVAL " + (count < 0 ? "(" + count + ")" : count) + " " + unit.toUpperCase(Locale.ROOT);
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        return "SELECT unnest(generate_series(" + from + ", " + to + ", " + step(grain) + ")) AS " + column;
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return type == Type.DOUBLE ? "DOUBLE" : super.typeName(type, precision, scale);
    }

    @Override
    protected String truncated(String unit, String value) {
        return trunc(unit, value);
    }

    @Override
    protected String extract(String part, String value) {
        return "date_part('" + part + "', " + value + ")";
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        return "date_diff('" + unit + "', " + from + ", " + to + ")";
    }

    /** Never cut to a whole number here. */
    @Override
    public String ratio(String dividend, String divisor) {
        return "(" + dividend + " / " + divisor + ")";
    }

    @Override
    protected String of(AggregateFunction function, String argument, String fraction) {
        return switch (function) {
            case AVERAGE -> "avg(" + argument + ")";
            case MEDIAN -> "median(" + argument + ")";
            case PERCENTILE_CONTINUOUS -> "quantile_cont(" + argument + ", " + fraction + ")";
            case PERCENTILE_DISCRETE -> "quantile_disc(" + argument + ", " + fraction + ")";
            case STDDEV_SAMPLE -> "stddev_samp(" + argument + ")";
            case STDDEV_POPULATION -> "stddev_pop(" + argument + ")";
            case VARIANCE_SAMPLE -> "var_samp(" + argument + ")";
            case VARIANCE_POPULATION -> "var_pop(" + argument + ")";
            case COUNT_ROWS, COUNT, SUM, MIN, MAX, COUNT_DISTINCT -> super.of(function, argument, fraction);
        };
    }
}
