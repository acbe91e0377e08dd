package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileSet;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DuckDB's error texts as problems that a person can act on. */
final class Failures {
    private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    /** Of the errors that have no kind of their own, those that a value causes. */
    private static final Pattern NO_VALUE = Pattern.compile(
            "^Invalid Input Error: (?:not a (?:whole )?number|\\w+ is undefined|Division by zero|Insufficient padding)");

    private static final Pattern FIELDS = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");
    private static final Pattern VALUE =
            Pattern.compile("converting column \"(.*?)\"\\. Could not convert string (\"[^\\n]*\") to");
    private static final Pattern FILE = Pattern.compile("(?:file = |file \")([^\"\\n]+)");
    private static final Pattern IN_FILE = Pattern.compile(" (?:in )?(?:file )?[\"'][^\"']*/[^\"']*[\"']");
    private static final Pattern KIND = Pattern.compile("^(?:\\w+ )*?(?:Error|Exception): ");

    private Failures() {}

    /** What stopped a statement over mounted sources. */
    static EngineException ofStatement(SQLException e, Deadline deadline) {
        EngineException limit = limit(e, deadline);
        if (limit != null) {
            return limit;
        }
        String text = message(e);
        if (text.contains("arquet") && !text.startsWith("Binder") && !text.startsWith("Catalog")) {
            return problem("S411", "a Parquet file cannot be read: " + plain(text), "write the file again", e);
        }
        if (text.startsWith("Out of Range")
                || text.startsWith("Conversion")
                || NO_VALUE.matcher(text).find()) {
            return problem("E606", "a value does not fit: " + plain(text), EngineException.VALUE_FIX, e);
        }
        return problem("E605", "the engine refuses the statement: " + plain(text), null, e);
    }

    /** What stopped the reading of files. */
    static EngineException ofFiles(SQLException e, FileSet files, Deadline deadline) {
        EngineException limit = limit(e, deadline);
        if (limit != null) {
            return limit;
        }
        String text = message(e);
        String name = label(files, text);
        if (text.contains("GZIP")) {
            return problem(
                    "S410", name + " is damaged or cut off: it is not whole gzip data", "copy or download it again", e);
        }
        return switch (files.kind()) {
            case CSV -> csv(text, name, e);
            case JSON -> problem("S412", name + " is not valid JSON: " + plain(text), "mend the file at that place", e);
            case PARQUET ->
                problem("S411", name + " is not a whole Parquet file: " + plain(text), "write the file again", e);
            case EXCEL -> problem("S413", name + " cannot be read: " + plain(text), "save it again as .xlsx", e);
        };
    }

    private static EngineException csv(String text, String name, SQLException e) {
        Matcher line = CSV_LINE.matcher(text);
        String where = line.find() ? name + ", line " + line.group(1) : name;
        Matcher fields = FIELDS.matcher(text);
        if (fields.find()) {
            return problem(
                    "S408",
                    where + " has " + fields.group(2) + " fields where the others have " + fields.group(1),
                    "correct the line; a field that holds the separator needs quotation marks",
                    e);
        }
        if (text.contains("unterminated quote")) {
            return problem(
                    "S408",
                    where + " has a quotation mark that is not closed",
                    "close it; a quotation mark inside a field in quotation marks is written twice",
                    e);
        }
        if (text.contains("Maximum line size")) {
            return problem(
                    "S407",
                    where + " is longer than 2000000 bytes",
                    "a quotation mark that is never closed is the usual cause",
                    e);
        }
        Matcher value = VALUE.matcher(text);
        String what = value.find()
                ? value.group(2) + " in column " + value.group(1) + " does not fit the rows before"
                : plain(text);
        return problem("S408", where + " cannot be read: " + what, "correct the line", e);
    }

    private static @Nullable EngineException limit(SQLException e, Deadline deadline) {
        String text = message(e);
        if (text.startsWith("INTERRUPT") || (deadline.isOver() && text.contains("nterrupt"))) {
            return deadline.exceeded();
        }
        if (text.startsWith("Out of Memory")) {
            return problem(
                    "E603",
                    "the query needs more memory than it may use",
                    "ask for less at once, or give the engine more memory",
                    e);
        }
        return null;
    }

    private static EngineException problem(String code, String message, @Nullable String fix, SQLException cause) {
        return new EngineException(EngineException.of(code, message, fix).diagnostic(), cause);
    }

    static String message(SQLException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }

    private static String label(FileSet files, String text) {
        Matcher file = FILE.matcher(text);
        return files.label(file.find() ? Path.of(file.group(1)) : files.files().getFirst());
    }

    /** The first line without DuckDB's own kind of error, cut to what a person reads. */
    private static String plain(String text) {
        String first = KIND.matcher(text.lines().findFirst().orElse("")).replaceFirst("");
        first = IN_FILE.matcher(first).replaceAll("").strip();
        return first.length() > 300 ? first.substring(0, 300) + "…" : first;
    }
}
