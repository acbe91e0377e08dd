package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a sheet around its table: notes and headings that would count as rows, another table beside it, texts in
 * columns that have no name.
 */
final class ExcelStrays {
    /** So many rows are looked at again; a table has more of its own. */
    private static final int MOST = 12;

    /** So many are named; so many empty lines are no habit of the sheet. */
    private static final int FEW = 3;

    private record Stray(SheetRow row, boolean afterGap, boolean alone) {}

    /** The rows whose first value stands in a column: how many, the first and the last of them. */
    private record Begin(int count, SheetRow first, int last) {}

    private final List<Stray> strays = new ArrayList<>();
    private final TreeMap<Integer, Begin> begins = new TreeMap<>();
    private final List<Integer> counts = new ArrayList<>();
    /** The first row that has a value in a column. */
    private final TreeMap<Integer, SheetRow> firsts = new TreeMap<>();

    private int rows;
    private int wide;
    private int gaps;
    /** The first row below an empty line. */
    private @Nullable SheetRow gap;

    /** The first row that holds the names again. */
    private @Nullable SheetRow repeated;

    void take(List<String> names, SheetRow row) {
        if (row.afterGap() && rows > 0) {
            gaps++;
            gap = gap == null ? row : gap;
        }
        rows++;
        int filled = 0;
        int first = -1;
        for (int i = 0; i < row.values().size(); i++) {
            if (row.values().get(i) != null) {
                filled++;
                first = first < 0 ? i : first;
                firsts.putIfAbsent(i, row);
                count(i);
            }
        }
        wide += filled > 1 ? 1 : 0;
        begins.merge(first, new Begin(1, row, row.number()), (a, b) -> new Begin(a.count + 1, a.first, b.last));
        if (repeated == null && filled > 1 && isHeader(names, row)) {
            repeated = row;
        }
        boolean alone = filled == 1 && row.values().get(first) instanceof String;
        if ((alone || gap != null) && strays.size() <= MOST) {
            strays.add(new Stray(row, gap != null, alone));
        }
    }

    private static boolean isHeader(List<String> names, SheetRow row) {
        for (int i = 0; i < names.size(); i++) {
            if (row.value(i) != null
                    && !names.get(i)
                            .equalsIgnoreCase(String.valueOf(row.value(i)).strip())) {
                return false;
            }
        }
        return true;
    }

    private void count(int column) {
        while (counts.size() <= column) {
            counts.add(0);
        }
        counts.set(column, counts.get(column) + 1);
    }

    /** @param named the columns that have a name in the sheet */
    List<Diagnostic> told(String label, List<String> names, TreeSet<Integer> named) {
        List<Diagnostic> told = new ArrayList<>();
        beside(label, names, named, told);
        if (repeated != null) {
            told.add(warning(
                    label + ": " + place(repeated)
                            + " repeats the names of the columns, and counts as a row of the table",
                    "leave it out: skip_rows: [" + repeated.number() + "]"));
        }
        if (strays.size() > MOST) {
            return told;
        }
        int plain = rows - strays.size();
        List<SheetRow> notes = new ArrayList<>();
        for (Stray stray : strays) {
            if (isNoRow(stray, plain)) {
                notes.add(stray.row());
            }
        }
        if (!notes.isEmpty()) {
            told.add(note(label, notes));
        }
        if (gap != null && gaps <= FEW && !notes.contains(gap)) {
            told.add(warning(
                    label + ": " + place(gap) + " stands below an empty line, and counts as a row of the table",
                    "if it is none, leave it out: skip_rows: [" + gap.number() + "]"));
        }
        return told;
    }

    /** A text alone below an empty line; elsewhere a row that lacks what all others have. */
    private boolean isNoRow(Stray stray, int plain) {
        boolean table = wide * 2 >= rows;
        if (stray.alone() && stray.afterGap() && table) {
            return true;
        }
        if (plain < 1 || (!stray.afterGap() && !table)) {
            return false;
        }
        for (int i = 0; i < counts.size(); i++) {
            int column = i;
            long own =
                    strays.stream().filter(s -> s.row().value(column) != null).count();
            if (counts.get(i) - own == plain && stray.row().value(i) == null) {
                return true;
            }
        }
        return false;
    }

    private static Diagnostic note(String label, List<SheetRow> notes) {
        String places = String.join(
                ", ", notes.stream().limit(FEW).map(ExcelStrays::place).toList());
        String rows = String.join(
                ", ", notes.stream().map(r -> String.valueOf(r.number())).toList());
        boolean one = notes.size() == 1;
        return warning(
                label + ": " + places + (notes.size() > FEW ? " and " + (notes.size() - FEW) + " more" : "")
                        + (one ? " has" : " have") + " nothing in the other columns, and "
                        + (one ? "counts as a row" : "count as rows") + " of the table",
                "leave out what is no data: skip_rows: [" + rows + "]");
    }

    private void beside(String label, List<String> names, TreeSet<Integer> named, List<Diagnostic> told) {
        firsts.forEach((column, row) -> {
            if (!named.contains(column)) {
                told.add(warning(
                        label + ": " + cell(row, column) + " stands in a column without a name; it is read as "
                                + names.get(column)
                                + (begins.containsKey(column) ? ", and counts as a row where nothing else is" : ""),
                        "write a name above it, or move it to another sheet"));
            }
        });
        int start = secondBlock(named);
        if (start < 0) {
            return;
        }
        String other = columnOf(start) + " (" + names.get(start) + ")";
        int lastLeft = begins.headMap(start).values().stream()
                .mapToInt(Begin::last)
                .max()
                .orElse(0);
        boolean longer =
                begins.tailMap(start).values().stream().anyMatch(b -> b.first().number() > lastLeft);
        if (longer) {
            throw EngineException.of(
                    "S434",
                    label + ": another table stands beside the first, from column " + other
                            + " on, and has rows that the first does not have",
                    "move it to a sheet of its own");
        }
        if (start < named.last()) {
            told.add(warning(
                    label + ": column " + columnOf(start - 1) + " is empty; what stands beside it, from column " + other
                            + " on, is read as more columns of the same rows",
                    "move it to a sheet of its own if it is another table"));
        }
    }

    /** Where names begin again after a column with neither name nor value; -1 where none does. */
    private int secondBlock(TreeSet<Integer> named) {
        boolean empty = false;
        for (int i = named.isEmpty() ? 0 : named.first(); !named.isEmpty() && i <= named.last(); i++) {
            if (empty && named.contains(i)) {
                return i;
            }
            empty |= !named.contains(i) && !firsts.containsKey(i);
        }
        return -1;
    }

    private static String columnOf(int column) {
        return SheetRow.letters(column);
    }

    private static String place(SheetRow row) {
        int first = 0;
        while (row.value(first) == null) {
            first++;
        }
        return cell(row, first);
    }

    private static String cell(SheetRow row, int column) {
        return row.address(column) + " (" + ExcelColumns.shown(row.value(column)) + ")";
    }

    private static Diagnostic warning(String message, String fix) {
        return Diagnostic.warning("S435", null, message, fix);
    }
}
