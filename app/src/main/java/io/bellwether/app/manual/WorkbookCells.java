package io.bellwether.app.manual;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.sheet.CellProblem;
import io.bellwether.engine.sheet.SheetChoice;
import io.bellwether.engine.sheet.SheetTable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The cells of a workbook's first sheet that is not hidden, as texts: what a reader of the sheet sees. */
final class WorkbookCells {
    /** A sheet of the most rows that are read unpacks to a fraction of it. */
    private static final long LARGEST = 48L << 20;

    private static final int MOST_PARTS = 2_000;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private WorkbookCells() {}

    static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    static boolean isOld(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF;
    }

    static List<List<String>> of(byte[] bytes) {
        try {
            Path file = Files.createTempFile("values", ".xlsx");
            try {
                Files.write(file, bytes);
                unpacks(file);
                return rows(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (EngineException problem) {
            throw EntryProblems.upload(
                    problem.diagnostic().message(),
                    Objects.requireNonNullElse(problem.diagnostic().fix(), ""));
        } catch (IOException e) {
            throw damaged();
        }
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        SheetTable table = new SheetTable(file, "the file", SheetChoice.NONE, Deadline.in(LONGEST));
        SheetTable.Read read = table.read((names, row) -> {
            Upload.limit(row.number() <= Upload.ROWS, "more than " + Upload.ROWS + " rows");
            Upload.limit(row.values().size() <= Upload.COLUMNS, "more than " + Upload.COLUMNS + " columns");
            fill(rows, row.number() - 1);
            rows.add(row.values().stream().map(WorkbookCells::text).toList());
        });
        if (read.header() > 0) {
            fill(rows, read.header());
            rows.set(read.header() - 1, read.names());
        }
        return rows;
    }

    private static void fill(List<List<String>> rows, int size) {
        while (rows.size() < size) {
            rows.add(List.of());
        }
    }

    /** Unpacks all of it once into nothing: what the archive says of its own sizes may be a lie. */
    private static void unpacks(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Upload.limit(zip.size() <= MOST_PARTS, "more parts than a workbook has");
            for (ZipEntry part : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(part)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        total += n;
                        Upload.limit(total <= LARGEST, "more once it is unpacked than is read");
                    }
                }
            }
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime time -> date(time);
            case BigDecimal number -> number.toPlainString();
            case CellProblem problem -> problem.shown();
            default -> value.toString();
        };
    }

    private static String date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    private static RuntimeException damaged() {
        return EntryProblems.upload("the file is not an Excel workbook, or it is damaged", "save it again as .xlsx");
    }
}
