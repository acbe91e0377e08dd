package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.file.CsvLayout;
import io.bellwether.engine.file.FileSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is odd about a CSV file that can be read nevertheless. */
final class CsvWarnings {
    private static final int MANY_COLUMNS = 1000;

    private CsvWarnings() {}

    static List<Diagnostic> of(
            FileSet files, CsvLayout layout, Map<String, String> options, List<PhysicalColumn> columns) {
        List<Diagnostic> warnings = new ArrayList<>();
        if (columns.size() > MANY_COLUMNS) {
            warnings.add(Diagnostic.warning(
                    "S414",
                    null,
                    files.pattern() + " has " + columns.size() + " columns",
                    "is the file turned on its side, or its separator not \"" + layout.delimiter() + "\"?"));
        }
        if ("false".equals(options.get("header"))) {
            warnings.add(Diagnostic.warning(
                    "S415",
                    null,
                    files.pattern() + " has no line of column names; they are column0, column1, …",
                    "write the names into its first line"));
        } else {
            twice(files, layout, warnings);
        }
        return warnings;
    }

    private static void twice(FileSet files, CsvLayout layout, List<Diagnostic> warnings) {
        Set<String> seen = new HashSet<>();
        for (String name : layout.header()) {
            if (!name.isBlank() && !seen.add(name.strip().toLowerCase(Locale.ROOT))) {
                warnings.add(Diagnostic.warning(
                        "S416",
                        null,
                        files.pattern() + " has more than one column named " + name
                                + "; the later ones have a number added",
                        "give each column a name of its own"));
            }
        }
    }
}
