package io.bellwether.core.catalog;

import io.bellwether.core.definition.DatasetDefinition;
import io.bellwether.core.definition.DatasetDefinition.FieldDefinition;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.OssieCodes;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one dataset, each written out until it stands on columns alone. */
final class FieldResolver {
    /** Fields on fields double in size at each step if they are used twice; nobody means more than this. */
    private static final int MAX_SIZE = 5_000;

    private final DatasetDefinition definition;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, FieldDefinition> written = new LinkedHashMap<>();
    private final Map<String, Optional<Typed>> done = new HashMap<>();
    private final List<String> chain = new ArrayList<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean later;
    private final Known known;
    private final Binder binder;

    FieldResolver(DatasetDefinition definition, List<Column> columns, Known known) {
        this.definition = definition;
        this.known = known;
        columns.forEach(column -> this.columns.put(column.name(), column));
        definition.fields().forEach(field -> written.put(field.name().value(), field));
        this.binder = new Binder(
                new FieldScope(
                        definition.name().value(),
                        this.columns,
                        written.keySet(),
                        this::other,
                        this::foreign,
                        name -> isColumn(name) && chain.contains(name),
                        known),
                known.problems());
    }

    /** The field that every column is. */
    Field column(Column column) {
        var span = definition.name().span();
        Expr expr = new Expr.ColumnRef(column.name(), column.type(), span);
        return new Field(column.name(), null, null, expr, column.type(), null, span);
    }

    @Nullable
    Field field(FieldDefinition field) {
        Typed typed = resolve(field).orElse(null);
        return typed == null
                ? null
                : new Field(
                        field.name().value(),
                        text(field.label()),
                        text(field.description()),
                        typed.expr(),
                        typed.type(),
                        grain(field, typed.type()),
                        field.name().span());
    }

    private @Nullable Grain grain(FieldDefinition field, Type type) {
        Located<String> word = field.grain();
        if (word != null && !type.isTemporal() && type != Type.OTHER) {
            String message = "\"" + field.name().value() + "\" is " + Types.word(type) + ", which has no grain";
            known.problems().add(Code.TIME_TYPE, word.span(), message, "remove the grain, or add type: timestamp");
        }
        return word == null ? null : Grain.of(word.value()).orElse(null);
    }

    /** A condition on the dataset's rows, over columns alone. */
    @Nullable
    Expr condition(Expr expr) {
        return binder.condition(expr);
    }

    /** The fields that read other datasets, by name. */
    Set<String> waiting() {
        return Set.copyOf(waiting).isEmpty() ? Set.of() : new LinkedHashSet<>(waiting);
    }

    /** One of those, now that every dataset is known. */
    @Nullable
    Field later(String name) {
        if (!later) {
            later = true;
            waiting.forEach(done::remove);
        }
        return field(Objects.requireNonNull(written.get(name)));
    }

    /** A field of another dataset, or of the one that a relationship leads to. */
    private @Nullable Typed foreign(Expr.Name name) {
        if (!later) {
            waiting.addAll(chain);
            return null;
        }
        Dataset dataset = known.spelled(String.valueOf(name.qualifier()));
        FieldResolver resolver = dataset == null ? null : known.waiting().get(dataset.name());
        FieldDefinition field = resolver == null ? null : resolver.written.get(name.name());
        if (dataset == null || resolver == null || field == null || !resolver.waiting.contains(name.name())) {
            Typed typed = new RowScope(known, false).name(name);
            if (typed != null && !(typed.expr() instanceof Expr.FieldRef)) {
                String message = "a field has no time but its own row's: \"" + name.text() + "\"";
                known.problems().add(Code.OTHER_DATASET, name.span(), message, "write date_trunc('month', x)");
                return null;
            }
            return typed;
        }
        Field found = resolver.chain.contains(name.name()) ? null : resolver.later(name.name());
        if (found == null) {
            if (resolver.chain.contains(name.name())) {
                String message = "the field stands on itself, over another dataset: " + name.text();
                circle(name.span(), message);
            }
            return null;
        }
        return new Typed(new Expr.FieldRef(dataset.name(), found.name(), found.type(), name.span()), found.type());
    }

    private boolean isColumn(String name) {
        return columns.containsKey(name) || columns.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    private @Nullable Typed other(Expr.Name name) {
        FieldDefinition field = written.get(name.name());
        if (field == null) {
            return null;
        }
        int at = chain.indexOf(name.name());
        if (at >= 0) {
            String circle = String.join(" → ", chain.subList(at, chain.size())) + " → " + name.name();
            circle(name.span(), "the field stands on itself: " + circle);
            return null;
        }
        return resolve(field).orElse(null);
    }

    private void circle(Span place, String message) {
        known.problems()
                .add(Code.CYCLE.at(place, message, "break the circle").asOssie(OssieCodes.FIELD_DEPENDENCY_CYCLE));
    }

    private Optional<Typed> resolve(FieldDefinition field) {
        String name = field.name().value();
        Optional<Typed> before = done.get(name);
        if (before != null) {
            return before;
        }
        chain.add(name);
        Optional<Typed> resolved = Optional.ofNullable(expression(field)).map(typed -> cast(typed, field));
        chain.removeLast();
        done.put(name, resolved);
        return resolved;
    }

    private @Nullable Typed expression(FieldDefinition field) {
        if (field.expression() == null) {
            return described(field);
        }
        Expr parsed =
                ExpressionParser.parse(field.expression(), known.problems()).orElse(null);
        Typed typed = parsed == null || chain.size() > 50 ? null : binder.bind(parsed);
        if (parsed != null && (chain.size() > 50 || typed != null && Datasets.size(typed.expr()) > MAX_SIZE)) {
            String message = "written out, the field is too long";
            known.problems().add(Code.TOO_DEEP, field.name().span(), message, "build on fewer other fields");
            return null;
        }
        return typed;
    }

    /** A field without an expression describes the column of its name. */
    private @Nullable Typed described(FieldDefinition field) {
        String name = field.name().value();
        Column column = columns.get(name);
        if (column == null) {
            column = columns.values().stream()
                    .filter(c -> c.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
        }
        if (column == null) {
            String message = "the source of \"" + definition.name().value() + "\" has no column \"" + name + "\"";
            String fix = Nearest.of(name, columns.keySet())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("add an expression");
            known.problems().add(Code.COLUMN, field.name().span(), message, fix);
            return null;
        }
        return new Typed(
                new Expr.ColumnRef(column.name(), column.type(), field.name().span()), column.type());
    }

    /** To the type that is said; a text that has a grain is a time. */
    private static Typed cast(Typed typed, FieldDefinition field) {
        Located<String> word = field.type();
        Located<String> grain = field.grain();
        if (word == null && grain != null && typed.type() == Type.TEXT) {
            return new Typed(new Expr.Cast(typed.expr(), Type.TIMESTAMP, 0, 0, grain.span()), Type.TIMESTAMP);
        }
        Type type = word == null ? typed.type() : Type.valueOf(word.value().toUpperCase(Locale.ROOT));
        if (word == null
                || type == typed.type()
                || type == Type.DECIMAL && typed.type().isNumeric()) {
            return typed;
        }
        int precision = type == Type.DECIMAL ? 18 : 0;
        int scale = type == Type.DECIMAL ? 3 : 0;
        return new Typed(new Expr.Cast(typed.expr(), type, precision, scale, word.span()), type);
    }

    private static @Nullable String text(@Nullable Located<String> text) {
        return text == null ? null : text.value();
    }
}
