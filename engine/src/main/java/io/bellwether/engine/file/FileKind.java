package io.bellwether.engine.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that we read, told apart by the end of their names. */
public enum FileKind {
    CSV(".csv", ".csv.gz", ".tsv", ".tsv.gz", ".txt", ".txt.gz"),
    JSON(".json", ".json.gz", ".ndjson", ".ndjson.gz", ".jsonl", ".jsonl.gz"),
    PARQUET(".parquet"),
    EXCEL(".xlsx");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    public static Optional<FileKind> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.endings.stream().anyMatch(lower::endsWith)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether the file's bytes are text, behind gzip or not. */
    public boolean isText() {
        return this == CSV || this == JSON;
    }
}
