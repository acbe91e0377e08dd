package io.bellwether.engine.duckdb;

import io.bellwether.engine.KeyCheck;
import java.util.List;
import java.util.Map;

/** What is known of one source at one version of its files. */
record CachedSource(String fingerprint, FileShape shape, Map<List<String>, KeyCheck> keys) {
    CachedSource {
        keys = Map.copyOf(keys);
    }
}
