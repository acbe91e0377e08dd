package io.bellwether.engine.sheet;

import io.bellwether.core.catalog.SkippedRows;
import java.util.Optional;

/**
 * What a definition says of where its table lies in a workbook.
 *
 * @param sheet the name of the sheet, or empty for the first that a person sees
 * @param header the row that names the columns, as the sheet counts; 0 where it is to be found
 * @param skipped rows that do not belong to the table, counted as the sheet does
 */
public record SheetChoice(Optional<String> sheet, int header, SkippedRows skipped) {
    /** Nothing is said. */
    public static final SheetChoice NONE = new SheetChoice(Optional.empty(), 0, SkippedRows.NONE);

    boolean skips(int row) {
        return skipped.numbers().contains(row);
    }
}
