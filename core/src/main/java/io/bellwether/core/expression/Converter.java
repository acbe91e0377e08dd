package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.OssieCodes;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.jspecify.annotations.Nullable;

/** Calcite's tree to ours. What it does not name, it refuses; null means refused, with a problem. */
final class Converter {
    /** A field and the roles that lead to it; nobody follows more joins in one name. */
    private static final int MAX_PARTS = 6;

    private final Positions positions;
    private final Problems problems;
    private final CallConverter calls;
    private final AggregateConverter aggregates;
    private final WindowConverter windows;

    Converter(Positions positions, Problems problems) {
        this.positions = positions;
        this.problems = problems;
        this.calls = new CallConverter(this);
        this.aggregates = new AggregateConverter(this);
        this.windows = new WindowConverter(this);
    }

    @Nullable
    Expr convert(SqlNode node) {
        return switch (node) {
            case SqlLiteral literal -> Literals.convert(literal, this);
            case SqlIdentifier name -> name(name);
            case SqlCase cases -> cases(cases);
            case SqlCall call -> call(call);
            default -> refuse(node, "this has no place in an expression");
        };
    }

    /** All of them, or null where one is refused; the others are looked at nevertheless. */
    @Nullable
    List<Expr> all(List<? extends SqlNode> nodes) {
        List<Expr> converted = new ArrayList<>();
        for (SqlNode node : nodes) {
            Expr expr = convert(node);
            if (expr != null) {
                converted.add(expr);
            }
        }
        return converted.size() == nodes.size() ? converted : null;
    }

    Span span(SqlNode node) {
        return positions.span(node);
    }

    @Nullable
    Expr refuse(SqlNode node, String message) {
        return refuse(Code.FORBIDDEN, node, message, null);
    }

    @Nullable
    Expr refuse(Code code, SqlNode node, String message, @Nullable String fix) {
        problems.add(code, span(node), message, fix);
        return null;
    }

    /** Refused under another name of Ossie's than the code's own. */
    void refuseAs(String ossie, SqlNode node, String message) {
        problems.add(Code.FORBIDDEN.at(span(node), message, null).asOssie(ossie));
    }

    @Nullable
    Expr refuseNested(SqlNode window) {
        problems.add(Code.AGGREGATE
                .at(span(window), "windows do not nest", "make the inner one a field")
                .asOssie(OssieCodes.NESTED_WINDOW));
        return null;
    }

    AggregateConverter aggregates() {
        return aggregates;
    }

    /** {@code role.role.field}: what stands before the last dot is the qualifier. */
    private @Nullable Expr name(SqlIdentifier name) {
        if (name.isStar()) {
            return refuse(Code.FORBIDDEN, name, "\"*\" stands only in count(*)", null);
        }
        String first = name.names.get(0);
        if (name.names.size() > MAX_PARTS) {
            String fix = "write dataset.field, role.field or role.role.field";
            return refuse(Code.FORBIDDEN, name, "a name has at most " + MAX_PARTS + " parts", fix);
        }
        if (name.names.size() == 1 && Clock.BARE.contains(first.toLowerCase(Locale.ROOT)) && !quoted(name)) {
            return Clock.convert(first.toLowerCase(Locale.ROOT), name, this);
        }
        int last = name.names.size() - 1;
        String qualifier = last == 0 ? null : String.join(".", name.names.subList(0, last));
        return new Expr.Name(qualifier, name.names.get(last), span(name));
    }

    private static boolean quoted(SqlIdentifier name) {
        return name.isComponentQuoted(0);
    }

    private @Nullable Expr call(SqlCall call) {
        SqlKind kind = call.getKind();
        return switch (kind) {
            case SELECT,
                    UNION,
                    INTERSECT,
                    EXCEPT,
                    VALUES,
                    ORDER_BY,
                    WITH,
                    SCALAR_QUERY,
                    EXISTS,
                    UNIQUE,
                    ARRAY_QUERY_CONSTRUCTOR,
                    MULTISET_QUERY_CONSTRUCTOR,
                    MAP_QUERY_CONSTRUCTOR,
                    CURSOR,
                    EXPLICIT_TABLE ->
                refuse(Code.FORBIDDEN, call, "no subqueries in an expression", "define a dataset or a metric for it");
            case OVER -> windows.convert(call);
            case WITHIN_DISTINCT, IGNORE_NULLS, RESPECT_NULLS, NEXT_VALUE, CURRENT_VALUE ->
                refuse(Code.FORBIDDEN, call, "this has no place in an expression", null);
            case FILTER, WITHIN_GROUP -> aggregates.convert(call);
            case CAST, SAFE_CAST -> cast(call, kind == SqlKind.SAFE_CAST);
            case IN, NOT_IN -> in(call);
            case DYNAMIC_PARAM -> refuse(call, "no parameters in an expression");
            default -> aggregates.isAggregate(call) ? aggregates.convert(call) : calls.convert(call);
        };
    }

    private @Nullable Expr cases(SqlCase cases) {
        SqlNode subject = cases.getValueOperand();
        Expr value = subject == null ? null : convert(subject);
        List<Expr.When> whens = new ArrayList<>();
        for (int at = 0; at < cases.getWhenOperands().size(); at++) {
            SqlNode when = cases.getWhenOperands().get(at);
            Expr condition = convert(when);
            Expr result = convert(cases.getThenOperands().get(at));
            if (condition != null && result != null) {
                Expr test = value == null
                        ? condition
                        : new Expr.Call(Function.EQUAL, List.of(value, condition), condition.span());
                whens.add(new Expr.When(test, result));
            }
        }
        SqlNode otherwise = cases.getElseOperand();
        Expr last = otherwise == null ? null : convert(otherwise);
        boolean whole = whens.size() == cases.getWhenOperands().size()
                && (subject == null || value != null)
                && (otherwise == null || last != null);
        return whole ? new Expr.Case(List.copyOf(whens), last, span(cases)) : null;
    }

    /** {@code try_cast(x as integer)}. */
    @Nullable
    Expr tryCast(SqlCall call) {
        return call.operandCount() == 2 ? cast(call, true) : refuse(call, "a cast names a type");
    }

    private @Nullable Expr cast(SqlCall call, boolean orNull) {
        Expr value = convert(call.operand(0));
        if (!(call.operand(1) instanceof SqlDataTypeSpec spec)) {
            return refuse(call, "a cast names a type");
        }
        CastTypes.Found type = CastTypes.of(spec);
        if (type == null) {
            String fix = "use boolean, integer, decimal(p, s), double, text, date, timestamp or time";
            return refuse(Code.FUNCTION, spec, "no type \"" + spec + "\"", fix);
        }
        return value == null
                ? null
                : new Expr.Cast(value, type.type(), type.precision(), type.scale(), orNull, span(call));
    }

    private @Nullable Expr in(SqlCall call) {
        if (!(call.operand(1) instanceof SqlNodeList list)) {
            return convert(call.operand(1)) == null ? null : refuse(call, "\"in\" takes a list in parentheses");
        }
        Expr value = convert(call.operand(0));
        List<Expr> options = all(list.getList());
        boolean negated = call.getKind() == SqlKind.NOT_IN;
        return value == null || options == null ? null : new Expr.In(value, options, negated, span(call));
    }
}
