package io.bellwether.engine.duckdb;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of DuckDB's SQL, quoted so that no name or text can end them. */
final class Sql {
    private Sql() {}

    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String identifiers(Collection<String> names) {
        return names.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    static String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A list of files; each stands for itself even where its name looks like a pattern. */
    static String files(Collection<Path> files) {
        return files.stream()
                .map(f -> string(f.toString().replaceAll("[*?\\[]", "[$0]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String strings(Collection<String> texts) {
        return texts.stream().map(Sql::string).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The columns and their types as the readers take them: a struct of texts. */
    static String types(Collection<PhysicalColumn> columns) {
        return columns.stream()
                .map(c -> string(c.name()) + ": " + string(c.type()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
