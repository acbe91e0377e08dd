package io.bellwether.engine.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas that make one number of several cells of their own column, as those of total rows do. */
final class SumFormula {
    private static final Pattern CALL = Pattern.compile("(SUM|AVERAGE|MIN|MAX|MEDIAN|COUNTA?)\\(([^()]*)\\)");
    private static final Pattern FILTERED = Pattern.compile("(SUBTOTAL|_XLFN\\.AGGREGATE|AGGREGATE)\\([^()]*\\)");

    /** {@code C4+C9} sums too. */
    private static final Pattern ADDED = Pattern.compile("\\$?[A-Z]{1,3}\\$?\\d+(\\+\\$?[A-Z]{1,3}\\$?\\d+)+");

    private SumFormula() {}

    static boolean isOne(String formula, int row, int column) {
        String text = formula.replaceAll("^[=+\\s]+|\\s+", "").toUpperCase(Locale.ROOT);
        if (FILTERED.matcher(text).matches()) {
            return true;
        }
        Matcher call = CALL.matcher(text);
        String arguments = call.matches() ? call.group(2) : ADDED.matcher(text).matches() ? text : "";
        return !arguments.isEmpty() && areOfTheColumn(arguments, row, column);
    }

    private static boolean areOfTheColumn(String arguments, int row, int column) {
        int cells = 0;
        for (String argument : arguments.split("[,;+]", -1)) {
            Optional<CellRange> range = CellRange.of(argument);
            if (range.isEmpty()
                    || !range.get().isOneColumn()
                    || range.get().firstColumn() != column
                    || (range.get().firstRow() <= row && range.get().lastRow() >= row)) {
                return false;
            }
            cells += range.get().lastRow() - range.get().firstRow() + 1;
        }
        return cells > 1;
    }
}
