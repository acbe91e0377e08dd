package io.bellwether.app.page;

import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.ClosingWords;
import io.bellwether.app.promise.Version;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Event;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was promised and reported before, on the pages of what is now. */
public final class PastText {
    /** How an event is marked that is a change of what is promised. */
    static final String MOVED = "Goalposts moved";

    private PastText() {}

    /** The catalog with a mark on the chart for each time that the goalposts were moved. */
    public static Catalog marked(Catalog catalog, List<Version> versions) {
        List<Event> events = new ArrayList<>(catalog.events());
        versions.stream()
                .filter(Version::moved)
                .forEach(version ->
                        events.add(new Event(version.effective(), capital(version.change()), MOVED, Exprs.NOWHERE)));
        return catalog.withEvents(events);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The scorecard with what its rows were reported as. */
    public static ScorecardView restated(ScorecardView view, Catalog catalog, Map<String, Closing> latest) {
        if (latest.values().stream().noneMatch(Closing::isRestated)) {
            return view;
        }
        List<ObjectiveView> objectives = view.objectives().stream()
                .map(objective -> objective.with(objective.kpis().stream()
                        .map(row -> row.restated(text(catalog, latest.get(row.name()))))
                        .toList()))
                .toList();
        return view.with(objectives);
    }

    /** The KPI's page with what it was reported as. */
    public static KpiView restated(KpiView view, Catalog catalog, Optional<Closing> latest) {
        String text = text(catalog, latest.orElse(null));
        return text == null ? view : view.with(view.row().restated(text));
    }

    /** {@code Oct 2026: reported £1.20M, At risk; now £1.18M, Off track}; null where data has not changed. */
    static @Nullable String text(Catalog catalog, @Nullable Closing closing) {
        if (closing == null || !closing.isRestated()) {
            return null;
        }
        Unit unit = catalog.kpi(closing.kpi())
                .map(Kpi::metric)
                .flatMap(catalog::metric)
                .map(metric -> metric.about().unit())
                .orElseGet(Unit.None::new);
        return capital(GoalpostsText.period(catalog, closing)) + ": "
                + ClosingWords.text(
                        closing, catalog.kpi(closing.kpi()).map(Kpi::target).orElse(null), unit);
    }
}
