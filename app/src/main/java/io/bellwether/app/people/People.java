package io.bellwether.app.people;

import io.bellwether.app.query.Answering;
import io.bellwether.app.scorecard.Movements;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The people's part, over one store. */
public record People(
        Supplier<Store> store,
        Numbers numbers,
        CheckIns checkIns,
        Actions actions,
        Remarks remarks,
        Mentions mentions,
        Acknowledgements acknowledgements,
        Praises praises) {
    /** @param version what tells one promise of a KPI from another */
    public static People over(
            Supplier<Store> store,
            Scorecards scorecards,
            Answering answering,
            BiFunction<Catalog, Kpi, String> version) {
        Numbers numbers = new Numbers(scorecards, new Movements(answering));
        return new People(
                store,
                numbers,
                new CheckIns(store, numbers),
                new Actions(store, numbers),
                new Remarks(store),
                new Mentions(store),
                new Acknowledgements(store, version),
                new Praises(store, numbers));
    }

    /** What there is to do, in one transaction. */
    public Work work(@Nullable String reader) {
        return store.get().read(handle -> Work.read(handle, reader));
    }
}
