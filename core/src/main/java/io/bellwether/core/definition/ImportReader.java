package io.bellwether.core.definition;

import org.jspecify.annotations.Nullable;

/** Reads one item of {@code imports}. */
final class ImportReader {
    private ImportReader() {}

    static @Nullable ImportDefinition read(Keys keys) {
        var dbt = keys.text("dbt");
        var tables = keys.text("tables");
        keys.notRead("ossie");
        if (!keys.has("ossie")) {
            keys.missing("dbt", "target/semantic_manifest.json");
        }
        return dbt == null ? null : new ImportDefinition(dbt, tables);
    }
}
