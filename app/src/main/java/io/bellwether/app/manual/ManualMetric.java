package io.bellwether.app.manual;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.unit.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A metric that people type in. */
public record ManualMetric(Metric.About about, DataSource.Typed source, Calendar calendar) {
    public String name() {
        return about.name();
    }

    public Unit unit() {
        return about.unit();
    }

    /** What its values are of beside periods, in order. */
    public List<DataSource.By> by() {
        return source.by();
    }

    /** All of a workspace, in the order of its files. */
    public static List<ManualMetric> all(Catalog catalog) {
        return catalog.metrics().values().stream()
                .flatMap(metric -> find(catalog, metric.name()).stream())
                .toList();
    }

    /** Empty for a metric that is computed, and for none. */
    public static Optional<ManualMetric> find(Catalog catalog, String name) {
        return catalog.metric(name)
                .flatMap(metric -> catalog.dataset(DataSource.Typed.dataset(name))
                        .filter(dataset -> dataset.source() instanceof DataSource.Typed)
                        .map(dataset -> new ManualMetric(
                                metric.about(),
                                (DataSource.Typed) dataset.source(),
                                catalog.workspace().calendar())));
    }

    /**
     * @param kept metrics that the store has values of
     * @throws DiagnosticException where people do not type in a metric of that name
     */
    static ManualMetric of(Catalog catalog, String name, Collection<String> kept) {
        return find(catalog, name).orElseThrow(() -> new DiagnosticException(unknown(catalog, name, kept)));
    }

    private static Diagnostic unknown(Catalog catalog, String name, Collection<String> kept) {
        List<String> names = all(catalog).stream().map(ManualMetric::name).toList();
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        if (catalog.metric(name).isPresent()) {
            String message = "\"" + shown + "\" is computed from data: nobody types it in";
            String fix =
                    names.isEmpty() ? "give another metric manual: { every: month }" : "typed in are: " + list(names);
            return Diagnostic.error("P821", null, message, fix);
        }
        if (kept.contains(name)) {
            String message =
                    "no metric named \"" + shown + "\" is typed in any more; its values are kept under that name";
            return Diagnostic.error("P821", null, message, "give a metric that name again, and they count again");
        }
        String fix = Nearest.fix(name, names).orElse("define one: { name: …, manual: { every: month } }");
        return Diagnostic.error("P821", null, "no metric named \"" + shown + "\" is typed in", fix);
    }

    private static String list(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(12, names.size())));
    }
}
