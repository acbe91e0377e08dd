package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** DuckDB's words. */
public final class DuckDb extends AnsiDialect {
    /** Some ten years in a zone with summer time; with more, looking each row's zone up is no slower. */
    private static final int MOST_CHANGES = 20;

    /**
     * Local time by the few times when clocks change in the stretch, in the place of a look at the zone for every row, which
     * takes eight times as long as the rest of a scan:
     *
     * <pre>
     *   timezone('Europe/Paris', at)   ⇒   at + 1 hour before 2026-03-29 01:00 UTC, 2 hours before 2026-10-25 01:00 UTC …
     * </pre>
     */
    @Override
    public String localTime(String value, Type type, ZoneId zone, LocalDateTime from, LocalDateTime before) {
        if (type != Type.TIMESTAMP_TZ) {
            return localTime(value, type, zone);
        }
        Instant start = AsOf.instant(from, zone);
        Instant end = AsOf.instant(before, zone);
        StringBuilder offset = new StringBuilder();
        Instant at = start;
        for (int changes = 0; ; changes++) {
            long micros = zone.getRules().getOffset(at).getTotalSeconds() * 1_000_000L;
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            if (next == null || !next.getInstant().isBefore(end)) {
                String all = changes == 0 ? String.valueOf(micros) : "CASE" + offset + " ELSE " + micros + " END";
                return "make_timestamp(epoch_us(" + value + ") + " + all + ")";
            }
            if (changes == MOST_CHANGES) {
                return localTime(value, type, zone);
            }
            at = next.getInstant();
            String change = instant(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            offset.append(" WHEN ").append(value).append(" < ").append(change);
            offset.append(" THEN ").append(micros);
        }
    }

    @Override
    public String interval(long count, String unit) {
        return "INTERVAL " + (count < 0 ? "(" + count + ")" : count) + " " + unit.toUpperCase(Locale.ROOT);
    }

    @Override
    public String cut(String time, Grain grain, Calendar calendar) {
        return grain.isFiscal() && calendar.pattern() != null
                ? DuckDbWeeks.cut(time, grain, calendar)
                : super.cut(time, grain, calendar);
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        return "SELECT unnest(generate_series(" + from + ", " + to + ", " + step(grain) + ")) AS " + column;
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return type == Type.DOUBLE ? "DOUBLE" : super.typeName(type, precision, scale);
    }

    /** It would round the number that the text says; elsewhere a text is a whole number or none. */
    @Override
    public String castText(String value, Type type, int precision, int scale) {
        return type == Type.INTEGER
                ? "CASE WHEN " + matches(value, WHOLE) + " THEN " + cast(value, type, precision, scale) + " WHEN "
                        + value + " IS NOT NULL THEN error('not a whole number: ' || " + value + ") END"
                : cast(value, type, precision, scale);
    }

    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        String cast = super.tryCast(value, type, precision, scale);
        return switch (type) {
            case INTEGER -> "CASE WHEN " + matches(value, WHOLE) + " THEN " + cast + " END";
            case DECIMAL, DOUBLE -> "CASE WHEN " + matches(value, NUMBER) + " THEN " + cast + " END";
            case BOOLEAN, TEXT, DATE, TIMESTAMP, TIMESTAMP_TZ, TIME, INTERVAL, OTHER -> cast;
        };
    }

    /** Through its text: times a power of ten it is another double. */
    @Override
    public String castDouble(String value, int precision, int scale) {
        return cast(cast(value, Type.TEXT, 0, 0), Type.DECIMAL, precision, scale);
    }

    @Override
    public String ofDoubles(Function function, List<String> a) {
        return switch (function) {
            case ROUND -> rounded(a, castDouble(a.getFirst(), 38, 15));
            case MODULO ->
                "(" + castDouble(a.getFirst(), 38, 15) + " % nullif(" + castDouble(a.getLast(), 38, 15) + ", 0))";
            default -> call(function, a);
        };
    }

    /** Elsewhere the capital of a sharp s is itself. */
    private String upper(String text) {
        String kept = "'\uE000'";
        return "CASE WHEN contains(" + repeated(text) + ", 'ß') THEN replace(upper(replace(" + text + ", 'ß', " + kept
                + ")), " + kept + ", 'ß') ELSE upper(" + text + ") END";
    }

    private String matches(String value, String pattern) {
        return "regexp_matches(CAST(" + repeated(value) + " AS VARCHAR), " + text(pattern) + ")";
    }

    @Override
    protected String truncated(String unit, String value) {
        return trunc(unit, value);
    }

    @Override
    protected String extract(String part, String value) {
        return "date_part('" + part + "', " + value + ")";
    }

    /** Two decimals of up to 18 digits are multiplied in 18 digits, whatever they come to; by a wide 1 the product is wide. */
    @Override
    public String product(String a, String b) {
        return "(" + a + " * CAST(1 AS DECIMAL(38, 0)) * " + b + ")";
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        // Of weeks it counts whole seven days, of all else, as other engines do, the beginnings passed.
        return unit.equals("week")
                ? "(date_diff('day', date_trunc('week', " + from + "), date_trunc('week', " + to + ")) // 7)"
                : "date_diff('" + unit + "', " + from + ", " + to + ")";
    }

    @Override
    public @Nullable String isNoNumber(String value, Type type) {
        return type == Type.DOUBLE ? "NOT isfinite(" + value + ")" : null;
    }

    @Override
    public String stop(String value) {
        return "error('not a number: ' || " + value + ")";
    }

    @Override
    public String call(Function function, List<String> a) {
        return switch (function) {
            // What roots and logarithms cannot do, a session of ours tells by itself.
            case POWER, EXP -> finite(super.call(function, a), Type.DOUBLE);
            case UPPER -> upper(a.getFirst());
            case SUBSTRING -> substring(a);
            case REGEXP_LIKE -> "regexp_matches(" + String.join(", ", a) + ")";
            case REGEXP_REPLACE -> "regexp_replace(" + String.join(", ", a) + ", 'g')";
            case PAIR -> String.join(", ", a);
            default -> super.call(function, a);
        };
    }

    /** Never cut to a whole number here. */
    @Override
    public String ratio(String dividend, String divisor) {
        return "(" + dividend + " / " + divisor + ")";
    }

    /** Two numbers have nothing to do with each other where one of them never changes: nothing, not "not a number". */
    @Override
    public String aggregate(
            AggregateFunction function,
            @Nullable String argument,
            @Nullable BigDecimal fraction,
            @Nullable String condition) {
        String value = super.aggregate(function, argument, fraction, condition);
        return function == AggregateFunction.CORRELATION ? "nullif(" + value + ", 'NaN'::DOUBLE)" : value;
    }

    @Override
    protected String of(AggregateFunction function, String argument, String fraction) {
        return switch (function) {
            case AVERAGE -> "avg(" + argument + ")";
            case AVERAGE_DISTINCT -> "avg(DISTINCT " + argument + ")";
            // Between two decimals it would give one with as many digits as they have, cut off.
            case MEDIAN -> "median(" + asDouble(argument) + ")";
            case PERCENTILE_CONTINUOUS -> "quantile_cont(" + asDouble(argument) + ", " + fraction + ")";
            case PERCENTILE_DISCRETE -> "quantile_disc(" + argument + ", " + fraction + ")";
            case STDDEV_SAMPLE -> "stddev_samp(" + argument + ")";
            case STDDEV_POPULATION -> "stddev_pop(" + argument + ")";
            case VARIANCE_SAMPLE -> "var_samp(" + argument + ")";
            case VARIANCE_POPULATION -> "var_pop(" + argument + ")";
            case COUNT_ROWS,
                    COUNT,
                    SUM,
                    MIN,
                    MAX,
                    COUNT_DISTINCT,
                    SUM_DISTINCT,
                    CORRELATION,
                    COVARIANCE_POPULATION,
                    COVARIANCE_SAMPLE,
                    LIST,
                    LIST_DISTINCT -> super.of(function, argument, fraction);
        };
    }
}
