package io.bellwether.app.server;

import io.bellwether.app.page.CatalogView;
import io.bellwether.app.page.Finished;
import io.bellwether.app.page.HealthView;
import io.bellwether.app.page.KpiView;
import io.bellwether.app.page.Pages;
import io.bellwether.app.page.QueryView;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.page.ScorecardView;
import io.bellwether.app.usage.Looks;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same pages, with what is looked at counted. */
public record CountedPages(Pages pages, Looks looks, Supplier<Catalog> definitions) implements Pages {
    @Override
    public ScorecardView scorecard(@Nullable String asOf, ScorecardFilter filter, @Nullable String reader) {
        return pages.scorecard(asOf, filter, reader);
    }

    @Override
    public Finished scorecard(
            @Nullable String asOf, ScorecardFilter filter, @Nullable String reader, Function<Object, byte[]> writer) {
        return pages.scorecard(asOf, filter, reader, writer);
    }

    @Override
    public KpiView kpi(String name, @Nullable String asOf) {
        KpiView view = pages.kpi(name, asOf);
        looks.kpi(name);
        return view;
    }

    @Override
    public QueryView query(QuestionText question, @Nullable String saved, @Nullable Top top, @Nullable String asOf) {
        QueryView view = pages.query(question, saved, top, asOf);
        Catalog now = definitions.get();
        QuestionText whole = saved == null
                ? question
                : now.question(saved).map(question::over).orElse(question);
        whole.metrics().stream().filter(name -> now.metric(name).isPresent()).forEach(looks::metric);
        return view;
    }

    @Override
    public QueryView question(String json, @Nullable String asOf) {
        return pages.question(json, asOf);
    }

    @Override
    public CatalogView catalog() {
        return pages.catalog();
    }

    @Override
    public HealthView health() {
        return pages.health();
    }
}
