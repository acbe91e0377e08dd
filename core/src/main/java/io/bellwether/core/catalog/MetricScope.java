package io.bellwether.core.catalog;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.expression.WindowFunction;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.OssieCodes;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formula of a metric: aggregates over rows, and other metrics by their bare names. */
final class MetricScope implements Scope {
    private final Known known;
    private final Map<String, Type> metricTypes;
    private final Map<String, Span> inputs;
    private final Binder rows;
    private final boolean inWindow;

    /** @param metricTypes of the metrics that are resolved already; one that is missing is broken */
    MetricScope(Known known, Map<String, Type> metricTypes) {
        this(known, metricTypes, Map.of());
    }

    /** @param inputs the formula's own names, for who misspells one */
    MetricScope(Known known, Map<String, Type> metricTypes, Map<String, Span> inputs) {
        this(known, metricTypes, inputs, false);
    }

    /** @param inWindow where fields stand for what rows are grouped by */
    private MetricScope(Known known, Map<String, Type> metricTypes, Map<String, Span> inputs, boolean inWindow) {
        this.inputs = inputs;
        this.known = known;
        this.inWindow = inWindow;
        this.metricTypes = metricTypes;
        this.rows = new Binder(new RowScope(known, false), known.problems());
    }

    @Override
    public @Nullable Typed name(Expr.Name name) {
        if (name.qualifier() != null) {
            Typed field = rows.bind(name);
            if (inWindow) {
                return field;
            }
            if (field != null) {
                String fix = "write " + (field.type().isNumeric() ? "sum(" : "count(") + name.text() + ")";
                outside(name.text(), name, field.expr() instanceof Expr.FieldRef ? fix : null);
            }
            return null;
        }
        Type type = metricTypes.get(name.name());
        if (known.windowed().contains(name.name())) {
            return composed(name);
        }
        if (type != null) {
            return new Typed(new Expr.MetricRef(name.name(), name.span()), type);
        }
        if (known.isMetric(name.name())) {
            return null;
        }
        String qualified = known.qualified(name.name()).orElse(null);
        if (qualified == null) {
            Map<String, Span> names = new LinkedHashMap<>(inputs);
            known.metricNames().forEach(names::putIfAbsent);
            known.unknown(
                    inputs.isEmpty() ? "metric" : "metric or input", new Located<>(name.name(), name.span()), names);
        } else {
            String message = "no metric named \"" + name.name() + "\"; there is a field of that name";
            known.problems().add(Code.BARE_FIELD, name.span(), message, "write sum(" + qualified + ")");
        }
        return null;
    }

    private @Nullable Typed composed(Expr.Name name) {
        String message = "\"" + name.name() + "\" is over a window, which no other metric is made of";
        known.problems()
                .add(Code.NOT_COMPUTED
                        .at(name.span(), message, "write the window in this metric itself")
                        .asOssie(OssieCodes.WINDOWED_METRIC_COMPOSITION));
        return null;
    }

    private @Nullable Typed outside(String what, Expr place, @Nullable String fix) {
        String message = "\"" + what + "\" has a value per row; a metric has one per period";
        known.problems().add(Code.OUTSIDE_AGGREGATE, place.span(), message, fix);
        return null;
    }

    @Override
    public @Nullable Typed per(Expr.Per per) {
        return outside("per", per, "write it in where, or inside of an aggregate");
    }

    @Override
    public @Nullable Typed calendar(Expr.CalendarRef calendar, Typed time) {
        return outside("calendar", calendar, "write it in where, or inside of an aggregate");
    }

    @Override
    public @Nullable Expr expression(Expr.FieldRef field) {
        return known.expression(field);
    }

    @Override
    public @Nullable Typed window(Expr.Window window) {
        MetricScope inside = new MetricScope(known, metricTypes, inputs, true);
        WindowScope windows = new WindowScope(new Binder(inside, known.problems()), known.problems());
        if (window.function() != WindowFunction.OF_AGGREGATE
                || isOfGroups(((Expr.Aggregate) window.arguments().getFirst()).argument())) {
            return windows.plain(window);
        }
        Typed aggregate = aggregate((Expr.Aggregate) window.arguments().getFirst());
        return aggregate == null ? null : windows.ofGroups(window, (Expr.Aggregate) aggregate.expr(), aggregate.type());
    }

    /** Whether a group has one value of it: it holds an aggregate, or a metric. */
    private boolean isOfGroups(@Nullable Expr argument) {
        return argument != null
                && (Exprs.holds(argument, Expr.Aggregate.class::isInstance)
                        || !Datasets.bareNames(argument).isEmpty());
    }

    @Override
    public @Nullable Typed aggregate(Expr.Aggregate aggregate) {
        Expr argument = aggregate.argument();
        Expr filter = aggregate.filter();
        Typed bound = argument == null ? null : rows.bind(argument);
        Expr condition = filter == null ? null : rows.condition(filter);
        if (argument != null && bound == null || filter != null && condition == null) {
            return null;
        }
        Expr value = bound == null ? null : listed(aggregate.function(), bound.expr());
        Expr.Aggregate resolved =
                new Expr.Aggregate(aggregate.function(), value, condition, aggregate.fraction(), aggregate.span());
        boolean open = Datasets.in(resolved).stream().noneMatch(known.datasets()::containsKey);
        if (open && !known.isTheOnly(resolved)) {
            String message = "nothing says which dataset's rows are meant";
            known.problems()
                    .add(Code.OUTSIDE_AGGREGATE
                            .at(aggregate.span(), message, "write count(dataset.column)")
                            .asOssie(OssieCodes.AMBIGUOUS_MEASURE_GRAIN));
            return null;
        }
        Type of = bound == null ? Type.OTHER : bound.type();
        if (of == Type.BOOLEAN && value != null && isExtreme(aggregate.function())) {
            return new Typed(Exprs.ofTruth(resolved), Type.BOOLEAN);
        }
        Type type = Typing.of(aggregate.function(), of);
        if (type == null) {
            known.problems().add(Code.TYPE, aggregate.span(), complaint(aggregate.function(), of), fix(of));
            return null;
        }
        return new Typed(resolved, type);
    }

    /** Of each text once there is no order but that of the texts. */
    private static Expr listed(AggregateFunction function, Expr value) {
        if (function != AggregateFunction.LIST_DISTINCT || !(value instanceof Expr.Call list)) {
            return value;
        }
        List<Expr> parts = new ArrayList<>(list.arguments());
        parts.set(2, parts.getFirst());
        return new Expr.Call(list.function(), parts, list.span());
    }

    private static boolean isExtreme(AggregateFunction function) {
        return function == AggregateFunction.MIN || function == AggregateFunction.MAX;
    }

    private static String complaint(AggregateFunction function, Type type) {
        String name = function.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "cannot take the " + name + " of " + Types.word(type);
    }

    private static @Nullable String fix(Type type) {
        return switch (type) {
            case BOOLEAN -> "write count_if(x)";
            case TEXT -> "count them, or convert them: cast(x as decimal(18, 2))";
            case DATE, TIMESTAMP, TIMESTAMP_TZ -> "write date_diff('day', from, to) inside";
            case INTEGER, DECIMAL, DOUBLE, TIME, INTERVAL, OTHER -> null;
        };
    }
}
