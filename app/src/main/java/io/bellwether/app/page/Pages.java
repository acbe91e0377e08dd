package io.bellwether.app.page;

import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the server hands out, each call one answer. Problems come out as a
 * {@link io.bellwether.core.source.DiagnosticException}.
 */
public interface Pages {
    /**
     * @param asOf a day or an instant as people write it; null for today
     * @param reader the address of the one who looks, or null
     */
    ScorecardView scorecard(@Nullable String asOf, ScorecardFilter filter, @Nullable String reader);

    /**
     * The same as a finished text.
     *
     * @param writer of the view
     */
    default Finished scorecard(
            @Nullable String asOf, ScorecardFilter filter, @Nullable String reader, Function<Object, byte[]> writer) {
        return new Finished(writer.apply(scorecard(asOf, filter, reader)));
    }

    /** @throws NoSuchKpiException where the workspace has no such KPI */
    KpiView kpi(String name, @Nullable String asOf);

    /** @param saved the name of a question of the workspace, to which the rest adds; or null */
    QueryView query(QuestionText question, @Nullable String saved, @Nullable Top top, @Nullable String asOf);

    /** @param json a question in one of Ossie's two shapes */
    QueryView question(String json, @Nullable String asOf);

    CatalogView catalog();

    HealthView health();
}
