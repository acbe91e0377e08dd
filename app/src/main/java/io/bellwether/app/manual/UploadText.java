package io.bellwether.app.manual;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an uploaded text: by its byte-order mark; else UTF-16 where every other byte is zero; else UTF-8 where
 * it is valid; else Windows-1252, which holds Latin-1's letters, as spreadsheets in Western Europe write.
 */
final class UploadText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private UploadText() {}

    static String of(byte[] bytes) {
        String text = decoded(bytes);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean control = bare.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F);
        if (control) {
            throw EntryProblems.upload("the file is not text", "save it as CSV (UTF-8) or as .xlsx");
        }
        return bare;
    }

    private static String decoded(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return new String(bytes, StandardCharsets.UTF_32LE);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        if (even + odd > bytes.length / 5) {
            return new String(bytes, odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
