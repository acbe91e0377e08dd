package io.bellwether.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its characters: by its byte-order mark; else UTF-16 where every other byte is zero; else UTF-8 where
 * it is valid; else Windows-1252 (which holds Latin-1's letters) where not one character is UTF-8. Anything else is damaged.
 */
final class TextEncoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextEncoding() {}

    static Charset of(TextHead head, String label) {
        Charset marked = byMark(head.bytes());
        if (marked != null) {
            return marked;
        }
        Charset wide = byZeros(head.bytes());
        if (wide != null) {
            return wide;
        }
        Utf8Scan scan = new Utf8Scan();
        scan.add(head.bytes(), head.bytes().length);
        if (head.whole()) {
            scan.end();
        }
        return judged(scan, label);
    }

    /** Judges all of a file whose head was valid UTF-8 but whose rest was not. */
    static Charset ofWhole(Path file, String label) {
        Utf8Scan scan = new Utf8Scan();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = TextHead.open(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                scan.add(buffer, n);
            }
            scan.end();
        } catch (IOException e) {
            throw Problems.damaged(label);
        }
        return judged(scan, label);
    }

    private static Charset judged(Utf8Scan scan, String label) {
        if (!scan.isText()) {
            throw Problems.notText(label, scan.firstControl());
        }
        if (scan.isUtf8()) {
            return StandardCharsets.UTF_8;
        }
        if (scan.hasSequences()) {
            throw Problems.brokenText(label, scan.wrongLine(), scan.wrongOffset());
        }
        return WINDOWS;
    }

    private static @Nullable Charset byMark(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return StandardCharsets.UTF_32LE;
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    /** Mostly Latin text in UTF-16 has a zero in almost every second byte. */
    private static @Nullable Charset byZeros(byte[] bytes) {
        int length = Math.min(bytes.length, 4096) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int most = Math.max(length * 2 / 5, 1);
        if (length > 0 && odd >= most && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return length > 0 && even >= most && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
