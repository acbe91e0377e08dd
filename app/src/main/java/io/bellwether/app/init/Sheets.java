package io.bellwether.app.init;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.sheet.SheetChoice;
import io.bellwether.engine.sheet.SheetTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says which sheet of a workbook is read, and which are not. */
final class Sheets {
    private Sheets() {}

    /** Empty for what is no workbook, or has one sheet. */
    static Optional<String> note(List<Path> files, Deadline deadline) {
        Path file = files.getFirst();
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return Optional.empty();
        }
        try {
            SheetTable.Read read = new SheetTable(file, file.getFileName().toString(), SheetChoice.NONE, deadline)
                    .read((names, row) -> {});
            return read.others().isEmpty()
                    ? Optional.empty()
                    : Optional.of("the sheet \"" + read.sheet() + "\" is read; the others are not: "
                            + String.join(", ", read.others()));
        } catch (EngineException unread) {
            return Optional.empty();
        }
    }
}
