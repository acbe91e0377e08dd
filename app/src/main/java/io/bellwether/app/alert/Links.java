package io.bellwether.app.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where our pages are, for those who are not on them.
 *
 * @param base the address of the server as its people know it, or null: then nothing is linked
 */
public record Links(@Nullable String base) {
    /** A page by its path, or null. */
    public @Nullable String page(String path) {
        return base == null ? null : base.replaceFirst("/+$", "") + path;
    }

    /** The page of a KPI, or null. */
    public @Nullable String kpi(String name) {
        return base == null
                ? null
                : base.replaceFirst("/+$", "") + "/kpi/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    @Nullable
    String of(io.bellwether.core.catalog.Alert.Subject subject) {
        return switch (subject.kind()) {
            case KPI -> kpi(subject.name());
            case METRIC, OBJECTIVE, DATASET -> null;
        };
    }
}
