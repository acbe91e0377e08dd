package io.bellwether.engine.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a version of some files by what the disk says of them (path, size, times of change), without reading them. The time of
 * the content can be set to anything, as tools that copy do; where the file system keeps one of its own, nobody can.
 */
final class Fingerprint {
    private final MessageDigest digest = sha256();
    private long bytes;

    /** A file replaced within one tick of the clock has another key (inode), so it counts as changed too. */
    void add(Path file, BasicFileAttributes attributes) {
        bytes += attributes.size();
        String line = file + "\n" + attributes.size() + "\n" + attributes.lastModifiedTime() + "\n"
                + attributes.fileKey() + "\n" + changed(file) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    /** When the file was last touched in any way, by the file system's own clock. */
    private static String changed(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return "";
        }
        try {
            return String.valueOf(Files.getAttribute(file, "unix:ctime"));
        } catch (IOException e) {
            return "gone";
        }
    }

    long bytes() {
        return bytes;
    }

    /** The fingerprint; ends this object's use. */
    String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
