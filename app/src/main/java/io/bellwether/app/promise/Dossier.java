package io.bellwether.app.promise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evidence that is shown to who decides about a KPI, and kept with the decision.
 *
 * @param promise what is promised, in words
 * @param history the metric over the last periods that are over, the latest last
 * @param reached one sentence: how often history's comparable stretches of time would have met the promise
 * @param comparable those stretches, the latest first
 * @param timeframes how the KPI's own last timeframes ended, as reported, the latest first
 * @param usage one sentence for each thing that stands on it
 */
public record Dossier(
        String promise,
        List<Point> history,
        String reached,
        List<Point> comparable,
        List<Point> timeframes,
        List<String> usage) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * A stretch of time.
     *
     * @param value as it is shown; null where there is none
     * @param verdict {@code Achieved}, {@code Missed}; null where nothing is judged
     */
    public record Point(
            String label, @Nullable String value, @Nullable String verdict) {}

    /** As it is stored. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** As it was stored. */
    public static Dossier read(String json) {
        return JSON.readValue(json, Dossier.class);
    }
}
