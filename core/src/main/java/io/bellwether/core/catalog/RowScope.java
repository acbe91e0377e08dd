package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import org.jspecify.annotations.Nullable;

/** Inside of an aggregate or a condition on rows: {@code dataset.field}. */
final class RowScope implements Scope {
    private final Known known;
    private final boolean bareNames;

    /** @param bareNames whether a bare name may stand for a field that only one dataset has */
    RowScope(Known known, boolean bareNames) {
        this.known = known;
        this.bareNames = bareNames;
    }

    @Override
    public @Nullable Typed name(Expr.Name name) {
        String qualifier = name.qualifier();
        if (qualifier == null) {
            return bare(name);
        }
        Dataset dataset = known.dataset(new Located<>(qualifier, qualifierSpan(name)));
        Field field = dataset == null ? null : known.field(dataset, name.name(), name.span());
        return dataset == null || field == null ? null : reference(dataset, field, name);
    }

    private static Span qualifierSpan(Expr.Name name) {
        var span = name.span();
        String qualifier = String.valueOf(name.qualifier());
        boolean asWritten = span.text().startsWith(qualifier);
        return asWritten ? span.file().span(span.start(), span.start() + qualifier.length()) : span;
    }

    private static Typed reference(Dataset dataset, Field field, Expr.Name name) {
        return new Typed(new Expr.FieldRef(dataset.name(), field.name(), field.type(), name.span()), field.type());
    }

    private @Nullable Typed bare(Expr.Name name) {
        var holders = known.datasets().values().stream()
                .filter(dataset -> dataset.field(name.name()).isPresent())
                .toList();
        if (bareNames && holders.size() == 1) {
            Dataset dataset = holders.getFirst();
            return dataset.field(name.name())
                    .map(field -> reference(dataset, field, name))
                    .orElse(null);
        }
        if (known.isMetric(name.name()) && holders.isEmpty()) {
            String message = "\"" + name.name() + "\" is a metric; rows are described by fields";
            known.problems().add(Code.AGGREGATE, name.span(), message, "write dataset.field");
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
        known.problems().add(Code.AGGREGATE, aggregate.span(), "an aggregate cannot stand among rows", fix);
        return null;
    }
}
