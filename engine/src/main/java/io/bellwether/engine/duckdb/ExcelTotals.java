package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.sheet.SheetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a sheet that sum up its other rows, and would count beside them. A row is one where its formulas say so;
 * where it calls itself a total; where it has no name and all its numbers are sums of rows above; or where it ends the table
 * with such numbers, whatever it is called in whatever language.
 */
final class ExcelTotals {
    /** A name stands in one of the first columns. */
    private static final int FIRST = 8;

    /** So many sums of groups are remembered; reports on more levels of rows are not made by people. */
    private static final int MOST_MARKS = 64;

    /** So many rows are told by name. */
    private static final int MOST = 10;

    /** Three rows in a line of numbers are not yet a sum. */
    private static final int FEW = 3;

    /** Reports round what they show; what has no word for itself must be exact. */
    private static final int ROUNDED = 6;

    private static final int EXACT = 12;

    /** Smaller numbers are sums of others by chance. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(100);

    /** Sums of the rows up to a place. */
    private record Mark(Map<Integer, BigDecimal> sums, int rows) {}

    /**
     * A row that may be one.
     *
     * @param named the column of its name, -1 where it has none
     * @param sums the columns that hold sums of other rows
     * @param lacks whether a column is empty that all rows above fill
     * @param above the sums above it
     */
    private record Candidate(SheetRow row, int named, List<Integer> sums, boolean lacks, Mark above) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private Map<Integer, BigDecimal> sums = new HashMap<>();
    private int rows;
    private @Nullable BitSet filled;
    private List<String> names = List.of();
    private int lastWithNumbers;
    private int last;

    /** The last row, where only its numbers make it a total. */
    private @Nullable Candidate end;

    ExcelTotals() {
        marks.add(new Mark(Map.of(), 0));
    }

    /** Whether the row is taken for a total, as far as the rows above tell. */
    boolean take(List<String> columns, SheetRow row) {
        names = columns;
        last = row.number();
        end = null;
        List<Integer> numbers = numbers(row);
        if (!numbers.isEmpty()) {
            lastWithNumbers = row.number();
        }
        Candidate candidate = candidate(row, numbers);
        boolean total = candidate != null && isTotal(candidate, numbers);
        if (candidate != null && total) {
            candidates.add(candidate);
            mark();
        } else {
            if (candidate != null && rows >= FEW && candidate.sums().size() == nonZero(row, numbers)) {
                end = candidate;
            }
            add(row, numbers);
        }
        return total;
    }

    private void mark() {
        if (marks.size() == MOST_MARKS) {
            marks.remove(1);
        }
        marks.add(new Mark(new HashMap<>(sums), rows));
    }

    private void add(SheetRow row, List<Integer> numbers) {
        rows++;
        BitSet own = filled(row);
        if (filled == null) {
            filled = own;
        } else {
            filled.and(own);
        }
        numbers.forEach(at -> sums.merge(at, (BigDecimal) row.values().get(at), BigDecimal::add));
    }

    private static BitSet filled(SheetRow row) {
        BitSet own = new BitSet();
        for (int i = 0; i < row.values().size(); i++) {
            own.set(i, row.values().get(i) != null);
        }
        return own;
    }

    private static List<Integer> numbers(SheetRow row) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            if (row.values().get(i) instanceof BigDecimal) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static int nonZero(SheetRow row, List<Integer> numbers) {
        return (int) numbers.stream()
                .filter(at -> ((BigDecimal) row.values().get(at)).signum() != 0)
                .count();
    }

    /** Null where nothing speaks for it. */
    private @Nullable Candidate candidate(SheetRow row, List<Integer> numbers) {
        int named = named(row);
        int digits = named < 0 ? EXACT : ROUNDED;
        List<Integer> held =
                numbers.stream().filter(at -> isSum(row, at, digits)).toList();
        if (numbers.isEmpty() || (named < 0 && held.isEmpty() && row.sums().isEmpty())) {
            return null;
        }
        BitSet missing = filled == null ? new BitSet() : (BitSet) filled.clone();
        missing.andNot(filled(row));
        return new Candidate(row, named, held, !missing.isEmpty(), new Mark(new HashMap<>(sums), rows));
    }

    private boolean isTotal(Candidate candidate, List<Integer> numbers) {
        SheetRow row = candidate.row();
        if (!row.sums().isEmpty() || (candidate.named() >= 0 && isWord(candidate))) {
            return true;
        }
        int above = rows - marks.getLast().rows();
        boolean all = candidate.sums().size() == nonZero(row, numbers)
                && !candidate.sums().isEmpty();
        boolean several = above > 1 || marks.size() > 1 || candidate.lacks();
        if (candidate.named() >= 0) {
            return !candidate.sums().isEmpty() && several;
        }
        boolean nameless = row.values().stream().allMatch(v -> v == null || v instanceof BigDecimal);
        boolean certain = candidate.lacks()
                ? nameless || rows >= FEW || candidate.sums().size() > 1
                : above >= FEW && (candidate.sums().size() > 1 || isLarge(row, candidate.sums()));
        return all && above > 1 && certain;
    }

    private static boolean isLarge(SheetRow row, List<Integer> sums) {
        return sums.stream()
                .anyMatch(at -> ((BigDecimal) row.values().get(at)).abs().compareTo(LARGE) >= 0);
    }

    private static boolean isWord(Candidate candidate) {
        return TotalWords.isOne(String.valueOf(candidate.row().value(candidate.named())));
    }

    private static int named(SheetRow row) {
        for (int i = 0; i < Math.min(FIRST, row.values().size()); i++) {
            if (row.values().get(i) instanceof String text && TotalWords.hasOne(text)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the number is the sum of the rows above, or of those since another total. */
    private boolean isSum(SheetRow row, int at, int digits) {
        BigDecimal value = (BigDecimal) row.values().get(at);
        BigDecimal all = sums.get(at);
        return value.signum() != 0
                && all != null
                && marks.stream()
                        .anyMatch(mark -> mark.rows() < rows
                                && isEqual(value, all.subtract(mark.sums().getOrDefault(at, BigDecimal.ZERO)), digits));
    }

    private static boolean isEqual(BigDecimal a, BigDecimal b, int digits) {
        return a.subtract(b).abs().compareTo(a.abs().movePointLeft(digits)) <= 0;
    }

    /** What there is to say of the sheet. */
    List<Diagnostic> told(String label) {
        List<Candidate> totals = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            Mark next = i + 1 < candidates.size() ? candidates.get(i + 1).above() : new Mark(sums, rows);
            if (isSure(candidate, next)) {
                totals.add(candidate);
            }
        }
        if (end != null) {
            totals.add(end);
        }
        List<Diagnostic> told = new ArrayList<>();
        totals.stream().limit(MOST).forEach(one -> told.add(told(label, one)));
        if (totals.size() > MOST) {
            String where = label + ": " + (totals.size() - MOST) + " more rows sum up others, the last of them row "
                    + totals.getLast().row().number();
            told.add(Diagnostic.warning("S438", null, where, "leave them out with skip_rows"));
        }
        return told;
    }

    /** A mere word is a total where it ends the table, lacks what others have, stands once, or sums up what follows. */
    private boolean isSure(Candidate one, Mark next) {
        SheetRow row = one.row();
        if (!row.sums().isEmpty()) {
            return candidates.stream().filter(c -> !c.row().sums().isEmpty()).count() <= rows;
        }
        if (!one.sums().isEmpty() || one.lacks() || row.number() >= lastWithNumbers) {
            return true;
        }
        String name = String.valueOf(row.value(one.named()));
        return candidates.stream()
                                .filter(c -> name.equals(String.valueOf(c.row().value(one.named()))))
                                .count()
                        == 1
                || numbers(row).stream().anyMatch(at -> sumsUp(row, at, one.above(), next));
    }

    private boolean sumsUp(SheetRow row, int at, Mark above, Mark next) {
        BigDecimal value = (BigDecimal) row.values().get(at);
        BigDecimal before = above.sums().getOrDefault(at, BigDecimal.ZERO);
        BigDecimal group = next.sums().getOrDefault(at, BigDecimal.ZERO).subtract(before);
        BigDecimal rest = sums.getOrDefault(at, BigDecimal.ZERO).subtract(before);
        return value.signum() != 0 && (isEqual(value, group, ROUNDED) || isEqual(value, rest, ROUNDED));
    }

    private Diagnostic told(String label, Candidate one) {
        SheetRow row = one.row();
        int at = one.named() >= 0
                ? one.named()
                : row.sums().keySet().stream()
                        .sorted()
                        .findFirst()
                        .orElseGet(() -> one.sums().getFirst());
        String subject = one.named() >= 0
                ? row.address(at) + " (" + ExcelColumns.shown(row.value(at)) + "): row " + row.number()
                : row.address(at) + ": row " + row.number();
        return Diagnostic.warning(
                "S438", null, label + ": " + subject + what(one) + ", and counts as one of them", fix(one));
    }

    private String what(Candidate one) {
        if (!one.row().sums().isEmpty()) {
            Map.Entry<Integer, String> first = one.row().sums().entrySet().stream()
                    .min(Map.Entry.comparingByKey())
                    .orElseThrow();
            return " is worked out from other rows in " + names.get(first.getKey()) + ", by =" + first.getValue();
        }
        return one.sums().isEmpty()
                ? " looks like a total of the others"
                : " has the sum of other rows in "
                        + String.join(", ", one.sums().stream().map(names::get).toList());
    }

    private String fix(Candidate one) {
        int row = one.row().number();
        String place = row == last ? "skip_rows: last" : "skip_rows: [" + row + "]";
        return one.named() < 0
                ? "leave it out: " + place
                : "leave it out: skip_rows: { " + TotalRows.yaml(names.get(one.named())) + ": "
                        + TotalRows.yaml(
                                String.valueOf(one.row().value(one.named())).strip()) + " }, or " + place;
    }
}
