package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.file.LastLine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file that hold the sum of its other rows: reports end with them, and they would count as data. One is told where it
 * is the last row and calls itself so, or where a number of it is the sum of the rows before.
 */
final class TotalRows {
    /** Such a word stands in one of the first columns. */
    private static final int FIRST = 8;

    /** What a number of such a row may be the sum of. */
    private static final int SUMS = 4;

    /** More are groups of the data, not sums of it. */
    private static final int MOST = 20;

    private final Runner runner;
    private final CsvTexts texts;
    private final Deadline deadline;

    TotalRows(Runner runner, CsvTexts texts, Deadline deadline) {
        this.runner = runner;
        this.texts = texts;
        this.deadline = deadline;
    }

    /** The columns that may have the word. */
    static List<String> places(List<String> columns) {
        return columns.subList(0, Math.min(columns.size(), FIRST));
    }

    /** Whether a row has the word in that column, in SQL. */
    static String isTotal(String column) {
        return "rtrim(lower(trim(" + Sql.identifier(column) + ")), ' :') in ("
                + TotalWords.ALL.stream().sorted().map(Sql::string).collect(Collectors.joining(", ")) + ")";
    }

    /**
     * What there is to say.
     *
     * @param labelled in which columns the word stands
     */
    List<Diagnostic> of(Map<String, CsvType> types, List<String> labelled) throws SQLException {
        List<Diagnostic> found = new ArrayList<>();
        for (CsvFile file : texts.files()) {
            List<String> own =
                    labelled.stream().filter(texts.of(file)::contains).toList();
            List<String> numbers = texts.columns().stream()
                    .filter(texts.of(file)::contains)
                    .filter(column -> isNumber(types.get(column)))
                    .limit(MOST)
                    .toList();
            if (!numbers.isEmpty() && (!own.isEmpty() || endsWithoutName(file))) {
                look(file, own, numbers, types, found);
            }
        }
        return found;
    }

    /** {@code ,,220}: the last row has no name, and a number. */
    private static boolean endsWithoutName(CsvFile file) {
        String end = LastLine.of(file.readable());
        return end.strip().startsWith(file.delimiter()) && end.matches(".*[0-9].*");
    }

    private static boolean isNumber(@Nullable CsvType type) {
        return type != null
                && (type.type().equals("BIGINT")
                        || type.type().startsWith("DECIMAL")
                        || type.type().equals("DOUBLE"));
    }

    /**
     * A row that calls itself a total.
     *
     * @param last whether no row follows
     * @param column the first in which the word stands
     * @param sums the columns in which its number is the sum of the rows before
     */
    private record Total(long row, boolean last, String column, String word, List<String> sums) {}

    private void look(
            CsvFile file,
            List<String> labelled,
            List<String> numbers,
            Map<String, CsvType> types,
            List<Diagnostic> found)
            throws SQLException {
        List<Total> totals = runner.query(query(file, labelled, numbers, types), deadline, rows -> {
            List<Total> all = new ArrayList<>();
            while (rows.next()) {
                all.add(total(rows, labelled, numbers));
            }
            return all;
        });
        if (totals.size() > MOST) {
            return;
        }
        for (Total total : totals) {
            if (total.last() && !total.word().isEmpty() || !total.sums().isEmpty()) {
                found.add(told(file, total));
            }
        }
    }

    /** For each row with the word its number, whether it is the last, its words, and its numbers with the sums before it. */
    private String query(CsvFile file, List<String> labelled, List<String> numbers, Map<String, CsvType> types) {
        String names = texts.columns().stream()
                .filter(column -> texts.of(file).contains(column) && !isNumber(types.get(column)))
                .map(column -> "coalesce(trim(" + Sql.identifier(column) + "), '') = ''")
                .collect(Collectors.joining(" and "));
        String any = Stream.concat(
                        labelled.stream().map(TotalRows::isTotal),
                        names.isEmpty() ? Stream.of() : Stream.of("(" + names + ")"))
                .collect(Collectors.joining(" or "));
        Map<String, String> values = new HashMap<>();
        List<String> typed = new ArrayList<>(List.of(CsvTexts.ROW + " as n", "coalesce(" + any + ", false) as t"));
        for (int i = 0; i < numbers.size(); i++) {
            values.put(numbers.get(i), "v" + i);
            typed.add("(" + types.getOrDefault(numbers.get(i), CsvType.TEXT).plain(numbers.get(i)) + ") as v" + i);
        }
        for (int i = 0; i < labelled.size(); i++) {
            typed.add(Sql.identifier(labelled.get(i)) + " as w" + i);
        }
        List<String> select = new ArrayList<>(List.of("n", "n = max(n) over () as l", "t"));
        for (int i = 0; i < labelled.size(); i++) {
            select.add("w" + i);
        }
        for (int i = 0; i < numbers.size(); i++) {
            String before = "sum(case when not t then v" + i + " end) over (";
            select.add("v" + i);
            select.add(before + "order by n) as a" + i);
            select.add(before + "partition by g order by n) as b" + i);
            select.add(before + "partition by g + t::int) as c" + i);
            select.add(before + ") as d" + i);
        }
        // It may be the sum of all rows, of those before it, or of those between it and the one before or after it.
        String groups =
                "select *, coalesce(sum(t::int) over (order by n rows between unbounded preceding and 1 preceding), 0) as g"
                        + " from (select " + String.join(", ", typed) + " from " + texts.numbered(file) + ")";
        String totals = "select " + String.join(", ", select) + " from (" + groups + ")";
        return "select * from (" + totals + ") where t order by n limit " + (MOST + 1);
    }

    private static Total total(ResultSet rows, List<String> labelled, List<String> numbers) throws SQLException {
        String column = "";
        String word = "";
        for (int i = labelled.size() - 1; i >= 0; i--) {
            String text = rows.getString(4 + i);
            if (text != null
                    && TotalWords.ALL.contains(
                            text.strip().toLowerCase(Locale.ROOT).replaceAll("[ :]+$", ""))) {
                column = labelled.get(i);
                word = text.strip();
            }
        }
        List<String> sums = new ArrayList<>();
        int at = 4 + labelled.size();
        for (String number : numbers) {
            Optional<BigDecimal> value = exact(rows, at++);
            boolean sum = false;
            for (int i = 0; i < SUMS; i++) {
                Optional<BigDecimal> other = exact(rows, at++);
                sum |= value.isPresent()
                        && value.get().signum() != 0
                        && other.isPresent()
                        && isEqual(value.get(), other.get());
            }
            if (sum) {
                sums.add(number);
            }
        }
        return new Total(rows.getLong(1), rows.getBoolean(2), column, word, sums);
    }

    private static Optional<BigDecimal> exact(ResultSet rows, int at) throws SQLException {
        String text = rows.getString(at);
        return text == null || !text.matches("[-+0-9.eE]+") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    /** Reports round what they show. */
    private static boolean isEqual(BigDecimal a, BigDecimal b) {
        BigDecimal most = a.abs().max(b.abs()).movePointLeft(6);
        return a.subtract(b).abs().compareTo(most) <= 0;
    }

    private static Diagnostic told(CsvFile file, Total total) {
        String what = total.sums().isEmpty()
                ? " looks like a total of the others, and counts as one of them"
                : " has the sum of other rows in " + String.join(", ", total.sums()) + ", and counts as one of them";
        String place = file.place(total.row());
        String last = total.last() ? "skip_rows: last" : "skip_rows: " + place.replaceAll(".* ", "");
        if (total.word().isEmpty()) {
            return Diagnostic.warning(
                    "S438", null, place + ": a row of totals without a name" + what, "leave it out: " + last);
        }
        return Diagnostic.warning(
                "S438",
                null,
                place + ": the row with \"" + total.word() + "\" in column " + total.column() + what,
                "leave it out: skip_rows: { " + yaml(total.column()) + ": " + yaml(total.word()) + " }"
                        + (total.last() ? ", or " + last : ""));
    }

    static String yaml(String text) {
        return text.matches("[\\p{L}_][\\p{L}0-9_]*( [\\p{L}0-9_]+)*")
                ? text
                : "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
