package io.bellwether.engine.file;

import io.bellwether.engine.EngineException;

/** The problems that files have, each worded in one place. */
public final class Problems {
    private Problems() {}

    static EngineException outside(String pattern) {
        return EngineException.of(
                "S401",
                "source " + pattern + " lies outside the workspace's folder",
                "move the file into the workspace, or start with --allow-path and the file's folder");
    }

    static EngineException remote(String pattern) {
        return EngineException.of(
                "S402", "source " + pattern + " is an address, not a file", "download it into the workspace's folder");
    }

    static EngineException unknownKind(String name) {
        return EngineException.of(
                "S402",
                name + " is not a kind of file that we read",
                "use .csv, .tsv, .txt, .json, .ndjson, .jsonl (each also .gz), .parquet or .xlsx");
    }

    static EngineException mixedKinds(String pattern) {
        return EngineException.of(
                "S402", pattern + " matches files of different kinds", "narrow it to one kind, such as data/*.csv");
    }

    /** Nothing stands where the definition says that the names are. */
    public static EngineException noNames(String label, int header) {
        return EngineException.of(
                "S405",
                label + " has nothing in line " + header + ", where `header:` says the names are",
                "give the number of the line that names the columns, as an editor shows it");
    }

    static EngineException noSheets(String pattern) {
        return EngineException.of(
                "S402",
                pattern + " has no sheets, and \"sheet\" asks for one",
                "remove it, or name a workbook (.xlsx)");
    }

    static EngineException noLineOfNames(String pattern) {
        return EngineException.of(
                "S402",
                pattern + " has no line of names, and \"header\" asks for one: its columns know theirs",
                "remove it; to leave out records, write skip_rows");
    }

    static EngineException badPattern(String pattern) {
        return EngineException.of("S402", "source " + pattern + " is not a path", "name a file or a glob of files");
    }

    static EngineException missing(String pattern, boolean glob) {
        return glob
                ? EngineException.of("S403", "no file matches " + pattern, "check the folder and the * in it")
                : EngineException.of(
                        "S403",
                        "there is no file " + pattern,
                        "paths start at the workspace's folder; check the spelling");
    }

    static EngineException tooMany(String pattern, int limit) {
        return EngineException.of(
                "S403",
                pattern + " matches more than " + limit + " files",
                "narrow it, or join the files into Parquet");
    }

    static EngineException folder(String pattern) {
        return EngineException.of(
                "S404", pattern + " is a folder", "name its files by a glob, such as " + pattern + "/*.csv");
    }

    static EngineException unreadable(String name) {
        return EngineException.of(
                "S404", name + " cannot be read", "check that it is a plain file and who may read it");
    }

    static EngineException empty(String name) {
        return EngineException.of("S405", name + " is empty", "put its data into it, or take it out of the definition");
    }

    static EngineException notText(String name, long offset) {
        return EngineException.of(
                "S406",
                name + " is not text: byte " + offset + " cannot stand in a text file",
                "check that the file is what its name says");
    }

    static EngineException brokenText(String name, long line, long offset) {
        return EngineException.of(
                "S406",
                name + ", line " + line + ": byte " + offset + " breaks its UTF-8 text",
                "save the whole file in one encoding, best UTF-8");
    }

    static EngineException longLine(String name, long line) {
        return EngineException.of(
                "S407",
                name + ", line " + line + " is longer than " + TextHead.LONGEST_LINE + " bytes",
                "a quotation mark that is never closed is the usual cause");
    }

    static EngineException openQuote(String name, long line) {
        return EngineException.of(
                "S408",
                name + ", line " + line + " has a quotation mark that is not closed",
                "close it; a quotation mark inside a field in quotation marks is written twice");
    }

    static EngineException longNumber(String name, long line) {
        return EngineException.of(
                "S407",
                name + ", line " + line + " has more than " + TextHead.MOST_DIGITS + " digits in a row",
                "check how the file was written");
    }

    static EngineException manyColumns(String name) {
        return EngineException.of(
                "S407",
                name + " has more than " + TextFiles.MOST_COLUMNS + " columns",
                "check how the file was written; each column of a wide table can be a row instead");
    }

    static EngineException damaged(String name) {
        return EngineException.of(
                "S410", name + " is damaged or cut off: it is not whole gzip data", "copy or download it again");
    }
}
