package io.bellwether.app.init;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A first workspace for one file, before its targets.
 *
 * @param time the field that places rows in periods, or null where the file has none
 * @param every how often rows come, or null where the data show no rhythm
 * @param currency ISO 4217 code, or null where nothing is money or nothing says which
 * @param notes what whoever reads the proposal should know
 */
record Draft(
        Profile profile,
        @Nullable String time,
        @Nullable String every,
        @Nullable String currency,
        List<FieldDraft> fields,
        List<MetricDraft> metrics,
        List<String> notes) {
    String dataset() {
        return profile.name();
    }

    Draft expecting(@Nullable String rhythm) {
        return new Draft(profile, time, rhythm, currency, fields, metrics, notes);
    }

    /** The draft without the metrics and fields of these names. */
    Draft without(Collection<String> names) {
        return new Draft(
                profile,
                time,
                every,
                currency,
                fields.stream().filter(f -> !names.contains(f.name())).toList(),
                metrics.stream().filter(m -> !names.contains(m.name())).toList(),
                notes);
    }
}
