package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.MetricTypes;
import io.bellwether.core.expression.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types of an answer's columns, by their names, as far as the catalog tells them; a comparison's are not among them. */
final class ColumnTypes {
    private ColumnTypes() {}

    static Map<String, Type> of(Catalog catalog, List<MetricUse> metrics, List<Dimension> dimensions) {
        Map<String, Type> types = new HashMap<>();
        Map<String, Type> known = MetricTypes.of(catalog);
        metrics.forEach(use -> types.put(use.as(), known.getOrDefault(use.metric(), Type.OTHER)));
        for (Dimension dimension : dimensions) {
            if (dimension instanceof Dimension.ByField field && field.cut() == null) {
                catalog.dataset(field.dataset())
                        .flatMap(dataset -> dataset.field(field.field()))
                        .ifPresent(found -> types.put(field.as(), found.type()));
            }
        }
        return types;
    }
}
