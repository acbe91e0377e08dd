package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Relationship;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a field's name means, seen from the rows of one dataset:
 *
 * <pre>
 *   items ──▶ orders ──▶ customers        customers.country   the shortest way to the dataset of that name
 *   trips ──origin──▶ places              origin.country      by the roles of the steps
 *         ──target──▶ places              self.km             the rows themselves
 * </pre>
 *
 * Two equally good ways are an error, never a guess.
 */
final class Routes {
    /** What stands for the rows themselves. */
    static final String SELF = "self";

    private final Catalog catalog;
    private final Map<String, List<Relationship>> outgoing;

    Routes(Catalog catalog) {
        this.catalog = catalog;
        this.outgoing = catalog.relationships().stream()
                .filter(relationship -> !relationship.manyToMany())
                .collect(Collectors.groupingBy(Relationship::from));
    }

    /** Whether rows of {@code from} have at most one row of {@code to}. */
    boolean reaches(String from, String to) {
        return from.equals(to) || !shortest(from, to).isEmpty();
    }

    /** Whether the field means something for the rows of {@code home}, and one thing only. */
    boolean reaches(Dataset home, Expr.FieldRef field) {
        try {
            return find(home, field).isPresent();
        } catch (DiagnosticException ambiguous) {
            return false;
        }
    }

    /**
     * The way to a field.
     *
     * @throws DiagnosticException where there is none, or where two are equally good
     */
    Route to(Dataset home, Expr.FieldRef field, @Nullable Span place) {
        return find(home, field).orElseThrow(() -> new DiagnosticException(unreachable(home, field, place)));
    }

    /** The way to a field, or empty where there is none. */
    Optional<Route> find(Dataset home, Expr.FieldRef field) {
        String qualifier = field.dataset();
        boolean own = home.field(field.field()).isPresent();
        if (qualifier.equals(SELF)
                || qualifier.equals(home.name())
                || own && home.entities().contains(qualifier)) {
            return own ? Optional.of(Route.stay(home)) : Optional.empty();
        }
        List<Route> byRole = byRole(home, field);
        if (!byRole.isEmpty()) {
            return Optional.of(theOne(byRole, field));
        }
        List<Route> byName = catalog.dataset(qualifier)
                .filter(named -> named.field(field.field()).isPresent())
                .map(named -> routes(home, qualifier))
                .orElse(List.of());
        return byName.isEmpty() ? Optional.empty() : Optional.of(theOne(byName, field));
    }

    /**
     * The way to a field over rows that have both; empty where none or a direct one exists.
     *
     * @throws DiagnosticException where two are equally good
     */
    Optional<Bridge> bridge(Dataset home, Expr.FieldRef field) {
        if (find(home, field).isPresent()) {
            return Optional.empty();
        }
        List<Bridge> best = new ArrayList<>();
        for (Dataset middle : catalog.datasets().values()) {
            List<Route> back = middle.name().equals(home.name()) ? List.of() : routes(middle, home.name());
            if (back.size() == 1 && reaches(middle, field)) {
                Bridge bridge = new Bridge(back.getFirst(), to(middle, field, null));
                if (!best.isEmpty() && bridge.length() < best.getFirst().length()) {
                    best.clear();
                }
                if (best.isEmpty() || bridge.length() == best.getFirst().length()) {
                    best.add(bridge);
                }
            }
        }
        if (best.size() > 1) {
            String ways = best.stream().map(Bridge::drawing).collect(Collectors.joining(", or "));
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.AMBIGUOUS_PATH,
                    Exprs.place(field.span()),
                    "equally short ways connect \"%s\" with \"%s\": %s".formatted(home.name(), field.dataset(), ways),
                    "remove a relationship, or use a metric over one of the datasets between"));
        }
        return best.stream().findFirst();
    }

    private List<Route> routes(Dataset home, String to) {
        Dataset end = catalog.dataset(to).orElseThrow();
        return shortest(home.name(), to).stream()
                .map(steps -> new Route(home, end, steps, List.of()))
                .toList();
    }

    /** Every way whose steps have these names and whose end has the field. */
    private List<Route> byRole(Dataset home, Expr.FieldRef field) {
        List<Route> ways = byRole(home, field.dataset()).stream()
                .filter(route -> route.to().field(field.field()).isPresent())
                .toList();
        // Where several datasets play the role, a field that somebody wrote is meant before a column of the same name.
        List<Route> written = ways.stream()
                .filter(route -> route.to().describes(field.field()))
                .toList();
        return written.isEmpty() ? ways : written;
    }

    private List<Route> byRole(Dataset home, String role) {
        List<String> roles = List.of(role.split("\\."));
        List<Route> open = List.of(Route.stay(home));
        for (String name : roles) {
            List<Route> longer = new ArrayList<>();
            for (Route route : open) {
                if (route.steps().isEmpty() && home.entities().contains(name) && roles.size() > 1) {
                    longer.add(route);
                }
                outgoing.getOrDefault(route.to().name(), List.of()).stream()
                        .filter(step -> name.equals(step.name()))
                        .forEach(step -> longer.add(extended(route, step, name)));
            }
            open = longer;
        }
        return open.stream().filter(route -> !route.steps().isEmpty()).toList();
    }

    private Route extended(Route route, Relationship step, String role) {
        List<Relationship> steps = new ArrayList<>(route.steps());
        steps.add(step);
        List<String> roles = new ArrayList<>(route.role());
        roles.add(role);
        return new Route(route.from(), catalog.dataset(step.to()).orElseThrow(), steps, roles);
    }

    private static Route theOne(List<Route> routes, Expr.FieldRef field) {
        if (routes.size() == 1) {
            return routes.getFirst();
        }
        Route first = routes.getFirst();
        String ways = routes.stream().map(Route::drawing).collect(Collectors.joining(" and "));
        throw new DiagnosticException(Diagnostic.error(
                PlanCodes.AMBIGUOUS_PATH,
                Exprs.place(field.span()),
                "two equally short ways lead from \"%s\" to \"%s\": %s"
                        .formatted(first.from().name(), field.dataset(), ways),
                "name the relationships and say which: name.%s".formatted(field.field())));
    }

    private Diagnostic unreachable(Dataset home, Expr.FieldRef field, @Nullable Span place) {
        String to = field.dataset();
        if (catalog.dataset(to).isPresent() && !shortest(to, home.name()).isEmpty()) {
            return Diagnostic.error(
                    PlanCodes.FAN_OUT,
                    place,
                    "one row of \"%s\" has many rows of \"%s\": it would be counted once for each of them"
                            .formatted(home.name(), to),
                    "use a metric over \"%s\" here, or leave its fields out".formatted(to));
        }
        if (hangTogether(home.name(), to)) {
            return Diagnostic.error(
                    PlanCodes.MANY_TO_MANY,
                    place,
                    "a row of \"%s\" and one of \"%s\" have many of each other: no join counts each once"
                            .formatted(home.name(), to),
                    "leave the fields of \"%s\" out, or use a metric over it".formatted(to));
        }
        Optional<Dataset> end = byRole(home, to).stream().map(Route::to).findFirst();
        if (end.isPresent()) {
            return Diagnostic.error(
                    PlanCodes.UNKNOWN_NAME,
                    place,
                    "\"%s\" leads from \"%s\" to \"%s\", which has no field \"%s\""
                            .formatted(to, home.name(), end.get().name(), field.field()),
                    Nearest.fix(field.field(), end.get().fields().keySet()).orElse(null));
        }
        return Diagnostic.error(
                PlanCodes.NO_PATH,
                place,
                "no relationship leads from \"%s\" to \"%s\"".formatted(home.name(), to),
                "add one under relationships: { from: %s, to: %s, columns: { … } }".formatted(home.name(), to));
    }

    /** Whether relationships connect the two, whichever way they lead. */
    boolean hangTogether(String one, String other) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(one));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (reached.add(at)) {
                for (Relationship step : catalog.relationships()) {
                    if (step.from().equals(at)) {
                        open.push(step.to());
                    } else if (step.to().equals(at)) {
                        open.push(step.from());
                    }
                }
            }
        }
        return reached.contains(other);
    }

    /** All shortest paths; the breadth-first search never walks into a dataset that was reached in fewer steps. */
    List<List<Relationship>> shortest(String from, String to) {
        Map<String, Integer> depth = new HashMap<>(Map.of(from, 0));
        List<List<Relationship>> frontier = List.of(List.of());
        for (int steps = 1; !frontier.isEmpty(); steps++) {
            List<List<Relationship>> next = new ArrayList<>();
            for (List<Relationship> path : frontier) {
                String end = path.isEmpty() ? from : path.getLast().to();
                for (Relationship step : outgoing.getOrDefault(end, List.of())) {
                    if (depth.computeIfAbsent(step.to(), name -> Integer.MAX_VALUE) >= steps) {
                        depth.put(step.to(), steps);
                        List<Relationship> longer = new ArrayList<>(path);
                        longer.add(step);
                        next.add(longer);
                    }
                }
            }
            List<List<Relationship>> found =
                    next.stream().filter(p -> p.getLast().to().equals(to)).toList();
            if (!found.isEmpty()) {
                return found;
            }
            frontier = next;
        }
        return List.of();
    }
}
