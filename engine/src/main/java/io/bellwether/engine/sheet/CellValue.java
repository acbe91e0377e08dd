package io.bellwether.engine.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell shows, of a formula its last result: Boolean, BigDecimal, LocalDateTime, String, a problem, or null. */
final class CellValue {
    /** Excel computes in doubles and shows at most 15 digits of them. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final Set<String> ERRORS = Set.of(
            "#DIV/0!",
            "#N/A",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#REF!",
            "#VALUE!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#PYTHON!",
            "#EXTERNAL!",
            "#GETTING_DATA");

    private CellValue() {}

    static @Nullable Object of(Cell cell, boolean from1904) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.EMPTY) {
            return null;
        }
        if (cell.getType() == CellType.ERROR) {
            return CellProblem.error(Optional.ofNullable(cell.getRawValue()).orElse("an error"));
        }
        return switch (value) {
            case null -> cell.getType() == CellType.FORMULA && cell.getRawValue() == null ? uncalculated() : null;
            case BigDecimal number -> number(number, cell, from1904);
            case String text when text.isEmpty() -> null;
            case String text
            when cell.getType() == CellType.FORMULA && ERRORS.contains(text) -> CellProblem.error(text);
            default -> value;
        };
    }

    /** Libraries that write workbooks leave the computing to Excel. */
    static CellProblem uncalculated() {
        return new CellProblem(
                "", "is a formula without a result", "open the workbook in Excel or LibreOffice and save it there");
    }

    private static Object number(BigDecimal number, Cell cell, boolean from1904) {
        if (CellFormat.isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            return SerialDate.of(number, from1904)
                    .<Object>map(d -> d)
                    .orElseGet(() -> new CellProblem(
                            "########",
                            "is " + number.toPlainString() + " shown as a date, which is none",
                            "write the date, or give the cell a format of numbers"));
        }
        return number.round(SHOWN);
    }
}
