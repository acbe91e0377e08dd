package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The words for values that most engines share: literals, types, and what tells of values that are none. */
abstract class AnsiValues implements Dialect {
    /** What texts say a value of a type on every engine; each would take some more of its own. */
    static final String WHOLE = "^ *[-+]?[0-9]+ *$";

    static final String NUMBER = "^ *[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)? *$";
    static final String TIME = "^ *[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])"
            + "([ T]([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?)? *$";

    private static final int LONGEST_REPEATED = 20_000;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    @Override
    public String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String date(LocalDate value) {
        return "DATE '" + value + "'";
    }

    @Override
    public String timestamp(LocalDateTime value) {
        return "TIMESTAMP '" + digits(value) + "'";
    }

    static String digits(LocalDateTime value) {
        return value.format(value.truncatedTo(ChronoUnit.MICROS).getNano() == 0 ? SECONDS : MICROS);
    }

    @Override
    public String bound(LocalDateTime value, Type type, ZoneId zone) {
        if (type != Type.TIMESTAMP_TZ) {
            return timestamp(value);
        }
        return instant(LocalDateTime.ofInstant(AsOf.instant(value, zone), ZoneOffset.UTC));
    }

    /** An instant as a literal. */
    protected String instant(LocalDateTime utc) {
        return "TIMESTAMPTZ '" + digits(utc) + "+00'";
    }

    @Override
    public String cast(String value, Type type, int precision, int scale) {
        return "CAST(" + value + " AS " + typeName(type, precision, scale) + ")";
    }

    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        return ifNumber("TRY_" + cast(value, type, precision, scale), type);
    }

    /** NULL of what is infinite or not a number. */
    final String ifNumber(String value, Type type) {
        String isNone = isNoNumber(value, type);
        return isNone == null ? value : "CASE WHEN NOT " + isNone + " THEN " + repeated(value) + " END";
    }

    @Override
    public String finite(String value, Type type) {
        return isNoNumber(value, type) == null ? value : Dialect.super.finite(repeated(value), type);
    }

    /** No text is a number: a cast that fails. */
    @Override
    public String stop(String value) {
        return asDouble("('not a number: ' || " + cast(value, Type.TEXT, 0, 0) + ")");
    }

    /** A value that stands in the text more than once: where that is done in each other, the text grows without bounds. */
    final String repeated(String value) {
        if (value.length() > LONGEST_REPEATED) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.TOO_DEEP.id(),
                    null,
                    "functions are nested too deeply in each other, for "
                            + getClass().getSimpleName(),
                    "nest fewer of them"));
        }
        return value;
    }

    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case BOOLEAN -> "BOOLEAN";
            case INTEGER -> "BIGINT";
            case DECIMAL -> precision > 0 ? "DECIMAL(%d, %d)".formatted(precision, scale) : "DECIMAL(38, 10)";
            case DOUBLE -> "DOUBLE PRECISION";
            case TEXT, OTHER -> "VARCHAR";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TIMESTAMP_TZ -> "TIMESTAMPTZ";
            case TIME -> "TIME";
            case INTERVAL -> "INTERVAL";
        };
    }

    final String asDouble(String value) {
        return cast(value, Type.DOUBLE, 0, 0);
    }

    final String asInteger(String value) {
        return value.matches("\\(?-?\\d+\\)?") ? value : cast(value, Type.INTEGER, 0, 0);
    }

    /** What an engine cannot do is a problem with a code; something like it would be a wrong answer. */
    final DiagnosticException unable(String what) {
        return new DiagnosticException(Diagnostic.error(
                PlanCodes.NOT_OF_THIS_ENGINE,
                null,
                getClass().getSimpleName() + " cannot compute " + what,
                "ask for something else, or bring the data to an engine that can: DuckDB, PostgreSQL, Trino"));
    }

    /**
     * A double rounded through decimals, halves away from zero: as a double, 1.005 lies below its half. One beyond 10^15 has no
     * such digits.
     *
     * @param decimal the value as a decimal with 15 digits behind the point
     */
    final String rounded(List<String> a, String decimal) {
        String value = repeated(a.getFirst());
        String digits = a.size() > 1 ? a.getLast() : "0";
        return "CASE WHEN abs(" + value + ") < 1000000000000000 THEN "
                + asDouble("round(" + decimal + ", " + digits + ")") + " ELSE " + asDouble("round(" + value + ")")
                + " END";
    }
}
