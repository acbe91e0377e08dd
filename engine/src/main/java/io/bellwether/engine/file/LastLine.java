package io.bellwether.engine.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The last line of a text file that is not empty. */
public final class LastLine {
    private static final int LONGEST = 1 << 16;

    private LastLine() {}

    /** Empty where the file is packed, or its end is longer than a line of a table. */
    public static String of(Path file) {
        if (file.toString().endsWith(".gz")) {
            return "";
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(open.length(), LONGEST);
            byte[] end = new byte[length];
            open.seek(open.length() - length);
            open.readFully(end);
            String text = new String(end, StandardCharsets.UTF_8).stripTrailing();
            int start = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
            return start < 0 ? "" : text.substring(start + 1);
        } catch (IOException e) {
            return "";
        }
    }
}
