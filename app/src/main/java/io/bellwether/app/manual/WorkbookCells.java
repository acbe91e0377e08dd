package io.bellwether.app.manual;

import io.bellwether.core.source.DiagnosticException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The cells of a workbook's first sheet as texts; of a formula its last result, which is what the person sees. */
final class WorkbookCells {
    /** A sheet of the most rows that are read unpacks to a fraction of it. */
    private static final long LARGEST = 48L << 20;

    private static final int MOST_PARTS = 2_000;

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
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw damaged();
        } catch (DiagnosticException limit) {
            throw limit;
        } catch (RuntimeException reader) {
            // The reader trips over what no spreadsheet writes: indexes out of range, missing parts.
            throw damaged();
        }
    }

    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            sheet.forEach(row -> {
                Upload.limit(row.getRowNum() <= Upload.ROWS, "more than " + Upload.ROWS + " rows");
                Upload.limit(row.getCellCount() <= Upload.COLUMNS, "more than " + Upload.COLUMNS + " columns");
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of());
                }
                rows.add(texts(row));
            });
            return rows;
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

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            texts.add(cell == null ? "" : text(cell));
        }
        return texts;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER ->
                isDate(cell.getDataFormatString())
                        ? date(cell.asDate())
                        : cell.asNumber().toPlainString();
            case STRING -> cell.asString();
            case BOOLEAN -> cell.asBoolean().toString();
            case FORMULA -> cell.getRawValue() == null ? "" : cell.getRawValue();
            case EMPTY -> "";
            case ERROR -> "#ERROR";
        };
    }

    private static String date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    /** A format that shows a year or a day, once texts in quotes and colours in brackets are taken off. */
    private static boolean isDate(@Nullable String format) {
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?is).*[yd].*");
    }

    private static RuntimeException damaged() {
        return EntryProblems.upload("the file is not an Excel workbook, or it is damaged", "save it again as .xlsx");
    }
}
