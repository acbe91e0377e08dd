package io.bellwether.app.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that tells one promise of a KPI from every other. */
public final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /** @param promise all that counts in one form */
    public static String of(String promise) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(promise.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
