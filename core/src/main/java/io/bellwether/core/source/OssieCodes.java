package io.bellwether.core.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that Apache Ossie has for problems, beside ours. One of ours may be several of theirs: then who finds it says which. */
public final class OssieCodes {
    public static final String NAME_NOT_FOUND = "E_NAME_NOT_FOUND";
    public static final String NAME_COLLISION = "E_NAME_COLLISION";
    public static final String MIXED_QUERY_SHAPE = "E_MIXED_QUERY_SHAPE";
    public static final String EMPTY_AGGREGATION_QUERY = "E_EMPTY_AGGREGATION_QUERY";
    public static final String EMPTY_SCALAR_QUERY = "E_EMPTY_SCALAR_QUERY";
    public static final String AGGREGATE_IN_WHERE = "E_AGGREGATE_IN_WHERE";
    public static final String WINDOW_IN_WHERE = "E_WINDOW_IN_WHERE";
    public static final String NON_AGGREGATE_IN_HAVING = "E_NON_AGGREGATE_IN_HAVING";
    public static final String MIXED_PREDICATE_LEVEL = "E_MIXED_PREDICATE_LEVEL";
    public static final String AGGREGATE_IN_FIELD = "E_AGGREGATE_IN_FIELD";
    public static final String AGGREGATE_IN_SCALAR_QUERY = "E_AGGREGATE_IN_SCALAR_QUERY";
    public static final String FAN_OUT_IN_SCALAR_QUERY = "E_FAN_OUT_IN_SCALAR_QUERY";
    public static final String UNAGGREGATED_FINER_GRAIN_REFERENCE = "E_UNAGGREGATED_FINER_GRAIN_REFERENCE";
    public static final String AMBIGUOUS_PATH = "E_AMBIGUOUS_PATH";
    public static final String NO_PATH = "E_NO_PATH";
    public static final String UNSAFE_REAGGREGATION = "E_UNSAFE_REAGGREGATION";
    public static final String AMBIGUOUS_MEASURE_GRAIN = "E_AMBIGUOUS_MEASURE_GRAIN";
    public static final String MN_NO_SAFE_REWRITE = "E3012_MN_NO_SAFE_REWRITE";
    public static final String NO_STITCHING_DIMENSION = "E3013_NO_STITCHING_DIMENSION";
    public static final String NESTED_AGGREGATION_DEFERRED = "E_NESTED_AGGREGATION_DEFERRED";
    public static final String WINDOW_OVER_FANOUT_REWRITE = "E_WINDOW_OVER_FANOUT_REWRITE";
    public static final String WINDOWED_METRIC_COMPOSITION = "E_WINDOWED_METRIC_COMPOSITION";
    public static final String DEFERRED_KEY_REJECTED = "E_DEFERRED_KEY_REJECTED";

    public static final String DEFERRED_FRAME_MODE = "E_DEFERRED_FRAME_MODE";
    public static final String FIELD_DEPENDENCY_CYCLE = "E_FIELD_DEPENDENCY_CYCLE";
    public static final String NESTED_WINDOW = "E_NESTED_WINDOW";

    /** Where nobody says otherwise. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("D301", NAME_NOT_FOUND),
            Map.entry("D326", NAME_NOT_FOUND),
            Map.entry("D332", NAME_NOT_FOUND),
            Map.entry("Q501", NAME_NOT_FOUND),
            Map.entry("D302", DEFERRED_KEY_REJECTED),
            Map.entry("D306", NAME_COLLISION),
            Map.entry("D327", UNAGGREGATED_FINER_GRAIN_REFERENCE),
            Map.entry("D328", NESTED_AGGREGATION_DEFERRED),
            Map.entry("D330", NO_PATH),
            Map.entry("D333", UNAGGREGATED_FINER_GRAIN_REFERENCE),
            Map.entry("D321", DEFERRED_KEY_REJECTED),
            Map.entry("D343", UNSAFE_REAGGREGATION),
            Map.entry("D350", AMBIGUOUS_PATH),
            Map.entry("D351", NO_PATH),
            Map.entry("D352", UNAGGREGATED_FINER_GRAIN_REFERENCE),
            Map.entry("D354", AMBIGUOUS_MEASURE_GRAIN),
            Map.entry("D356", MN_NO_SAFE_REWRITE),
            Map.entry("D357", MN_NO_SAFE_REWRITE),
            Map.entry("D358", UNAGGREGATED_FINER_GRAIN_REFERENCE),
            Map.entry("D359", WINDOW_OVER_FANOUT_REWRITE));

    private OssieCodes() {}

    static @Nullable String of(String code) {
        return OURS.get(code);
    }
}
