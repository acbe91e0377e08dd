package io.bellwether.app.page;

import io.bellwether.core.source.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The finished text of a page, with the tag by which those who have it know it; packed once, for all who take it packed. */
public final class Finished {
    /** Bytes of the digest in a tag. */
    private static final int TAG = 12;

    private final byte[] bytes;
    private final String tag;
    private volatile byte @Nullable [] packed;

    public Finished(byte[] bytes) {
        this.bytes = bytes;
        this.tag = tag(bytes);
    }

    /** Weak: packing changes the bytes, not what they say. */
    public static String tag(byte[] bytes) {
        return "W/\"" + Digest.of(bytes, TAG) + "\"";
    }

    public byte[] bytes() {
        return bytes;
    }

    public String tag() {
        return tag;
    }

    /** The same in gzip. */
    public byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = pack();
            packed = known;
        }
        return known;
    }

    private byte[] pack() {
        var out = new ByteArrayOutputStream(bytes.length / 4);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
