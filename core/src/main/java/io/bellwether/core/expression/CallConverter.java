package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.jspecify.annotations.Nullable;

/** Operators and functions of Calcite to those of the allow-list. */
final class CallConverter {
    private static final Map<String, Function> OPERATORS = Map.ofEntries(
            Map.entry("+", Function.ADD),
            Map.entry("-", Function.SUBTRACT),
            Map.entry("*", Function.MULTIPLY),
            Map.entry("/", Function.DIVIDE),
            Map.entry("%", Function.MODULO),
            Map.entry("=", Function.EQUAL),
            Map.entry("<>", Function.NOT_EQUAL),
            Map.entry("!=", Function.NOT_EQUAL),
            Map.entry("<", Function.LESS),
            Map.entry("<=", Function.LESS_OR_EQUAL),
            Map.entry(">", Function.GREATER),
            Map.entry(">=", Function.GREATER_OR_EQUAL),
            Map.entry("AND", Function.AND),
            Map.entry("OR", Function.OR),
            Map.entry("NOT", Function.NOT),
            Map.entry("IS NULL", Function.IS_NULL),
            Map.entry("IS UNKNOWN", Function.IS_NULL),
            Map.entry("IS NOT NULL", Function.IS_NOT_NULL),
            Map.entry("IS NOT UNKNOWN", Function.IS_NOT_NULL),
            Map.entry("IS TRUE", Function.IS_TRUE),
            Map.entry("IS NOT TRUE", Function.IS_NOT_TRUE),
            Map.entry("IS FALSE", Function.IS_FALSE),
            Map.entry("IS NOT FALSE", Function.IS_NOT_FALSE),
            Map.entry("IS DISTINCT FROM", Function.IS_DISTINCT_FROM),
            Map.entry("IS NOT DISTINCT FROM", Function.IS_NOT_DISTINCT_FROM),
            Map.entry("||", Function.CONCAT),
            Map.entry("POSIX REGEX CASE SENSITIVE", Function.REGEXP_LIKE));

    private static final Set<Function> WITH_UNIT =
            EnumSet.of(Function.DATE_TRUNC, Function.EXTRACT, Function.DATE_DIFF, Function.DATE_ADD);

    private final Converter converter;

    CallConverter(Converter converter) {
        this.converter = converter;
    }

    @Nullable
    Expr convert(SqlCall call) {
        String name = call.getOperator().getName();
        if (call.getOperator() instanceof SqlBetweenOperator between) {
            return between(call, between);
        }
        if (call.getOperator() instanceof SqlLikeOperator like) {
            return like(call, like);
        }
        if (call.getOperator() instanceof SqlFunction function) {
            var id = function.getNameAsId();
            return function(call, id.names.size() > 1 ? id.toString() : name);
        }
        return switch (call.getKind()) {
            case MINUS_PREFIX -> unary(call, Function.NEGATE);
            case PLUS_PREFIX -> converter.convert(call.operand(0));
            case INTERVAL -> interval(call);
            default -> operator(call, name);
        };
    }

    private @Nullable Expr operator(SqlCall call, String name) {
        Function function = OPERATORS.get(name.toUpperCase(Locale.ROOT));
        if (function == null || call.operandCount() > 2) {
            String message = (name.startsWith("$") ? "this" : "\"" + name + "\"") + " has no place in an expression";
            return converter.refuse(Code.FORBIDDEN, call, message, null);
        }
        List<Expr> arguments = converter.all(call.getOperandList());
        return arguments == null ? null : new Expr.Call(function, arguments, converter.span(call));
    }

    /** {@code interval 7 day}, its number without quotes. */
    private @Nullable Expr interval(SqlCall call) {
        if (call.operand(0) instanceof SqlLiteral count
                && call.operand(1) instanceof SqlIntervalQualifier unit
                && String.valueOf(count.toValue()).matches("\\d{1,9}")
                && FunctionNames.DATE_PARTS.contains(unit.toString().toLowerCase(Locale.ROOT))) {
            return new Expr.IntervalLiteral(
                    Long.parseLong(String.valueOf(count.toValue())), unit.toString(), converter.span(call));
        }
        return converter.refuse(Code.SYNTAX, call, "an interval counts one unit", "write interval '3' day");
    }

    private @Nullable Expr unary(SqlCall call, Function function) {
        Expr argument = converter.convert(call.operand(0));
        if (argument instanceof Expr.NumberLiteral number && function == Function.NEGATE) {
            return new Expr.NumberLiteral(number.value().negate(), converter.span(call));
        }
        return argument == null ? null : new Expr.Call(function, List.of(argument), converter.span(call));
    }

    private @Nullable Expr between(SqlCall call, SqlBetweenOperator operator) {
        List<Expr> arguments = converter.all(call.getOperandList());
        if (arguments == null) {
            return null;
        }
        Span span = converter.span(call);
        Expr between = new Expr.Call(Function.BETWEEN, arguments, span);
        if (operator.flag == SqlBetweenOperator.Flag.SYMMETRIC) {
            Expr turned = Spellings.call(Function.BETWEEN, span, arguments.get(0), arguments.get(2), arguments.get(1));
            between = Spellings.call(Function.OR, span, between, turned);
        }
        return operator.isNegated() ? Spellings.call(Function.NOT, span, between) : between;
    }

    /** {@code ilike} compares lower case with lower case. */
    private @Nullable Expr like(SqlCall call, SqlLikeOperator operator) {
        String name = operator.getName().toUpperCase(Locale.ROOT);
        if (name.endsWith("RLIKE")) {
            List<Expr> both = converter.all(call.getOperandList());
            Span span = converter.span(call);
            Expr like = both == null ? null : new Expr.Call(Function.REGEXP_LIKE, both, span);
            return like == null || !operator.isNegated() ? like : Spellings.call(Function.NOT, span, like);
        }
        if (!name.endsWith("LIKE")) {
            return converter.refuse(call, "\"" + operator.getName() + "\" has no place in an expression");
        }
        List<Expr> arguments = converter.all(call.getOperandList());
        if (arguments == null) {
            return null;
        }
        if (arguments.size() > 2
                && !(arguments.get(2) instanceof Expr.TextLiteral text
                        && text.value().length() == 1)) {
            String fix = "write like 'a!%' escape '!'";
            return converter.refuse(Code.ARGUMENTS, call, "what escapes is one letter or sign", fix);
        }
        if (arguments.size() > 2 && arguments.get(1) instanceof Expr.TextLiteral pattern) {
            char escape = ((Expr.TextLiteral) arguments.get(2)).value().charAt(0);
            arguments = List.of(arguments.get(0), escaped(pattern, escape), arguments.get(2));
        }
        if (name.endsWith("ILIKE")) {
            arguments = arguments.stream().map(CallConverter::lower).toList();
        }
        Function function = operator.isNegated() ? Function.NOT_LIKE : Function.LIKE;
        return new Expr.Call(function, arguments, converter.span(call));
    }

    /** The pattern without escapes of what is no sign of a pattern: some engines take them for a mistake. */
    private static Expr escaped(Expr.TextLiteral pattern, char escape) {
        String text = pattern.value();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length();
            if (c != escape || last) {
                kept.append(c);
            } else {
                char next = text.charAt(++i);
                kept.append(next == '%' || next == '_' || next == escape ? "" + c + next : "" + next);
            }
        }
        return new Expr.TextLiteral(kept.toString(), pattern.span());
    }

    private static Expr lower(Expr text) {
        return text instanceof Expr.TextLiteral one && one.value().length() == 1
                ? new Expr.TextLiteral(one.value().toLowerCase(Locale.ROOT), one.span())
                : new Expr.Call(Function.LOWER, List.of(text), text.span());
    }

    private @Nullable Expr function(SqlCall call, String written) {
        String name = written.toLowerCase(Locale.ROOT);
        if (Clock.isWord(name)) {
            return Clock.convert(name, call, converter);
        }
        if (FunctionNames.DATE_PARTS.contains(name) && call.operandCount() == 1) {
            Expr value = converter.convert(call.operand(0));
            return value == null ? null : extract(name, value, converter.span(call));
        }
        if (RowCalls.NAMES.contains(name)) {
            return new RowCalls(converter).convert(name, call);
        }
        if (name.equals("if") && call.operandCount() == 3) {
            return conditional(call);
        }
        if (name.equals("try_cast") || name.equals("safe_cast")) {
            return converter.tryCast(call);
        }
        if (name.equals("trim") && call.operandCount() == 3) {
            return trim(call);
        }
        FunctionNames.Scalar found = FunctionNames.scalar(name);
        Spellings.Spelling spelling = Spellings.of(name);
        if (spelling != null && (found == null || call.operandCount() < found.least())) {
            return respelled(name, spelling, call);
        }
        if (found == null) {
            String fix = Nearest.of(name, FunctionNames.all())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("the reference lists the functions that definitions may use");
            return converter.refuse(Code.FUNCTION, call, "no function \"" + written + "\" in expressions", fix);
        }
        List<Expr> arguments = arguments(call, found.function());
        if (arguments == null) {
            return null;
        }
        return isCount(name, found.least(), found.most(), call) ? build(call, found.function(), arguments) : null;
    }

    private @Nullable Expr respelled(String name, Spellings.Spelling spelling, SqlCall call) {
        if (!isCount(name, spelling.least(), spelling.most(), call)) {
            return null;
        }
        List<Expr> arguments = converter.all(call.getOperandList());
        return arguments == null ? null : spelling.of(arguments, converter.span(call));
    }

    private boolean isCount(String name, int least, int most, SqlCall call) {
        int count = call.operandCount();
        if (count >= least && count <= most) {
            return true;
        }
        String wanted = least == most ? "" + least : least + " to " + most;
        String message = "\"" + name + "\" takes " + wanted + (wanted.equals("1") ? " argument" : " arguments")
                + ", not " + count;
        converter.refuse(Code.ARGUMENTS, call, message, null);
        return false;
    }

    private @Nullable Expr build(SqlCall call, Function function, List<Expr> arguments) {
        Span span = converter.span(call);
        if (WITH_UNIT.contains(function)) {
            return ofUnit(call, function, arguments);
        }
        if (function == Function.SUBSTRING && !isWithin(call, arguments)) {
            return null;
        }
        if ((function == Function.LPAD || function == Function.RPAD) && arguments.size() == 2) {
            return new Expr.Call(function, List.of(arguments.get(0), arguments.get(1), blank(span)), span);
        }
        if (function == Function.CONCAT) {
            return arguments.stream()
                    .reduce((a, b) -> new Expr.Call(Function.CONCAT, List.of(a, b), span))
                    .orElseThrow();
        }
        return new Expr.Call(function, arguments, span);
    }

    /** What stands before the first letter is one thing for some engines, the last letters for others, nothing for the rest. */
    private boolean isWithin(SqlCall call, List<Expr> arguments) {
        boolean before = arguments.get(1) instanceof Expr.NumberLiteral from
                && from.value().compareTo(BigDecimal.ONE) < 0;
        boolean negative = arguments.size() > 2
                && arguments.get(2) instanceof Expr.NumberLiteral length
                && length.value().signum() < 0;
        if (before || negative) {
            converter.refuse(
                    Code.ARGUMENTS,
                    call,
                    before ? "the first letter of a text is 1" : "a text has no fewer letters than 0",
                    "write left(text, n) for the first letters, right(text, n) for the last");
        }
        return !before && !negative;
    }

    private @Nullable Expr ofUnit(SqlCall call, Function function, List<Expr> arguments) {
        List<Expr> sorted = new ArrayList<>(arguments);
        if (function == Function.DATE_TRUNC && !(sorted.getFirst() instanceof Expr.TextLiteral)) {
            Collections.reverse(sorted); // date_trunc(x, month)
        }
        String unit = sorted.getFirst() instanceof Expr.TextLiteral text ? TimeUnits.of(text.value(), function) : null;
        if (unit == null) {
            String fix = "one of 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'"
                    + (function == Function.EXTRACT ? ", 'dow', 'isodow', 'doy', 'isoyear'" : "");
            return converter.refuse(Code.ARGUMENTS, call, "the first argument is a unit of time", fix);
        }
        Span span = converter.span(call);
        if (unit.equals(TimeUnits.DAY_OF_WEEK)) {
            return Spellings.dayOfWeek(sorted.getLast(), span);
        }
        sorted.set(0, new Expr.TextLiteral(unit, sorted.getFirst().span()));
        return new Expr.Call(function, List.copyOf(sorted), span);
    }

    /** The operands as arguments: units of time become texts, {@code trim}'s flags another function. */
    private @Nullable List<Expr> arguments(SqlCall call, Function function) {
        List<Expr> arguments = new ArrayList<>();
        List<SqlNode> operands = call.getOperandList();
        for (int at = 0; at < operands.size(); at++) {
            SqlNode operand = operands.get(at);
            // date_trunc(x, month), and not a column called day in date_trunc('month', day)
            boolean turned = function == Function.DATE_TRUNC
                    && !arguments.isEmpty()
                    && !(arguments.getFirst() instanceof Expr.TextLiteral);
            boolean unit = WITH_UNIT.contains(function) && (at == 0 || turned);
            Optional<String> word = unit
                    ? TimeUnits.word(operand, converter.span(operand).text())
                            .filter(w -> TimeUnits.of(w, function) != null)
                    : Optional.empty();
            Expr argument = word.isPresent()
                    ? new Expr.TextLiteral(word.get().toLowerCase(Locale.ROOT), converter.span(operand))
                    : operand instanceof SqlIntervalQualifier && at > 0
                            ? new Expr.Name(null, converter.span(operand).text(), converter.span(operand))
                            : converter.convert(operand);
            if (argument != null) {
                arguments.add(argument);
            }
        }
        return arguments.size() == operands.size() ? arguments : null;
    }

    /** {@code trim(leading 'x' from y)}. */
    private @Nullable Expr trim(SqlCall call) {
        Function function = call.operand(0) instanceof SqlLiteral flag
                ? switch (String.valueOf(flag.getValue())) {
                    case "LEADING" -> Function.LTRIM;
                    case "TRAILING" -> Function.RTRIM;
                    default -> Function.TRIM;
                }
                : Function.TRIM;
        Expr value = converter.convert(call.operand(2));
        Expr off = converter.convert(call.operand(1));
        if (value == null || off == null) {
            return null;
        }
        boolean blank = off instanceof Expr.TextLiteral text && text.value().equals(" ");
        return new Expr.Call(function, blank ? List.of(value) : List.of(value, off), converter.span(call));
    }

    private static Expr blank(Span span) {
        return new Expr.TextLiteral(" ", span);
    }

    private static Expr extract(String part, Expr value, Span span) {
        return new Expr.Call(Function.EXTRACT, List.of(new Expr.TextLiteral(part, span), value), span);
    }

    private @Nullable Expr conditional(SqlCall call) {
        List<Expr> parts = converter.all(call.getOperandList());
        return parts == null
                ? null
                : new Expr.Case(List.of(new Expr.When(parts.get(0), parts.get(1))), parts.get(2), converter.span(call));
    }
}
