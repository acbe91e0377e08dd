package io.bellwether.core.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits: the one way in which anything here is told apart by its content. */
public final class Digest {
    /** How many bytes SHA-256 has. */
    public static final int WHOLE = 32;

    private Digest() {}

    /** All 64 digits of the text in UTF-8. */
    public static String of(String text) {
        return of(text, WHOLE);
    }

    /** The digits of the first bytes only, for names and marks; 16 bytes do not meet by chance. */
    public static String of(String text, int bytes) {
        return of(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** The digits of the first bytes only. */
    public static String of(byte[] content, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
