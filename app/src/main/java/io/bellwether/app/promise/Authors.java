package io.bellwether.app.promise;

import io.bellwether.core.catalog.Kpi;

/** Who wrote what a KPI's file says. */
@FunctionalInterface
public interface Authors {
    /** An e-mail address, or {@value Version#UNKNOWN}. */
    String of(Kpi kpi);

    /** One person for all. */
    static Authors all(String author) {
        return kpi -> author;
    }
}
