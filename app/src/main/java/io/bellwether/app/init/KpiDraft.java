package io.bellwether.app.init;

import java.util.List;

/**
 * A KPI that we propose.
 *
 * @param target as written in a definition
 * @param basis the numbers that the target was taken from
 */
record KpiDraft(MetricDraft metric, String name, String target, String basis, List<String> supporting) {}
