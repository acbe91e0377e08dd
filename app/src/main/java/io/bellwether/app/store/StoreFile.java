package io.bellwether.app.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The file of a store. SQLite goes on writing into a file that was moved or deleted, where nobody finds it again: what was
 * written there must not be acknowledged.
 *
 * @param key what tells the file that was opened from another one at the same place; null where the system has no such thing
 */
record StoreFile(Path path, @Nullable Object key) {
    /** Makes it where it is not there, for nobody else to read: a store holds what people said and secrets of messages. */
    static StoreFile ready(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        var ours = PosixFilePermissions.fromString("rw-------");
        try {
            if (posix) {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(ours));
            } else {
                Files.createFile(path);
            }
        } catch (FileAlreadyExistsException there) {
            restrict(path, "rw-------");
        }
        return new StoreFile(path, keyOf(path));
    }

    /** For nobody but its owner, where the system knows owners and it is ours. */
    static void restrict(Path path, String rights) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        } catch (IOException | UnsupportedOperationException notOurs) {
            // Whoever owns it has said who may read it.
        }
    }

    /** What tells a file from another one at the same place; null where the system has no such thing. */
    static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Whether what is at the place is still the file that was opened. */
    boolean isThere() {
        try {
            Object now = keyOf(path);
            return key == null || key.equals(now);
        } catch (IOException gone) {
            return false;
        }
    }
}
