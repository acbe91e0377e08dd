package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.Definitions;
import java.util.List;

/**
 * What a sound workspace does against the experience of the field: the rules that need no row of data. They speak once
 * nothing is an error, since what is broken would be counted as missing.
 */
public final class Practice {
    private static final List<Rule> RULES = List.of(
            new KpiCount(),
            new KpiWithoutSupporting(),
            new KpiWithoutResponse(),
            new KpiWithoutWhy(),
            new OneSidedObjective(),
            new EqualWeights(),
            new SameMetricAndSlice(),
            new Vanity(),
            new UnwatchedData(),
            new SilenceLooksGood(),
            new DeepFormula(),
            new MetricWithoutDescription(),
            new MetricWithoutUnit(),
            new MetricWithoutDirection(),
            new UnusedMetric(),
            new NameAgainstDirection());

    private Practice() {}

    /** Everything found, rule by rule; waivers are not looked at. */
    public static List<Finding> findings(Definitions definitions, Catalog catalog) {
        Ground ground = Ground.of(definitions, catalog);
        return RULES.stream().flatMap(rule -> rule.check(ground).stream()).toList();
    }
}
