package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.OssieCodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inside of an aggregate or a condition on rows: {@code dataset.field}, {@code role.field}, {@code self.field},
 * {@code time.grain}.
 */
final class RowScope implements Scope {
    private final Known known;
    private final boolean bareNames;

    private final boolean windows;

    /** @param bareNames whether a bare name may stand for a field that only one dataset has */
    RowScope(Known known, boolean bareNames) {
        this(known, bareNames, false);
    }

    /** @param windows whether rows around a row may have a say in it */
    RowScope(Known known, boolean bareNames, boolean windows) {
        this.windows = windows;
        this.known = known;
        this.bareNames = bareNames;
    }

    /** A dataset's name comes first, then a role; {@code time} and {@code self} are what they are if neither has the name. */
    @Override
    public @Nullable Typed name(Expr.Name name) {
        String qualifier = name.qualifier();
        if (qualifier == null) {
            return bare(name);
        }
        Dataset dataset = known.spelled(qualifier);
        Field field = dataset == null ? null : dataset.open(name.name()).orElse(null);
        if (dataset != null && field != null) {
            return reference(dataset, field, name);
        }
        if (known.roles().isRole(qualifier)) {
            return known.roles().field(name);
        }
        if (dataset != null) {
            known.unknownField(dataset, name.name(), name.span());
            return null;
        }
        return switch (qualifier) {
            case "time" -> time(name);
            case "self" ->
                known.roles()
                        .field(
                                name,
                                qualifier,
                                new LinkedHashSet<>(known.datasets().values()));
            default -> known.roles().field(name);
        };
    }

    private @Nullable Typed time(Expr.Name name) {
        TimeWords.Cut cut = known.timeWords().cut(name.name(), name.span(), known);
        return cut == null ? null : new Typed(new Expr.TimeRef(cut.cut(), cut.type(), name.span()), cut.type());
    }

    private static Typed reference(Dataset dataset, Field field, Expr.Name name) {
        return new Typed(new Expr.FieldRef(dataset.name(), field.name(), field.type(), name.span()), field.type());
    }

    @Override
    public @Nullable Expr expression(Expr.FieldRef field) {
        return known.expression(field);
    }

    private @Nullable Typed bare(Expr.Name name) {
        var holders = known.datasets().values().stream()
                .filter(dataset -> dataset.open(name.name()).isPresent())
                .toList();
        if (bareNames && holders.size() == 1) {
            Dataset dataset = holders.getFirst();
            return dataset.open(name.name())
                    .map(field -> reference(dataset, field, name))
                    .orElse(null);
        }
        if (known.isMetric(name.name()) && holders.isEmpty()) {
            String message = "\"" + name.name() + "\" is a metric; rows are described by fields";
            String fix = "write dataset.field, or per(" + name.name() + ", dataset.field)";
            known.problems().add(Code.AGGREGATE, name.span(), message, fix);
        } else if (!holders.isEmpty()) {
            String candidates = String.join(
                    " or ",
                    holders.stream().map(d -> d.name() + "." + name.name()).toList());
            String message = "\"" + name.name() + "\" needs the dataset that it belongs to";
            known.problems().add(Code.BARE_FIELD, name.span(), message, "write " + candidates);
        } else {
            known.unknownField(name);
        }
        return null;
    }

    @Override
    public @Nullable Typed aggregate(Expr.Aggregate aggregate) {
        String fix = "make the inner one a metric or a field of its own";
        String ossie = bareNames ? OssieCodes.AGGREGATE_IN_WHERE : OssieCodes.NESTED_AGGREGATION_DEFERRED;
        known.problems()
                .add(Code.AGGREGATE
                        .at(aggregate.span(), "an aggregate cannot stand among rows", fix)
                        .asOssie(ossie));
        return null;
    }

    @Override
    public @Nullable Typed window(Expr.Window window) {
        if (windows) {
            Binder rows = new Binder(new RowScope(known, bareNames), known.problems());
            return new WindowScope(rows, known.problems()).plain(window);
        }
        String message = "rows are chosen before windows are opened over them";
        known.problems()
                .add(Code.FORBIDDEN
                        .at(window.span(), message, "make the window a field of its dataset")
                        .asOssie(bareNames ? OssieCodes.WINDOW_IN_WHERE : OssieCodes.NESTED_AGGREGATION_DEFERRED));
        return null;
    }

    @Override
    public @Nullable Typed per(Expr.Per per) {
        List<Expr.FieldRef> by = new ArrayList<>();
        for (Expr.FieldRef field : per.by()) {
            String qualifier = field.dataset().isEmpty() ? null : field.dataset();
            Typed typed = name(new Expr.Name(qualifier, field.field(), field.span()));
            if (typed != null && typed.expr() instanceof Expr.FieldRef found) {
                by.add(found);
            } else if (typed != null) {
                String message = "a metric is taken per field, not per time";
                known.problems().add(Code.ARGUMENTS, field.span(), message, "write per(orders, customers.id)");
            }
        }
        Type type = known.metricTypes().get(per.metric());
        if (type == null) {
            known.isMetric(new Located<>(per.metric(), Parts.of(per.span(), per.metric())));
        }
        return type == null || by.size() < per.by().size()
                ? null
                : new Typed(new Expr.Per(per.metric(), List.copyOf(by), type, per.span()), type);
    }

    @Override
    public @Nullable Typed calendar(Expr.CalendarRef calendar, Typed time) {
        if (!time.type().isTemporal() && time.type() != Type.OTHER) {
            String message = "\"calendar\" takes a date or a timestamp, not " + Types.word(time.type());
            known.problems().add(Code.TYPE, calendar.time().span(), message, null);
            return null;
        }
        TimeWords.Cut cut = known.timeWords().cut(calendar.cut().word(), calendar.span(), known);
        return cut == null
                ? null
                : new Typed(new Expr.CalendarRef(time.expr(), cut.cut(), cut.type(), calendar.span()), cut.type());
    }
}
