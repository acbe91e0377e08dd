package io.bellwether.app.alert;

import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What else follows when an alert begins to hold: an action with an owner and a due date. */
@FunctionalInterface
public interface Breaches {
    Breaches NONE = (handle, breach) -> {};

    /** In the transaction that remembers it; called once for each receiver, so what it makes must be the same each time. */
    void opened(Handle handle, Breach breach);

    /** @param text what was seen */
    record Breach(Catalog catalog, Alert alert, Alert.Subject subject, String text, Instant at) {}
}
