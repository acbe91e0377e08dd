package io.bellwether.core.catalog;

import io.bellwether.core.definition.RelationshipDefinition;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Relationships between datasets that exist, over columns that can be equal. */
final class RelationshipResolver {
    private final Known known;

    RelationshipResolver(Known known) {
        this.known = known;
    }

    @Nullable
    Relationship resolve(RelationshipDefinition definition) {
        Dataset from = known.dataset(definition.from());
        Dataset to = known.dataset(definition.to());
        if (from == null || to == null) {
            return null;
        }
        if (from.name().equals(to.name())) {
            String message = "a dataset cannot be related to itself";
            known.problems().add(Code.RELATIONSHIP, definition.to().span(), message, "define a second dataset");
            return null;
        }
        List<String> fromFields = new ArrayList<>();
        List<String> toFields = new ArrayList<>();
        for (RelationshipDefinition.Pair pair : definition.columns()) {
            Field left = known.field(from, pair.from().value(), pair.from().span());
            Field right = known.field(to, pair.to().value(), pair.to().span());
            if (left != null && right != null && areComparable(left, right, pair.to())) {
                fromFields.add(left.name());
                toFields.add(right.name());
            }
        }
        Located<String> name = definition.name();
        return fromFields.size() < definition.columns().size()
                ? null
                : new Relationship(
                        name == null ? null : name.value(),
                        from.name(),
                        to.name(),
                        List.copyOf(fromFields),
                        List.copyOf(toFields),
                        definition.manyToMany(),
                        definition.span());
    }

    private boolean areComparable(Field left, Field right, Located<String> place) {
        if (Typing.common(List.of(left.type(), right.type())) != null) {
            return true;
        }
        String message = "\"" + left.name() + "\" is " + Types.word(left.type()) + ", \"" + right.name() + "\" is "
                + Types.word(right.type());
        String fix = "give one a field with type: " + left.type().name().toLowerCase(Locale.ROOT);
        known.problems().add(Code.RELATIONSHIP, place.span(), message, fix);
        return false;
    }
}
