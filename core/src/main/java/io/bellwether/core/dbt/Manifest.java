package io.bellwether.core.dbt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@code semantic_manifest.json} says, whichever of its shapes it has; nothing is resolved yet. */
record Manifest(
        List<SemanticModel> models, List<DbtMetric> metrics, List<SavedQuery> savedQueries, List<TimeSpine> spines) {
    /** Rows of one kind. */
    record SemanticModel(
            String name,
            @Nullable String label,
            @Nullable String description,
            Relation relation,
            @Nullable String timeDimension,
            @Nullable String primaryEntity,
            List<Entity> entities,
            List<ModelDimension> dimensions,
            List<Measure> measures,
            @Nullable Validity validity) {
        /** Whether others may join to it by an entity that it is about. */
        boolean isAbout(String entity) {
            return entities.stream().anyMatch(e -> e.name().equals(entity) && e.isTarget());
        }

        Optional<ModelDimension> dimension(String dimension) {
            return dimensions.stream().filter(d -> d.name().equals(dimension)).findFirst();
        }

        /** Whether it only refers to what others are about, as a table between two others does. */
        boolean isAnonymous() {
            return primaryEntity == null
                    && !entities.isEmpty()
                    && entities.stream().noneMatch(Entity::isTarget);
        }

        /** The names that stand before {@code __} for this model's own dimensions. */
        List<String> prefixes() {
            Set<String> names = new LinkedHashSet<>();
            if (primaryEntity != null) {
                names.add(primaryEntity);
            }
            entities.stream()
                    .filter(entity -> entity.isTarget() || isAnonymous())
                    .map(Entity::name)
                    .forEach(names::add);
            if (primaryEntity == null && (names.isEmpty() || isAnonymous())) {
                names.add(name);
            }
            return List.copyOf(names);
        }
    }

    /** A table of the warehouse. */
    record Relation(@Nullable String database, String schema, String table) {
        String text() {
            return schema.isEmpty() ? table : schema + "." + table;
        }
    }

    /** @param type {@code primary}, {@code unique}, {@code foreign} or {@code natural} */
    record Entity(String name, String type, @Nullable String expression) {
        boolean isTarget() {
            return !type.equals("foreign");
        }
    }

    /** @param grain of a time dimension, else null */
    record ModelDimension(
            String name,
            @Nullable String label,
            @Nullable String description,
            @Nullable String expression,
            boolean isTime,
            @Nullable String grain,
            boolean isPartition) {}

    /** The dimensions between which a row holds. */
    record Validity(String from, String to) {}

    /**
     * How rows become a number.
     *
     * @param model whose rows
     * @param timeDimension instead of the model's, or null
     */
    record Measure(
            String name,
            String model,
            String aggregation,
            @Nullable String expression,
            @Nullable Percentile percentile,
            @Nullable NonAdditive nonAdditive,
            @Nullable String timeDimension) {}

    record Percentile(String share, boolean isDiscrete) {}

    /** @param by entities, per each of which the moment is looked for */
    record NonAdditive(String dimension, String choice, List<String> by) {}

    /** @param filters conditions as templates; all hold */
    record DbtMetric(
            String name,
            @Nullable String label,
            @Nullable String description,
            @Nullable String grain,
            List<String> filters,
            Kind kind) {}

    sealed interface Kind {
        /** @param measure by name, or written out here */
        record Simple(MeasureUse measure) implements Kind {}

        record Ratio(Input numerator, Input denominator) implements Kind {}

        record Derived(String expression, List<Input> inputs) implements Kind {}

        /** @param metric that is accumulated, else null and {@code measure} is */
        record Cumulative(
                @Nullable MeasureUse measure,
                @Nullable Input metric,
                @Nullable String window,
                @Nullable String toGrain,
                String pick)
                implements Kind {}

        record Conversion(
                MeasureUse base,
                MeasureUse conversion,
                String entity,
                boolean rate,
                @Nullable String window,
                Map<String, String> same)
                implements Kind {}

        /** @param why what it cannot be read for */
        record Unknown(String why) implements Kind {}
    }

    /**
     * A measure, as a metric takes it.
     *
     * @param name of a measure or of a metric; null where {@code own} says it all
     * @param fill what stands where there are no rows, as text, or null
     */
    record MeasureUse(
            @Nullable String name,
            @Nullable Measure own,
            List<String> filters,
            boolean joinsTimeSpine,
            @Nullable String fill) {}

    /** Another metric, as a formula takes it. */
    record Input(
            String metric,
            @Nullable String alias,
            List<String> filters,
            @Nullable String offsetWindow,
            @Nullable String offsetToGrain) {
        String as() {
            return alias == null ? metric : alias;
        }

        boolean isPlain() {
            return filters.isEmpty() && offsetWindow == null && offsetToGrain == null;
        }
    }

    record TimeSpine(Relation relation, String column, String grain, Map<String, String> customGrains) {}
}
