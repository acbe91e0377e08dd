package io.bellwether.app.extract;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which copy of a dataset's rows is the one to read.
 *
 * @param source what it is a copy of
 * @param version of the source when it was copied
 * @param watermark the last time among its rows, or null
 * @param folder the number of the folder with its files
 */
record Manifest(String source, String version, @Nullable LocalDateTime watermark, int folder) {
    private static final String FIRST = "bellwether extract 1";
    private static final String FILE = "current";

    static Optional<Manifest> read(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(FILE));
            if (lines.size() != 5 || !lines.getFirst().equals(FIRST)) {
                return Optional.empty();
            }
            LocalDateTime watermark = lines.get(3).isEmpty() ? null : LocalDateTime.parse(lines.get(3));
            return Optional.of(new Manifest(lines.get(1), lines.get(2), watermark, Integer.parseInt(lines.get(4))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** From this moment on, and not before, everybody reads this copy. */
    void write(Path to) throws IOException {
        Path fresh = to.resolve(FILE + ".new");
        String time = watermark == null ? "" : watermark.toString();
        byte[] text = String.join("\n", FIRST, source, version, time, String.valueOf(folder))
                .getBytes(StandardCharsets.UTF_8);
        Files.write(fresh, text);
        try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(fresh, to.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
