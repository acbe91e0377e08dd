package io.bellwether.app.promise;

import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Promises as JSON, keys in order, numbers exact and in their shortest form: the same promise is the same text. */
final class PromisedJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PromisedJson() {}

    static String text(Promised promised) {
        Map<String, Object> map = new TreeMap<>();
        map.put("metric", promised.metric());
        map.put("formula", promised.formula());
        map.put("print", promised.print());
        map.put("unit", promised.unit().word());
        put(map, "slice", promised.slice());
        map.put("direction", word(promised.direction()));
        put(map, "cadence", promised.cadence() == null ? null : word(promised.cadence()));
        map.put("on_track", number(promised.thresholds().onTrack()));
        map.put("at_risk", number(promised.thresholds().atRisk()));
        Target target = promised.target();
        put(map, "target", target == null ? null : target(target));
        return JSON.writeValueAsString(map);
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> map = new TreeMap<>();
        map.put(target.form(), amount(target));
        if (target instanceof Target.Change change) {
            map.put("relative", change.relative());
        }
        terms(target.terms(), map);
        return map;
    }

    private static Object amount(Target target) {
        return switch (target) {
            case Target.Reach t -> number(t.level());
            case Target.Change t -> number(t.amount());
            case Target.Total t -> number(t.amount());
            case Target.AtLeast t -> number(t.bound());
            case Target.AtMost t -> number(t.bound());
            case Target.Between t -> List.of(number(t.low()), number(t.high()));
            case Target.FromMetric t -> t.metric();
        };
    }

    private static void terms(Target.Terms terms, Map<String, Object> map) {
        switch (terms.schedule()) {
            case Schedule.By(Period timeframe) -> map.put("by", period(timeframe));
            case Schedule.Every(Grain grain) -> map.put("every", word(grain));
        }
        switch (terms.baseline()) {
            case Baseline.Level(BigDecimal value) -> map.put("baseline", number(value));
            case Baseline.Over(Period period) -> map.put("baseline", period(period));
            case null -> {}
        }
        switch (terms.path()) {
            case TargetPath.Linear() -> {}
            case TargetPath.Seasonal() -> map.put("path", "seasonal");
            case TargetPath.Step() -> map.put("path", "step");
            case TargetPath.Milestones(var milestones) ->
                map.put(
                        "path",
                        milestones.stream()
                                .map(m -> List.of(m.date().toString(), number(m.share())))
                                .toList());
        }
        Target.Tolerance tolerance = terms.tolerance();
        if (tolerance != null) {
            map.put("tolerance", List.of(number(tolerance.amount()), tolerance.relative() ? "relative" : "absolute"));
        }
        BigDecimal required = terms.required();
        put(map, "required", required == null ? null : number(required));
    }

    private static List<String> period(Period period) {
        return List.of(period.label(), period.start().toString(), period.end().toString());
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    static Promised read(String json) {
        JsonNode node = JSON.readTree(json);
        String cadence = string(node, "cadence");
        JsonNode target = node.get("target");
        return new Promised(
                node.get("metric").asString(),
                node.get("formula").asString(),
                node.get("print").asString(),
                Unit.parse(node.get("unit").asString(), null).orElseGet(Unit.None::new),
                string(node, "slice"),
                Direction.valueOf(upper(node.get("direction").asString())),
                target == null ? null : readTarget(target),
                cadence == null ? null : Grain.valueOf(upper(cadence)),
                new Kpi.Thresholds(decimal(node.get("on_track")), decimal(node.get("at_risk"))));
    }

    private static Target readTarget(JsonNode node) {
        Target.Terms terms = readTerms(node);
        if (node.has("reach")) {
            return new Target.Reach(decimal(node.get("reach")), terms);
        }
        if (node.has("total")) {
            return new Target.Total(decimal(node.get("total")), terms);
        }
        if (node.has("at_least")) {
            return new Target.AtLeast(decimal(node.get("at_least")), terms);
        }
        if (node.has("at_most")) {
            return new Target.AtMost(decimal(node.get("at_most")), terms);
        }
        if (node.has("between")) {
            JsonNode band = node.get("between");
            return new Target.Between(decimal(band.get(0)), decimal(band.get(1)), terms);
        }
        if (node.has("metric")) {
            return new Target.FromMetric(node.get("metric").asString(), terms);
        }
        boolean up = node.has("increase_by");
        BigDecimal amount = decimal(node.get(up ? "increase_by" : "decrease_by"));
        return new Target.Change(up, amount, node.get("relative").asBoolean(), terms);
    }

    private static Target.Terms readTerms(JsonNode node) {
        Schedule schedule = node.has("by")
                ? new Schedule.By(readPeriod(node.get("by")))
                : new Schedule.Every(Grain.valueOf(upper(node.get("every").asString())));
        JsonNode baseline = node.get("baseline");
        JsonNode tolerance = node.get("tolerance");
        JsonNode required = node.get("required");
        return new Target.Terms(
                schedule,
                baseline == null
                        ? null
                        : baseline.isArray()
                                ? new Baseline.Over(readPeriod(baseline))
                                : new Baseline.Level(decimal(baseline)),
                readPath(node.get("path")),
                tolerance == null
                        ? null
                        : new Target.Tolerance(
                                decimal(tolerance.get(0)),
                                tolerance.get(1).asString().equals("relative")),
                required == null ? null : decimal(required),
                Exprs.NOWHERE);
    }

    private static TargetPath readPath(@Nullable JsonNode path) {
        if (path == null) {
            return new TargetPath.Linear();
        }
        if (!path.isArray()) {
            return path.asString().equals("step") ? new TargetPath.Step() : new TargetPath.Seasonal();
        }
        List<TargetPath.Milestone> milestones = new ArrayList<>();
        path.forEach(one -> milestones.add(
                new TargetPath.Milestone(LocalDate.parse(one.get(0).asString()), decimal(one.get(1)))));
        return new TargetPath.Milestones(List.copyOf(milestones));
    }

    private static Period readPeriod(JsonNode node) {
        return new Period(
                node.get(0).asString(),
                LocalDateTime.parse(node.get(1).asString()),
                LocalDateTime.parse(node.get(2).asString()));
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    private static @Nullable String string(JsonNode node, String key) {
        return node.has(key) ? node.get(key).asString() : null;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
