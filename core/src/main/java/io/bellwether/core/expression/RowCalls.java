package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.time.TimeCut;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.jspecify.annotations.Nullable;

/**
 * What looks like a function and is a word of ours: {@code per(metric, field, …)} and {@code calendar(time, 'grain')}.
 * Both come out with their names as written and {@link Type#OTHER}; whoever resolves names replaces them.
 */
final class RowCalls {
    static final Set<String> NAMES = Set.of("per", "calendar");

    private final Converter converter;

    RowCalls(Converter converter) {
        this.converter = converter;
    }

    @Nullable
    Expr convert(String name, SqlCall call) {
        List<Expr> arguments = converter.all(call.getOperandList());
        if (arguments == null) {
            return null;
        }
        return name.equals("per") ? per(call, arguments) : calendar(call, arguments);
    }

    private @Nullable Expr per(SqlCall call, List<Expr> arguments) {
        List<Expr.FieldRef> by = new ArrayList<>();
        for (Expr argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
            if (argument instanceof Expr.Name field) {
                String qualifier = field.qualifier() == null ? "" : field.qualifier();
                by.add(new Expr.FieldRef(qualifier, field.name(), Type.OTHER, field.span()));
            }
        }
        boolean whole = by.size() == arguments.size() - 1 && !by.isEmpty();
        if (whole && arguments.getFirst() instanceof Expr.Name metric && metric.qualifier() == null) {
            return new Expr.Per(metric.name(), List.copyOf(by), Type.OTHER, converter.span(call));
        }
        String message = "\"per\" takes a metric and the fields that it is taken per";
        return converter.refuse(Code.ARGUMENTS, call, message, "write per(orders, customers.id)");
    }

    private @Nullable Expr calendar(SqlCall call, List<Expr> arguments) {
        if (arguments.size() == 2 && arguments.get(1) instanceof Expr.TextLiteral word) {
            var cut = new TimeCut.Named(word.value());
            return new Expr.CalendarRef(arguments.getFirst(), cut, Type.OTHER, converter.span(call));
        }
        String message = "\"calendar\" takes a time and the name of a grain";
        return converter.refuse(Code.ARGUMENTS, call, message, "write calendar(sales.sold_at, 'month')");
    }
}
