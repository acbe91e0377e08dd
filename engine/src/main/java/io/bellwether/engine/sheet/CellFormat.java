package io.bellwether.engine.sheet;

import org.jspecify.annotations.Nullable;

/** Whether a number format shows a date: how Excel tells days from numbers (ECMA-376, part 1, 18.8.30 and 18.8.31). */
final class CellFormat {
    /** What shows nothing of the number: texts in quotes, colours, escaped letters, room for a letter, filling. */
    private static final String LITERALS = "\"[^\"]*\"?|\\[[^]]*]?|[\\\\_*].";

    private CellFormat() {}

    /**
     * @param id of the format; those of East Asian dates have no text
     * @param format such as {@code yyyy-mm-dd}
     */
    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll(LITERALS, "");
        return bare.matches("(?is).*([yd]|m{3}).*");
    }
}
