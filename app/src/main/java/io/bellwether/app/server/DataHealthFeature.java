package io.bellwether.app.server;

import io.bellwether.app.health.HealthRuns;
import io.bellwether.app.page.DataHealthText;
import io.bellwether.app.page.DataHealthView;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import java.util.List;
import java.util.function.Supplier;

/** What the data is like, and another look at it. */
public final class DataHealthFeature implements Feature {
    private final Supplier<Catalog> catalog;
    private final HealthRuns runs;

    public DataHealthFeature(Supplier<Catalog> catalog, HealthRuns runs) {
        this.catalog = catalog;
        this.runs = runs;
    }

    /** Nothing is said with it. */
    public record LookBody() {}

    @Override
    public Routes routes() {
        return new Routes(
                List.of(new Endpoint(
                        "/api/data-health",
                        "data_health",
                        "How far each dataset reaches and which of its tests hold, as last looked at.",
                        List.of(),
                        DataHealthView.class,
                        false,
                        ask -> latest(catalog.get()))),
                List.of(Command.of(
                        "/api/data-health/look",
                        "look_at_data",
                        "Looks at all data now.",
                        LookBody.class,
                        DataHealthView.class,
                        this::look)));
    }

    private DataHealthView latest(Catalog now) {
        return runs.latest().map(new DataHealthText(now, runs)::of).orElseGet(DataHealthText::never);
    }

    private DataHealthView look(Told<LookBody> told) {
        AsOf asOf = AsOf.instant(told.at(), told.catalog().workspace().calendar());
        return new DataHealthText(told.catalog(), runs).of(runs.run(told.catalog(), asOf, told.at()));
    }
}
