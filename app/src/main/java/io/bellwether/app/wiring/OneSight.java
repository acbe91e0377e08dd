package io.bellwether.app.wiring;

import io.bellwether.app.alert.Digests;
import io.bellwether.app.alert.Eyes;
import io.bellwether.app.alert.Sight;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sight of a moment, looked at once for all who see the same. */
final class OneSight implements Eyes.Opening {
    private final Digests.Sights sights;
    private @Nullable Instant moment;
    private @Nullable Sight sight;

    OneSight(Digests.Sights sights) {
        this.sights = sights;
    }

    @Override
    public Sight of(Catalog catalog, AsOf asOf, Instant at, Alert.Channel receiver) {
        return of(catalog, asOf, at);
    }

    synchronized Sight of(Catalog catalog, AsOf asOf, Instant at) {
        Sight known = sight;
        if (known == null || !at.equals(moment)) {
            known = sights.of(catalog, asOf, at);
            sight = known;
            moment = at;
        }
        return known;
    }
}
