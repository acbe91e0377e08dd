package io.bellwether.core.plan;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people call dimensions: {@code country}, {@code customers.country}, {@code host.country}, {@code time.month},
 * {@code customers.signed_up.month}.
 */
final class DimensionNames {
    private static final String TIME = "time.";

    private final Catalog catalog;
    private final Routes routes;
    private final Set<String> homes;
    private final Consumer<Diagnostic> problems;

    /** @param homes the datasets whose rows the question is about; empty without metrics */
    DimensionNames(Catalog catalog, Set<String> homes, Consumer<Diagnostic> problems) {
        this.catalog = catalog;
        this.routes = new Routes(catalog);
        this.homes = homes;
        this.problems = problems;
    }

    Optional<Dimension> read(String name) {
        if (name.startsWith(TIME) && catalog.dataset("time").isEmpty()) {
            String word = name.substring(TIME.length());
            Optional<TimeCut> cut = cut(word);
            if (cut.isEmpty()) {
                unknown("grain of time", word, words());
            }
            return cut.map(c -> new Dimension.ByTime(c, name));
        }
        Optional<Dimension> whole = field(name, name, null);
        if (whole.isPresent()) {
            return whole;
        }
        int dot = name.lastIndexOf('.');
        Optional<TimeCut> cut = dot < 0 ? Optional.empty() : cut(name.substring(dot + 1));
        Optional<Dimension> part = cut.isEmpty() ? Optional.empty() : field(name.substring(0, dot), name, cut.get());
        if (part.isEmpty()) {
            blame(name);
        }
        return part;
    }

    /** The words that cut a time: grains, parts, and what calendar tables define. */
    private Optional<TimeCut> cut(String word) {
        Optional<TimeCut> grain = TimeCut.at(word);
        if (grain.isPresent()) {
            return grain;
        }
        for (CalendarTable table : catalog.workspace().calendarTables()) {
            if (table.grains().containsKey(word)) {
                return Optional.of(new TimeCut.Named(word));
            }
        }
        return DatePart.of(word).map(TimeCut.Part::new);
    }

    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(Grain.values()).map(Grain::word).forEach(words::add);
        catalog.workspace()
                .calendarTables()
                .forEach(t -> words.addAll(t.grains().keySet()));
        Arrays.stream(DatePart.values()).map(DatePart::word).forEach(words::add);
        return words;
    }

    private Optional<Dimension> field(String name, String as, @Nullable TimeCut cut) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            List<Dataset> best = holders(name);
            return best.size() == 1 && fits(best.getFirst(), name, cut)
                    ? Optional.of(new Dimension.ByField(best.getFirst().name(), name, cut, as))
                    : Optional.empty();
        }
        String qualifier = name.substring(0, dot);
        String field = name.substring(dot + 1);
        return end(qualifier, field).filter(d -> fits(d, field, cut)).isPresent()
                ? Optional.of(new Dimension.ByField(qualifier, field, cut, as))
                : Optional.empty();
    }

    private static boolean fits(Dataset dataset, String name, @Nullable TimeCut cut) {
        Type type = dataset.field(name).map(Field::type).orElse(Type.OTHER);
        return cut == null || type.isTemporal() || type == Type.OTHER;
    }

    /** Some dataset that the qualifier leads to and that has the field. */
    private Optional<Dataset> end(String qualifier, String field) {
        Dataset named = catalog.datasets().get(qualifier);
        if (named != null && named.field(field).isPresent()) {
            return Optional.of(named).filter(dataset -> dataset.open(field).isPresent());
        }
        var ref = new Expr.FieldRef(qualifier, field, Type.OTHER, Exprs.NOWHERE);
        return catalog.datasets().values().stream()
                .filter(home -> homes.isEmpty() || homes.contains(home.name()))
                .flatMap(home -> leads(home, ref).stream())
                .findFirst();
    }

    private Optional<Dataset> leads(Dataset home, Expr.FieldRef ref) {
        try {
            return routes.find(home, ref)
                    .map(Route::to)
                    .or(() -> routes.bridge(home, ref)
                            .map(bridge -> bridge.forth().to()));
        } catch (DiagnosticException ambiguous) {
            return Optional.empty();
        }
    }

    /** Who has a field of a bare name: the one fact where it has it, else the one dataset that all facts reach. */
    private List<Dataset> holders(String name) {
        List<Dataset> with = catalog.datasets().values().stream()
                .filter(dataset -> dataset.open(name).isPresent())
                .toList();
        List<Dataset> reached = with.stream()
                .filter(dataset -> homes.stream().allMatch(home -> routes.reaches(home, dataset.name())))
                .toList();
        List<Dataset> own =
                reached.stream().filter(d -> homes.contains(d.name())).toList();
        return own.size() == 1 ? own : reached.isEmpty() ? with : reached;
    }

    /** Says what is wrong with a name that is none. */
    private void blame(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            blameBare(name);
            return;
        }
        String qualifier = name.substring(0, dot);
        Dataset dataset = catalog.datasets().get(qualifier);
        if (dataset == null) {
            unknown("dataset", qualifier, catalog.datasets().keySet());
        } else {
            String field = name.substring(dot + 1);
            unknown("field in dataset \"" + qualifier + "\"", field, dataset.openNames());
        }
    }

    private void blameBare(String name) {
        List<Dataset> holders = holders(name);
        if (holders.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            catalog.datasets().values().forEach(dataset -> names.addAll(dataset.openNames()));
            words().forEach(word -> names.add(TIME + word));
            unknown("field", name, names);
            return;
        }
        String all = holders.stream().map(d -> d.name() + "." + name).collect(Collectors.joining(", "));
        problems.accept(Diagnostic.error(
                PlanCodes.AMBIGUOUS_NAME, null, "several datasets have a field \"" + name + "\"", "say which: " + all));
    }

    private void unknown(String kind, String name, Set<String> known) {
        String fix = Nearest.fix(name, known).orElse(null);
        problems.accept(
                Diagnostic.error(PlanCodes.UNKNOWN_NAME, null, "no %s named \"%s\"".formatted(kind, name), fix));
    }
}
