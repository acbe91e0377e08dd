package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.jspecify.annotations.Nullable;

/** Calcite's literals to ours. */
final class Literals {
    /** What the widest type of every engine has. */
    private static final int MOST_DIGITS = 38;

    private Literals() {}

    static @Nullable Expr convert(SqlLiteral literal, Converter converter) {
        Span span = converter.span(literal);
        if (literal instanceof SqlUnknownLiteral unknown) {
            return tagged(literal, unknown.tag, unknown.getValue(), converter);
        }
        if (literal instanceof SqlIntervalLiteral interval) {
            return interval(interval, converter);
        }
        return switch (literal.getTypeName()) {
            case NULL -> new Expr.NullLiteral(span);
            case BOOLEAN ->
                literal.getValue() == null
                        ? new Expr.NullLiteral(span)
                        : new Expr.BooleanLiteral(literal.booleanValue(), span);
            case DECIMAL, DOUBLE, BIGINT, INTEGER -> number(literal, converter);
            case CHAR, VARCHAR -> text(literal, converter);
            case DATE -> tagged(literal, "DATE", literal.toValue(), converter);
            case TIMESTAMP -> tagged(literal, "TIMESTAMP", literal.toValue(), converter);
            case TIME -> tagged(literal, "TIME", literal.toValue(), converter);
            default -> converter.refuse(literal, "this kind of value has no place in an expression");
        };
    }

    /** Engines end a text at its first NUL, and halves of letters are in no encoding. */
    private static @Nullable Expr text(SqlLiteral literal, Converter converter) {
        String text = literal.getValueAs(String.class);
        boolean isText = text.codePoints()
                .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return isText
                ? new Expr.TextLiteral(text, converter.span(literal))
                : converter.refuse(Code.SYNTAX, literal, "the text holds what is no letter", "leave it out");
    }

    private static @Nullable Expr number(SqlLiteral literal, Converter converter) {
        BigDecimal value = literal.bigDecimalValue();
        if (value == null || value.precision() - value.scale() > MOST_DIGITS || value.scale() > MOST_DIGITS) {
            return converter.refuse(Code.NUMBER, literal, "no number of that size is needed", null);
        }
        return new Expr.NumberLiteral(value, converter.span(literal));
    }

    private static @Nullable Expr tagged(SqlLiteral literal, String tag, @Nullable String value, Converter converter) {
        Span span = converter.span(literal);
        String text = value == null ? "" : value.strip();
        try {
            return switch (tag) {
                case "DATE" -> new Expr.DateLiteral(LocalDate.parse(text), span);
                case "TIMESTAMP", "DATETIME" ->
                    new Expr.TimestampLiteral(
                            text.length() == 10
                                    ? LocalDate.parse(text).atStartOfDay()
                                    : LocalDateTime.parse(text.replace(' ', 'T')),
                            span);
                case "TIME" ->
                    new Expr.Cast(
                            new Expr.TextLiteral(String.valueOf(LocalTime.parse(text)), span), Type.TIME, 0, 0, span);
                default -> converter.refuse(literal, "this kind of value has no place in an expression");
            };
        } catch (DateTimeException e) {
            String fix = tag.equals("DATE") ? "write date '2011-01-31'" : "write timestamp '2011-01-31 12:00:00'";
            return converter.refuse(Code.PERIOD, literal, "'" + text + "' is no such date", fix);
        }
    }

    private static @Nullable Expr interval(SqlIntervalLiteral literal, Converter converter) {
        SqlIntervalLiteral.IntervalValue value = literal.getValueAs(SqlIntervalLiteral.IntervalValue.class);
        SqlIntervalQualifier qualifier = value.getIntervalQualifier();
        TimeUnit unit = qualifier.getStartUnit();
        boolean single = qualifier.timeUnitRange.endUnit == null || qualifier.timeUnitRange.endUnit == unit;
        String count = value.getIntervalLiteral().strip();
        if (!single || !count.matches("-?\\d{1,9}") || !FunctionNames.DATE_PARTS.contains(word(unit))) {
            return converter.refuse(Code.SYNTAX, literal, "an interval counts one unit", "write interval '3' day");
        }
        return new Expr.IntervalLiteral(Long.parseLong(count) * value.getSign(), unit.name(), converter.span(literal));
    }

    private static String word(TimeUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
