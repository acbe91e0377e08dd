package io.bellwether.core.plan;

import io.bellwether.core.catalog.Relationship;

/**
 * A way between two datasets over rows that belong to one of each. A row of the first may so have many of the other, and
 * counts once for each different value there:
 *
 * <pre>
 *   customers ◀── orders ──▶ shops        customers by shops.city: each customer once for every city
 * </pre>
 *
 * @param back from the bridge to the rows that are counted
 * @param forth from the bridge to the field
 */
record Bridge(Route back, Route forth) {
    /** The step that leads to the rows that are counted. */
    Relationship last() {
        return back.steps().getLast();
    }

    int length() {
        return back.steps().size() + forth.steps().size();
    }

    String drawing() {
        return back.drawing() + " and " + forth.drawing();
    }
}
