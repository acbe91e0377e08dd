package io.bellwether.app.extract;

import io.bellwether.core.catalog.Column;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which copy of a dataset's rows is the one to read.
 *
 * @param source what it is a copy of
 * @param version of the source when it was copied; empty where nobody can tell
 * @param watermark the last time among its rows, or null
 * @param looked when it was last known to be up to date
 * @param calendar whose months its files are
 * @param folder the number of the folder with its files
 * @param columns that it has, as {@link #column} writes them
 */
record Manifest(
        String source,
        String version,
        @Nullable LocalDateTime watermark,
        Instant looked,
        String calendar,
        int folder,
        Set<String> columns) {
    private static final String FIRST = "bellwether extract 3";
    private static final String FILE = "current";
    private static final int LINES = 7;

    /** What tells whether a copy has a column: a column that became another has gone. */
    static String column(Column column) {
        return column.type() + " " + URLEncoder.encode(column.name(), StandardCharsets.UTF_8);
    }

    static Optional<Manifest> read(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(FILE));
            if (lines.size() < LINES || !lines.getFirst().equals(FIRST)) {
                return Optional.empty();
            }
            LocalDateTime watermark = lines.get(3).isEmpty() ? null : LocalDateTime.parse(lines.get(3));
            return Optional.of(new Manifest(
                    lines.get(1),
                    lines.get(2),
                    watermark,
                    Instant.parse(lines.get(4)),
                    lines.get(5),
                    Integer.parseInt(lines.get(6)),
                    Set.copyOf(lines.subList(LINES, lines.size()))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    Manifest lookedAt(Instant now) {
        return new Manifest(source, version, watermark, now, calendar, folder, columns);
    }

    /** From this moment on, and not before, everybody reads this copy. */
    void write(Path to) throws IOException {
        Path fresh = to.resolve(FILE + ".new");
        String time = watermark == null ? "" : watermark.toString();
        List<String> lines = new ArrayList<>(List.of(FIRST, source, version, time, looked.toString(), calendar));
        lines.add(String.valueOf(folder));
        lines.addAll(new LinkedHashSet<>(columns));
        Files.write(fresh, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(fresh, to.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
