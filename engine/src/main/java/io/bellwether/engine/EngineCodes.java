package io.bellwether.engine;

import io.bellwether.core.source.CodeEntry;
import java.util.List;
import java.util.Set;

/** What the reference says about the codes of sources (S4xx) and of engines (E6xx). */
public final class EngineCodes {
    public static final List<CodeEntry> ALL = List.of(
            new CodeEntry(
                    "S401",
                    "source outside",
                    "A source lies outside of the workspace's folder.",
                    "Move the file into the workspace, or start with --allow-path and the file's folder."),
            new CodeEntry(
                    "S402",
                    "source not read",
                    "A source is an address, a kind of file that is not read, or a pattern over several kinds; or it is asked for a sheet "
                            + "or a line of names that files of its kind do not have.",
                    "Name .csv, .tsv, .txt, .json, .ndjson, .jsonl (each also .gz), .parquet or .xlsx files, of one kind."),
            new CodeEntry(
                    "S403",
                    "no file",
                    "No file is there, or the pattern matches none or too many.",
                    "Check the spelling; paths start at the workspace's folder."),
            new CodeEntry(
                    "S404",
                    "file not readable",
                    "The source is a folder, or a file that may not be read.",
                    "Name the folder's files by a glob; check who may read them."),
            new CodeEntry(
                    "S405",
                    "empty file",
                    "The file holds nothing.",
                    "Put its data into it, or take it out of the definition."),
            new CodeEntry(
                    "S406",
                    "not text",
                    "Bytes of the file are no text, or break its UTF-8.",
                    "Save the whole file in one encoding, best UTF-8."),
            new CodeEntry(
                    "S407",
                    "line too long",
                    "A line is longer, wider or holds longer numbers than any table has.",
                    "Look for a quotation mark that is never closed; check how the file was written."),
            new CodeEntry(
                    "S408",
                    "CSV not read",
                    "A line of a CSV file has another number of fields, or a value that does not fit.",
                    "Correct the line that is named."),
            new CodeEntry("S410", "damaged gzip", "The file is not whole gzip data.", "Copy or download it again."),
            new CodeEntry(
                    "S411", "damaged Parquet", "The file is not a whole Parquet file.", "Write or copy it again."),
            new CodeEntry("S412", "not JSON", "The file is not valid JSON.", "Mend it at the place that is named."),
            new CodeEntry(
                    "S413",
                    "damaged workbook",
                    "The file is not an Excel workbook, is damaged, or is larger than we read.",
                    "Save it again as .xlsx, or its sheet as CSV."),
            new CodeEntry(
                    "S414",
                    "very many columns (warning)",
                    "The file has more than a thousand columns.",
                    "See whether it is turned on its side, or separated by another character."),
            new CodeEntry(
                    "S415",
                    "no column names (warning)",
                    "The first line names no columns; they are called column0, column1, ….",
                    "Write the names into the first line."),
            new CodeEntry(
                    "S416",
                    "column named twice (warning)",
                    "Two columns have one name; the later ones have a number added.",
                    "Give each column a name of its own."),
            new CodeEntry(
                    "S417",
                    "column gone",
                    "A column that the definitions use is not in the file.",
                    "Check the file's first line."),
            new CodeEntry(
                    "S418",
                    "day and month unclear (warning)",
                    "The dates of a column can be read with the day or with the month first.",
                    "Write them as 2026-11-30, or say their format: in a field."),
            new CodeEntry(
                    "S431",
                    "no such sheet",
                    "The workbook has no sheet of this name, or shows none at all.",
                    "Write the name of one that it has."),
            new CodeEntry(
                    "S432",
                    "cells merged across columns",
                    "A cell in the middle of the rows is merged with those beside it.",
                    "Unmerge the cells, so that each row has a value for each column."),
            new CodeEntry(
                    "S433",
                    "cell without a value",
                    "A cell shows an error, a formula that was never computed, one number for several rows, or a value that is "
                            + "infinite or no number. Questions that need its column are refused, others are answered.",
                    "Mend the value that is named."),
            new CodeEntry(
                    "S434",
                    "another table",
                    "Below an empty line or beside its first table the sheet has another one.",
                    "Move it to a sheet of its own."),
            new CodeEntry(
                    "S435",
                    "unusual sheet (warning)",
                    "A title, notes, headings or another table stand around the table, or rows are hidden: it is said how they were read.",
                    "Say in the definition that it is so, or change the sheet."),
            new CodeEntry(
                    "S436",
                    "text among numbers (warning)",
                    "A few texts make a text of a column of numbers or dates; the first is named.",
                    "Write a value into that cell, or empty it."),
            new CodeEntry(
                    "S437",
                    "point between thousands (warning)",
                    "Each number of a column could have its point between thousands: 1.234 is one and a bit, or a thousand and more.",
                    "Write the numbers without points between thousands."),
            new CodeEntry(
                    "S438",
                    "row of totals (warning)",
                    "A row of a file is called a total, or holds the sum of the others; it counts as one of them.",
                    "Leave it out with skip_rows, or say nothing if it is none."),
            new CodeEntry(
                    "S439",
                    "rows set aside (warning)",
                    "Rows of a file cannot be read, and the definition says on_error: quarantine: they do not count.",
                    "Correct the lines that are named."),
            new CodeEntry(
                    "S421",
                    "no table",
                    "The connection has no table of this name, or does not show it to us.",
                    "Check schema and table, and who may see them."),
            new CodeEntry(
                    "S422",
                    "table closed",
                    "The connection's user may not read the table.",
                    "Let the connection's user read it."),
            new CodeEntry(
                    "S423",
                    "query refused",
                    "The server refuses the query of a source.",
                    "Try the query in the server's own shell."),
            new CodeEntry(
                    "S426",
                    "extract missing",
                    "A dataset says extract:, and there is no copy of its rows yet; the source itself is read.",
                    "Run bellwether refresh."),
            new CodeEntry(
                    "S427",
                    "extract out of date",
                    "The copy of a dataset's rows is older than its source, or than extract: every allows; it is read still.",
                    "Run bellwether refresh, after each load for example."),
            new CodeEntry(
                    "S428",
                    "rollups missing",
                    "The workspace says rollups:, and small tables for the data as it is now are missing; the data itself is read.",
                    "Run bellwether refresh, after each load for example."),
            new CodeEntry(
                    "E601",
                    "no answer in time",
                    "The query took longer than it may.",
                    "Ask for fewer periods or dimensions, or allow more time."),
            new CodeEntry("E602", "cancelled", "Somebody cancelled the query, or the program ends.", "Ask again."),
            new CodeEntry(
                    "E603",
                    "out of memory",
                    "The query needs more memory than it may use.",
                    "Ask for less at once, or give the engine more memory."),
            new CodeEntry(
                    "E604",
                    "answer too long",
                    "The answer has more rows than are given out.",
                    "Group coarser, filter, or add a limit."),
            new CodeEntry(
                    "E605",
                    "statement refused",
                    "The engine refuses a statement that Bellwether wrote, or a query of a source.",
                    "Correct the source's query; else report it with the statement."),
            new CodeEntry(
                    "E606",
                    "value does not fit",
                    "A value does not fit the type that the statement needs or that a field declares, or a function has no result for it.",
                    "Correct the value, leave such values out, or say in the field's type: and format: what the column holds."),
            new CodeEntry(
                    "E607",
                    "engine not started",
                    "The embedded engine could not start or write its scratch files.",
                    "See the message for the reason: disk space and rights are the usual ones."),
            new CodeEntry(
                    "E608",
                    "file not written",
                    "A rollup or an extract cannot be written.",
                    "Check the space on the disk and the rights in the workspace's folder."),
            new CodeEntry(
                    "E611",
                    "server not reachable",
                    "Nothing answers at the connection's url.",
                    "Check the url, that the server runs, and what lies between."),
            new CodeEntry(
                    "E612",
                    "not let in",
                    "The server refuses user, password or database.",
                    "Check them, and the variables or files that they come from."),
            new CodeEntry(
                    "E613",
                    "no driver",
                    "The driver for this kind of server is not shipped and not in the folder of drivers.",
                    "Put its jar there; the guide's page on connections names it."),
            new CodeEntry(
                    "E614",
                    "secret not there",
                    "The variable or the file that a connection names is not there.",
                    "Set the variable, or write the file."),
            new CodeEntry(
                    "E615",
                    "server not prepared",
                    "The server lacks something without which it would answer wrongly, such as time zones.",
                    "Do what the message says."),
            new CodeEntry(
                    "E616",
                    "server busy",
                    "All sessions that a connection may have were at work until the time of the question was over.",
                    "Ask again, or for less at once."),
            new CodeEntry(
                    "E617",
                    "engine busy",
                    "More questions are waiting for the embedded engine than it takes, or it is being closed.",
                    "Ask again in a few seconds."),
            new CodeEntry(
                    "E618",
                    "too many statements of one client",
                    "One client has as many statements at work or waiting as it may have at the same time.",
                    "Wait for answers before asking more; bellwether serve --client-statements allows more."));

    /** Nothing that is asked meets anything else while these hold. */
    private static final Set<String> OF_ALL =
            Set.of("E602", "E611", "E612", "E613", "E614", "E615", "E616", "E617", "E618");

    private EngineCodes() {}

    /** Whether a problem would stop every other statement to the same engine too, whatever it asks. */
    public static boolean isOfAll(String code) {
        return OF_ALL.contains(code);
    }
}
