package io.bellwether.app.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that somebody did, as the audit log keeps it.
 *
 * @param by the e-mail address of the person, or {@value #BELLWETHER} for what the product does by itself
 * @param action a verb and its object: {@code check_in}, {@code action.close}
 * @param subject what it was done to: {@code kpi:revenue_2026}
 * @param detail what was written, by name; values are texts, numbers, booleans, lists and maps of these
 */
public record Change(Instant at, String by, String action, String subject, Map<String, ?> detail) {
    /** Who acts where no person does. */
    public static final String BELLWETHER = "bellwether";

    public Change {
        detail = new TreeMap<>(detail);
    }
}
