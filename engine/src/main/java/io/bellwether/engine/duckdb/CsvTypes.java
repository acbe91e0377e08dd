package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.FileReading;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types of columns of texts. A sample says what is worth a try, all rows decide: a column has a type where each of
 * its texts comes back from the value as it was written. So codes stay codes ({@code 1.10}, {@code 007}, {@code 1E2}), and
 * one text among numbers makes a column of texts.
 */
final class CsvTypes {
    private static final int EXACT_DIGITS = 15;

    /** What programs write for a number or a date that is none. */
    private static final String NO_VALUES = "'infinity', '-infinity', 'inf', '-inf', '+inf', 'nan', '-nan'";

    /** Columns of one statement: the time to plan it grows faster than they do. */
    private static final int AT_ONCE = 25;

    private final Runner runner;
    private final CsvTexts texts;
    private final String label;
    private final boolean oneThread;
    private final Deadline deadline;
    private @Nullable String relation;
    private final Map<String, CsvType> types = new LinkedHashMap<>();
    private final Map<String, Diagnostic> refused = new LinkedHashMap<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final Map<String, CsvType> kept = new LinkedHashMap<>();
    private final List<String> asides = new ArrayList<>();

    CsvTypes(Runner runner, CsvTexts texts, String label, boolean oneThread, Deadline deadline) {
        this.runner = runner;
        this.texts = texts;
        this.label = label;
        this.oneThread = oneThread;
        this.deadline = deadline;
    }

    /**
     * What was found.
     *
     * @param refused what keeps a column from being used
     * @param kept columns of which rows with another text are set aside
     * @param asides such texts
     */
    record Found(
            Map<String, CsvType> types,
            List<Diagnostic> warnings,
            Map<String, Diagnostic> refused,
            Map<String, CsvType> kept,
            List<String> asides) {
        /** What holds in rows that count. */
        Map<String, String> held() {
            Map<String, String> held = new LinkedHashMap<>();
            kept.forEach((column, type) -> held.put(column, type.holds()));
            return held;
        }
    }

    /** @param samples some texts of each column, none of them blank */
    Found find(Map<String, List<String>> samples, FileReading reading) throws SQLException {
        if (texts.columns().size() <= 4 * AT_ONCE) {
            decideAll(samples, reading);
        } else {
            copied(samples, reading);
        }
        return new Found(types, warnings, refused, kept, asides);
    }

    /** A wide file is asked part by part, out of a copy: to plan a call that reads thousands of columns takes seconds. */
    private void copied(Map<String, List<String>> samples, FileReading reading) throws SQLException {
        String copy = Sql.identifier("texts of " + label);
        runner.execute(
                "create or replace table " + copy + " as select * from " + texts.texts(texts.columns(), oneThread),
                deadline);
        relation = copy;
        try {
            decideAll(samples, reading);
        } finally {
            runner.execute("drop table " + copy, deadline);
        }
    }

    private void decideAll(Map<String, List<String>> samples, FileReading reading) throws SQLException {
        List<String> rest = new ArrayList<>(texts.columns());
        rest.removeIf(column -> reading.told(column)
                .filter(told -> told.type() == Type.TEXT || told.format() != null)
                .isPresent());
        rest.removeAll(wholeNumbers(rest, samples));
        for (int from = 0; from < rest.size(); from += AT_ONCE) {
            Map<String, List<CsvType>> open = new LinkedHashMap<>();
            rest.stream()
                    .skip(from)
                    .limit(AT_ONCE)
                    .forEach(column -> open.put(column, CsvType.candidates(samples.getOrDefault(column, List.of()))));
            written(decide(open, samples));
        }
        told(samples, reading);
    }

    /** What the definition says of a column that its texts do not say themselves. */
    private void told(Map<String, List<String>> samples, FileReading reading) throws SQLException {
        Map<String, FileReading.Told> open = new LinkedHashMap<>();
        for (String column : texts.columns()) {
            reading.told(column)
                    .filter(told -> told.type() != Type.TEXT)
                    .filter(told -> told.format() != null || !CsvTold.fits(told.type(), types.get(column)))
                    .ifPresent(told -> open.put(column, told));
        }
        if (!open.isEmpty()) {
            Found found = new CsvTold(runner, texts, label, reading.quarantine(), deadline)
                    .decide(open, samples, from(List.copyOf(open.keySet())));
            types.putAll(found.types());
            warnings.addAll(found.warnings());
            refused.putAll(found.refused());
            kept.putAll(found.kept());
            asides.addAll(found.asides());
        }
    }

    /** Most columns of wide files are of whole numbers: that takes one look, and no more. */
    private Set<String> wholeNumbers(List<String> columns, Map<String, List<String>> samples) throws SQLException {
        List<String> likely = columns.stream()
                .filter(column -> !samples.getOrDefault(column, List.of()).isEmpty())
                .filter(column -> Objects.requireNonNull(samples.get(column)).stream()
                        .allMatch(text -> text.matches(CsvValue.WHOLE)))
                .toList();
        Set<String> whole = new HashSet<>();
        for (int from = 0; from < likely.size(); from += 4 * AT_ONCE) {
            List<String> some = likely.subList(from, Math.min(likely.size(), from + 4 * AT_ONCE));
            List<String> select = some.stream()
                    .map(column -> misses(column, CsvType.WHOLE.holds(column)))
                    .toList();
            runner.query(query(select, some), deadline, rows -> {
                rows.next();
                for (int i = 0; i < some.size(); i++) {
                    if (rows.getLong(i + 1) == 0) {
                        types.put(some.get(i), CsvType.WHOLE);
                        whole.add(some.get(i));
                    }
                }
                return whole;
            });
        }
        return whole;
    }

    /** Columns that look like numbers and are none as programs write them. */
    private Map<String, List<CsvType>> decide(Map<String, List<CsvType>> open, Map<String, List<String>> samples)
            throws SQLException {
        List<String> select = new ArrayList<>();
        open.forEach((column, candidates) -> {
            candidates.forEach(type -> select.add(misses(column, type.holds(column))));
            if (!candidates.isEmpty()) {
                select.addAll(shape("trim(" + Sql.identifier(column) + ")"));
            }
        });
        Map<String, List<CsvType>> numbers = new LinkedHashMap<>();
        if (!select.isEmpty()) {
            runner.query(query(select, open.keySet().stream().toList()), deadline, rows -> {
                rows.next();
                int at = 1;
                for (Map.Entry<String, List<CsvType>> one : open.entrySet()) {
                    if (!one.getValue().isEmpty()) {
                        at = decide(one.getKey(), one.getValue(), rows, at, numbers);
                    } else if (looksLikeAmounts(samples.getOrDefault(one.getKey(), List.of()))) {
                        numbers.put(one.getKey(), List.of());
                    }
                }
                return at;
            });
        } else {
            open.keySet().forEach(column -> {
                if (looksLikeAmounts(samples.getOrDefault(column, List.of()))) {
                    numbers.put(column, List.of());
                }
            });
        }
        return numbers;
    }

    /** What {@link Shape} holds, and how many texts say that there is no value. */
    private static List<String> shape(String text) {
        String behind = "length(split_part(" + text + ", '.', 2))";
        String pointed = " filter (where contains(" + text + ", '.'))";
        return List.of(
                "coalesce(min(" + behind + ")" + pointed + ", 0)",
                "coalesce(max(" + behind + ")" + pointed + ", 0)",
                "coalesce(max(length(regexp_replace(" + text + ", '[^0-9]', '', 'g'))), 0)",
                "count(*) filter (where " + text + " like '%.%0' and " + text + " not like '%.0')",
                "count(*) filter (where " + text + " like '%.%' and not regexp_full_match(" + text
                        + ", '-?[1-9][0-9]{0,2}\\.[0-9]{3}'))",
                "count(*) filter (where lower(" + text + ") in (" + NO_VALUES + "))");
    }

    private static boolean looksLikeAmounts(List<String> sample) {
        return !sample.isEmpty()
                && sample.stream().allMatch(t -> t.matches("[-+(\\s$€£¥0-9.,)%]*[0-9][-+(\\s$€£¥0-9.,)%]*"));
    }

    private int decide(
            String column, List<CsvType> candidates, ResultSet rows, int from, Map<String, List<CsvType>> numbers)
            throws SQLException {
        List<CsvType> holding = new ArrayList<>();
        int at = from;
        int after = from + candidates.size();
        Shape shape = new Shape(
                rows.getInt(after),
                rows.getInt(after + 1),
                rows.getInt(after + 2),
                rows.getLong(after + 3),
                rows.getLong(after + 4));
        long infinite = rows.getLong(after + 5);
        boolean dates = candidates.stream()
                        .anyMatch(t -> t.type().startsWith("DATE") || t.type().startsWith("TIMESTAMP"))
                && !candidates.contains(CsvType.WHOLE);
        boolean codes = false;
        for (CsvType type : candidates) {
            long misses = rows.getLong(at++) - (type.equals(CsvType.TRUTH) ? 0 : infinite);
            if (misses == 0) {
                shape.fit(type).ifPresent(holding::add);
                codes = true;
            }
        }
        if (!holding.isEmpty()) {
            choose(column, holding, shape, infinite, dates);
        } else if (!codes && candidates.contains(CsvType.WHOLE)) {
            numbers.put(column, candidates);
        }
        return after + 6;
    }

    /**
     * How the numbers of a column are written.
     *
     * @param least the fewest digits behind a point
     * @param most the most
     * @param digits the most in all
     * @param padded how many end with a zero behind the point that says nothing
     * @param plain how many with a point cannot have it between thousands
     */
    private record Shape(int least, int most, int digits, long padded, long plain) {
        /** The type with its scale; empty where texts do not come back from it. */
        Optional<CsvType> fit(CsvType type) {
            boolean codes = padded > 0 && least != most;
            if (type.equals(CsvType.DECIMAL)) {
                boolean exact = !codes && most > 0 && digits <= EXACT_DIGITS;
                return exact ? Optional.of(type.as("DECIMAL(38," + most + ")")) : Optional.empty();
            }
            return type.equals(CsvType.DOUBLE) && (codes || padded > 0 && digits > EXACT_DIGITS)
                    ? Optional.empty()
                    : Optional.of(type);
        }
    }

    private void choose(String column, List<CsvType> holding, Shape shape, long infinite, boolean dates) {
        CsvType type = holding.getFirst();
        types.put(column, type);
        List<CsvType> formats =
                holding.stream().filter(t -> t.value().contains("try_strptime")).toList();
        if (formats.size() > 1 && !holding.contains(CsvType.DAY) && !holding.contains(CsvType.MOMENT)) {
            warnings.add(unclear(label, column));
        }
        if (type.type().startsWith("DECIMAL") && shape.plain() == 0 && shape.most() == 3) {
            warn(
                    "S437",
                    label + ": each number in column " + column
                            + " could have its point between thousands (1.234 as 1234); it is read as a decimal point",
                    "write numbers without points between thousands");
        }
        if (infinite > 0) {
            refused.put(
                    column,
                    Diagnostic.error(
                            "S433",
                            null,
                            label + ": column " + column + " has " + infinite + (infinite == 1 ? " value" : " values")
                                    + (dates
                                            ? " at infinity, which is no date"
                                            : " that is infinite or not a number (NaN)"),
                            "leave the value empty, or write the one that is meant"));
        }
    }

    /** Numbers with points or commas between thousands, with a sign behind them or of a currency. */
    private void written(Map<String, List<CsvType>> columns) throws SQLException {
        if (columns.isEmpty()) {
            return;
        }
        boolean commas =
                texts.files().stream().noneMatch(file -> file.delimiter().equals(","));
        char point = commas ? ',' : '.';
        char other = commas ? '.' : ',';
        List<CsvType.Way> ways = List.of(
                new CsvType.Way(other, point, false),
                new CsvType.Way(point, other, false),
                new CsvType.Way(other, point, true),
                new CsvType.Way(point, other, true));
        List<String> select = new ArrayList<>();
        for (String column : columns.keySet()) {
            for (CsvType.Way way : ways) {
                select.add(misses(column, CsvType.numbers(way, 0).holds(column)));
                select.add("coalesce(max(length(regexp_extract(" + Sql.identifier(column) + ", '[" + way.point()
                        + "]([0-9]+)[^0-9]*$', 1))), 0)");
            }
        }
        runner.query(query(select, List.copyOf(columns.keySet())), deadline, rows -> {
            rows.next();
            int at = 1;
            for (String column : columns.keySet()) {
                for (CsvType.Way way : ways) {
                    long misses = rows.getLong(at++);
                    int scale = rows.getInt(at++);
                    if (misses == 0 && !types.containsKey(column) && scale <= EXACT_DIGITS) {
                        types.put(column, CsvType.numbers(way, scale));
                    }
                }
            }
            return at;
        });
    }

    private void warn(String code, String message, String fix) {
        warnings.add(Diagnostic.warning(code, null, message, fix));
    }

    /** Dates that could be read in two ways. */
    static Diagnostic unclear(String label, String column) {
        return Diagnostic.warning(
                "S418",
                null,
                label + ": each date in column " + column
                        + " could have day and month the other way round; it is read as day, then month",
                "write dates as 2024-12-31, or their format: in the field");
    }

    /** How many of a column's texts break the condition. */
    static String misses(String column, String holds) {
        String name = Sql.identifier(column);
        return "count(*) filter (where " + name + " <> '' and not coalesce(" + holds + ", false))";
    }

    private String query(List<String> select, List<String> columns) {
        return "select " + String.join(", ", select) + " from " + from(columns);
    }

    private String from(List<String> columns) {
        return relation == null ? texts.texts(columns, oneThread) : relation;
    }
}
