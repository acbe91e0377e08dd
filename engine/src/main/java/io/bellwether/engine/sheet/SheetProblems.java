package io.bellwether.engine.sheet;

import io.bellwether.engine.EngineException;
import java.util.List;

/** The problems that workbooks have, each worded in one place. */
final class SheetProblems {
    private SheetProblems() {}

    static EngineException damaged(String label, String why, Throwable cause) {
        return new EngineException(
                EngineException.of("S413", label + " is damaged: " + why, "save it again as .xlsx")
                        .diagnostic(),
                cause);
    }

    static EngineException noPlace(String label, String address) {
        return EngineException.of(
                "S413",
                label + " is damaged: it has a cell at \"" + address + "\", and Excel has no such place",
                "save it again as .xlsx");
    }

    static EngineException unknownKind(String label, String address, String kind) {
        return EngineException.of(
                "S413",
                label + ": the cell " + address + " is of a kind that is not read: "
                        + (kind.equals("d") ? "a date as a text of ISO 8601" : "\"" + kind + "\""),
                "open the workbook in Excel or LibreOffice and save it again as .xlsx (not as a strict one)");
    }

    static EngineException strict(String label) {
        return EngineException.of(
                "S413",
                label + " is a strict Open XML workbook, which is not read",
                "save it again as an ordinary Excel workbook (.xlsx)");
    }

    static EngineException outOfOrder(String label, String address) {
        return EngineException.of(
                "S413",
                label + " is damaged: its cell " + address + " comes twice, or after cells that stand behind it",
                "save it again as .xlsx");
    }

    static EngineException noText(String label, String address) {
        return EngineException.of(
                "S413",
                label + " is damaged: the text of its cell " + address + " is not there",
                "save it again as .xlsx");
    }

    static EngineException tooManyMerged(String label, int merged) {
        return EngineException.of(
                "S413", label + " has " + merged + " merged cells", "save the sheet as CSV or Parquet");
    }

    static EngineException noSheet(String label, String wanted, List<String> there) {
        return EngineException.of(
                "S431",
                label + " has no sheet named \"" + wanted + "\"",
                "write `sheet:` with one of these: " + String.join(", ", there));
    }

    static EngineException allHidden(String label, List<String> there) {
        if (there.isEmpty()) {
            return EngineException.of("S431", label + " has no sheet of cells", "add one, or name another workbook");
        }
        return EngineException.of(
                "S431",
                label + " shows no sheet: all are hidden",
                "show one, or write `sheet:` with its name: " + String.join(", ", there));
    }

    static EngineException mergedAcross(String label, CellRange range) {
        return EngineException.of(
                "S432",
                label + ": " + range.firstAddress() + " is merged with the cells beside it, to " + range.lastAddress()
                        + ", in the middle of the rows",
                "unmerge the cells, or leave the row out with `skip_rows:`");
    }

    static EngineException noRow(String label, int header) {
        return EngineException.of(
                "S405",
                label + " has nothing in row " + header + ", where `header:` says the names are",
                "give the number of the row that names the columns, as the sheet shows it");
    }
}
