package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code imports}. */
final class ImportReader {
    private ImportReader() {}

    static @Nullable ImportDefinition read(Keys keys) {
        var dbt = keys.text("dbt");
        var tables = keys.text("tables");
        var ossie = keys.text("ossie");
        if (dbt != null && ossie != null) {
            String message = "an import is of dbt or of Ossie";
            keys.problems().add(Code.APART, ossie.span(), message, "write two imports");
            return null;
        }
        if (ossie == null) {
            keys.missing("dbt", "target/semantic_manifest.json");
        }
        return ossie != null
                ? new ImportDefinition(ossie, true, tables)
                : dbt == null ? null : new ImportDefinition(dbt, false, tables);
    }
}
