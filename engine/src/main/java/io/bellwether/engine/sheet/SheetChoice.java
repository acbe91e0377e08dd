package io.bellwether.engine.sheet;

import java.util.Optional;
import java.util.Set;

/**
 * What a definition says of where its table lies in a workbook.
 *
 * @param sheet the name of the sheet, or empty for the first that a person sees
 * @param header the row that names the columns, as the sheet counts; 0 where it is to be found
 * @param skipped rows that do not belong to the table, as the sheet counts
 */
public record SheetChoice(Optional<String> sheet, int header, Set<Integer> skipped) {
    /** Nothing is said. */
    public static final SheetChoice NONE = new SheetChoice(Optional.empty(), 0, Set.of());

    public SheetChoice {
        skipped = Set.copyOf(skipped);
    }

    boolean skips(int row) {
        return skipped.contains(row);
    }
}
