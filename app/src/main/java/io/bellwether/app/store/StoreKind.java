package io.bellwether.app.store;

import java.util.Map;

/** The two databases, and the few words that they spell differently; migrations write them as {@code ${id}}. */
public enum StoreKind {
    SQLITE(Map.of("id", "integer primary key autoincrement", "bytes", "blob")),
    POSTGRESQL(Map.of("id", "bigint generated always as identity primary key", "bytes", "bytea"));

    private final Map<String, String> words;

    StoreKind(Map<String, String> words) {
        this.words = words;
    }

    Map<String, String> words() {
        return words;
    }
}
