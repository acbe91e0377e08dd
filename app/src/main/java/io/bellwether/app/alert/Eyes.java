package io.bellwether.app.alert;

import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import java.time.Instant;

/** What one receiver sees of the workspace at one moment. */
@FunctionalInterface
public interface Eyes {
    /** Whether an alert holds for one of the things that it looks at; an objective stands for its KPIs, never itself. */
    Verdict see(Alert alert, Alert.Subject subject);

    /** Opens eyes. */
    @FunctionalInterface
    interface Opening {
        /** @param receiver whose rights count: the one place where they do */
        Eyes of(Catalog catalog, AsOf asOf, Instant at, Channel receiver);
    }
}
