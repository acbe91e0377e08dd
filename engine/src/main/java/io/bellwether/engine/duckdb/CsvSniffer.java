package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.CsvLayout;
import io.bellwether.engine.file.FileSet;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks DuckDB for the columns and types of CSV files whose layout is known, and writes the call that reads them. */
final class CsvSniffer {
    /** The option of files that only one thread can read. */
    static final String ONE_THREAD = "one thread";

    private static final String ALL_ROWS = ", sample_size = -1";
    private static final String FIXED = ", quote = '\"', escape = '\"', comment = '', skip = 0";
    /** A quarter of DuckDB's own: parsing starts sooner after unpacking, in fewer fresh pages; far above the longest line. */
    private static final String BUFFER = ", buffer_size = 8000000";

    private final Runner runner;
    private final AmbiguousDates dates;

    CsvSniffer(Runner runner) {
        this.runner = runner;
        this.dates = new AmbiguousDates(runner);
    }

    /** What reads the files of that shape: one file without looking at it again, several by the names of their columns. */
    static String source(List<Path> files, FileShape shape) {
        StringBuilder call = new StringBuilder("read_csv(").append(Sql.files(files));
        call.append(dialect(shape.options().getOrDefault("delimiter", ",")));
        call.append(", header = ").append(shape.options().getOrDefault("header", "true"));
        call.append(shape.options().containsKey(ONE_THREAD) ? ", parallel = false" : "");
        if (files.size() > 1) {
            // Each file may write its dates in its own way; all of its rows say in which.
            call.append(ALL_ROWS).append(", union_by_name = true, types = ").append(Sql.types(shape.columns()));
        } else {
            call.append(", auto_detect = false, columns = ").append(Sql.types(shape.columns()));
            for (String format : List.of("dateformat", "timestampformat")) {
                String value = shape.options().get(format);
                call.append(value == null ? "" : ", " + format + " = " + Sql.string(value));
            }
        }
        return call.append(")").toString();
    }

    FileShape sniff(FileSet files, List<Path> readable, CsvLayout layout, Map<String, String> known, Deadline deadline)
            throws SQLException {
        Map<String, String> options = new HashMap<>(known);
        options.put("delimiter", String.valueOf(layout.delimiter()));
        String rest = dialect(String.valueOf(layout.delimiter())) + ALL_ROWS;
        try {
            List<PhysicalColumn> columns = first(readable.getFirst(), rest, options, deadline);
            if (readable.size() > 1) {
                String call = "read_csv(" + Sql.files(readable) + rest + ", union_by_name = true, header = "
                        + options.get("header") + ")";
                columns = Described.columns(runner, "select * from " + call, deadline);
            }
            List<Diagnostic> warnings = new ArrayList<>(CsvWarnings.of(files, layout, options, columns));
            if (readable.size() == 1) {
                FileShape shape = new FileShape(columns, options, List.of());
                warnings.addAll(dates.warnings(readable.getFirst(), files.pattern(), shape, deadline));
            }
            return new FileShape(columns, options, warnings);
        } catch (SQLException e) {
            throw explained(e, files, readable, layout, deadline);
        }
    }

    private List<PhysicalColumn> first(Path file, String rest, Map<String, String> options, Deadline deadline)
            throws SQLException {
        String sniff = "select \"HasHeader\", \"DateFormat\", \"TimestampFormat\", c.name, c.type from (select *, "
                + "unnest(\"Columns\") as c from sniff_csv("
                + Sql.files(List.of(file)).replaceAll("^\\[|\\]$", "") + rest + "))";
        return runner.query(sniff, deadline, rows -> {
            List<PhysicalColumn> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(new PhysicalColumn(rows.getString(4), rows.getString(5)));
                remember(rows, options);
            }
            return columns;
        });
    }

    private static void remember(ResultSet row, Map<String, String> options) throws SQLException {
        options.put("header", row.getString(1));
        if (row.getString(2) != null) {
            options.put("dateformat", row.getString(2));
        }
        if (row.getString(3) != null) {
            options.put("timestampformat", row.getString(3));
        }
    }

    /** The sniffer does not say which line it stumbled over. */
    private SQLException explained(
            SQLException e, FileSet files, List<Path> readable, CsvLayout layout, Deadline deadline) {
        if (!Failures.message(e).contains("when sniffing")) {
            return e;
        }
        if (layout.odd() > 0) {
            throw raggedHead(files, layout);
        }
        return readAsText(e, readable, String.valueOf(layout.delimiter()), layout.fields(), deadline);
    }

    /** What is wrong with the files' lines, whatever their values: found by reading each field as text. */
    SQLException readAsText(SQLException e, List<Path> readable, String delimiter, int fields, Deadline deadline) {
        List<PhysicalColumn> texts = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            texts.add(new PhysicalColumn("c" + i, "VARCHAR"));
        }
        FileShape shape = new FileShape(texts, Map.of("delimiter", delimiter), List.of());
        try {
            for (Path file : readable) {
                runner.execute("select count(c0) from " + source(List.of(file), shape), deadline);
            }
            return e;
        } catch (SQLException better) {
            return better;
        }
    }

    private static EngineException raggedHead(FileSet files, CsvLayout layout) {
        String name = files.label(files.files().getFirst());
        boolean top = layout.odd() == 1;
        return EngineException.of(
                "S408",
                name + ", line " + layout.odd() + " has " + layout.oddFields() + " fields where the others have "
                        + layout.fields(),
                top
                        ? "the first line must name the columns: delete what stands above it"
                        : "correct the line; a field that holds the separator needs quotation marks");
    }

    private static String dialect(String delimiter) {
        return ", delim = " + Sql.string(delimiter) + FIXED + BUFFER;
    }
}
