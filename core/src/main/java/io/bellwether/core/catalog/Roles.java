package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names that go through roles: {@code host.country}, {@code listing.host.country}. Which dataset a role leads to depends
 * on the rows that it starts from; here all that it may lead to are looked at, so that a name which fits none is found.
 */
final class Roles {
    private final List<Relationship> relationships;
    private final Map<String, Dataset> datasets;
    private final Known known;

    Roles(List<Relationship> relationships, Map<String, Dataset> datasets, Known known) {
        this.relationships = relationships;
        this.datasets = datasets;
        this.known = known;
    }

    /** All first roles: names of relationships, and what datasets are about. */
    static Set<String> names(List<Relationship> relationships, Map<String, Dataset> datasets) {
        Set<String> names = new LinkedHashSet<>();
        relationships.stream().map(Relationship::name).filter(Objects::nonNull).forEach(names::add);
        datasets.values().forEach(dataset -> names.addAll(dataset.entities()));
        return names;
    }

    boolean isRole(String qualifier) {
        return !targets(List.of(qualifier.split("\\."))).isEmpty();
    }

    /** The field that a name with roles before it means, typed as all datasets that it may lie in agree. */
    @Nullable
    Typed field(Expr.Name name) {
        String qualifier = String.valueOf(name.qualifier());
        List<String> roles = List.of(qualifier.split("\\."));
        Set<Dataset> targets = targets(roles);
        if (targets.isEmpty()) {
            unknownRole(roles, name.span());
            return null;
        }
        return field(name, qualifier, targets);
    }

    /** The field of one of the datasets, whichever the qualifier leads to. */
    @Nullable
    Typed field(Expr.Name name, String qualifier, Set<Dataset> targets) {
        List<Field> fields = targets.stream()
                .flatMap(dataset -> dataset.open(name.name()).stream())
                .toList();
        if (fields.isEmpty()) {
            if (targets.stream().noneMatch(dataset -> known.isBroken(dataset, name.name()))) {
                Set<String> all = targets.stream()
                        .flatMap(dataset -> dataset.openNames().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                String message = "\"" + qualifier + "\" has no field or column \"" + name.name() + "\"";
                known.problems()
                        .add(
                                Code.UNKNOWN_NAME,
                                name.span(),
                                message,
                                Nearest.fix(name.name(), all).orElse(null));
            }
            return null;
        }
        Type common = Typing.common(fields.stream().map(Field::type).toList());
        Type type = common == null ? Type.OTHER : common;
        return new Typed(new Expr.FieldRef(qualifier, fields.getFirst().name(), type, name.span()), type);
    }

    /** The datasets that the roles may lead to, one after the other. */
    private Set<Dataset> targets(List<String> roles) {
        Set<Dataset> at = first(roles.getFirst());
        for (String role : roles.subList(1, roles.size())) {
            at = next(at, role);
        }
        return at;
    }

    private Set<Dataset> first(String role) {
        Set<Dataset> found = new LinkedHashSet<>(about(datasets.values(), role));
        found.addAll(reached(relationships, role));
        return found;
    }

    private Set<Dataset> next(Set<Dataset> at, String role) {
        Set<String> from = at.stream().map(Dataset::name).collect(Collectors.toSet());
        List<Relationship> leading =
                relationships.stream().filter(r -> from.contains(r.from())).toList();
        Set<Dataset> found = reached(leading, role);
        Set<Dataset> beside = leading.stream()
                .map(r -> datasets.get(r.to()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        found.addAll(about(beside, role));
        return found;
    }

    private static List<Dataset> about(java.util.Collection<Dataset> datasets, String entity) {
        return datasets.stream()
                .filter(dataset -> dataset.entities().contains(entity))
                .toList();
    }

    private Set<Dataset> reached(List<Relationship> relationships, String role) {
        return relationships.stream()
                .filter(r -> role.equals(r.name()))
                .map(r -> datasets.get(r.to()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void unknownRole(List<String> roles, Span span) {
        int reached = 1;
        while (reached < roles.size() && !targets(roles.subList(0, reached)).isEmpty()) {
            reached++;
        }
        String role = roles.get(reached - 1);
        Set<String> names = names(relationships, datasets);
        if (!names.contains(role) && known.mayLack(role)) {
            return;
        }
        if (reached == 1 && names.isEmpty()) {
            known.unknownDataset(role, Parts.of(span, role));
            return;
        }
        String message = "no dataset or role named \"" + role + "\"";
        if (reached == 1) {
            names.addAll(datasets.keySet());
        } else {
            message = "no role \"" + role + "\" leads on from \"" + String.join(".", roles.subList(0, reached - 1))
                    + "\"";
        }
        String fix = Nearest.fix(role, names).orElse(null);
        known.problems().add(Code.UNKNOWN_NAME, Parts.of(span, role), message, fix);
    }
}
