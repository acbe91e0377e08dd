package io.bellwether.engine.sheet;

import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks at an Excel workbook before it is unpacked: that it is one, and that it is not a bomb. */
final class Workbooks {
    private static final long LARGEST_PART = 1L << 30;
    private static final long SMALL = 32L << 20;

    /** Sheets are XML that shrinks to a tenth or so; a hundredth is padding meant to fill our memory. */
    private static final int LARGEST_RATIO = 100;

    private Workbooks() {}

    static void check(Path file, String label) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().forEach(part -> checkPart(part, label));
            ZipEntry workbook = zip.getEntry("xl/workbook.xml");
            if (workbook == null) {
                throw notExcel(label, "it holds no workbook");
            }
            ZipEntry texts = zip.getEntry("xl/sharedStrings.xml");
            if (texts != null && texts.getSize() > Runtime.getRuntime().maxMemory() / 8) {
                throw tooLarge(label);
            }
        } catch (ZipException e) {
            throw notExcel(
                    label, isOle(file) ? "it is of the old .xls kind, or has a password" : "it is not a zip file");
        } catch (IOException e) {
            throw EngineException.of(
                    "S404", label + " cannot be read", "check that it is a plain file and who may read it");
        }
    }

    private static void checkPart(ZipEntry part, String label) {
        long size = part.getSize();
        long packed = Math.max(1, part.getCompressedSize());
        if (size > LARGEST_PART || (size > SMALL && size / packed > LARGEST_RATIO)) {
            throw tooLarge(label);
        }
    }

    private static boolean isOle(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF;
        } catch (IOException e) {
            return false;
        }
    }

    private static EngineException notExcel(String label, String why) {
        return EngineException.of("S413", label + " is not an Excel workbook: " + why, "save it as .xlsx");
    }

    private static EngineException tooLarge(String label) {
        return EngineException.of(
                "S413", label + " unpacks to more than we read from Excel", "save the sheet as CSV or Parquet");
    }
}
