package io.bellwether.app.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a CSV text by RFC 4180: quoted fields may hold separators, line breaks and doubled quotes. What separates
 * (comma, semicolon or tab) is what the first line has most of.
 */
final class CsvCells {
    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvCells(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<List<String>> of(String text) {
        var cells = new CsvCells(text);
        while (cells.at < text.length()) {
            cells.field();
        }
        if (!cells.row.isEmpty()) {
            cells.endRow();
        }
        return cells.rows;
    }

    static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** One field and what ends it. */
    private void field() {
        String value = text.charAt(at) == '"' ? quoted() : plain();
        row.add(value);
        Upload.limit(row.size() <= Upload.COLUMNS, "more than " + Upload.COLUMNS + " columns");
        if (at >= text.length()) {
            endRow();
        } else if (text.charAt(at) == separator) {
            at++;
            if (at == text.length()) {
                row.add("");
                endRow();
            }
        } else {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            endRow();
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && !isBreak(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                String message = "row " + (rows.size() + 1) + ": a quoted text never ends";
                throw EntryProblems.upload(message, "close it with \"");
            }
            value.append(text, at, quote);
            at = quote + 1;
            if (at >= text.length() || text.charAt(at) != '"') {
                break;
            }
            value.append('"');
            at++;
        }
        return value + plain();
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private void endRow() {
        rows.add(row);
        row = new ArrayList<>();
        Upload.limit(rows.size() <= Upload.ROWS, "more than " + Upload.ROWS + " rows");
    }
}
