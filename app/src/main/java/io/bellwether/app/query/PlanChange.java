package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.Plan;

/** A change of plans that brings the same rows sooner. */
public interface PlanChange {
    /** Leaves plans as they are. */
    PlanChange NONE = (catalog, plan) -> plan;

    Plan of(Catalog catalog, Plan plan);
}
