package io.bellwether.app.people;

import io.bellwether.core.source.Digest;

/** A short text that tells one promise of a KPI from every other. */
public final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /** @param promise all that counts in one form */
    public static String of(String promise) {
        return Digest.of(promise, BYTES);
    }
}
