package io.bellwether.engine.file;

import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.file.JsonColumn.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON files as tables of texts. The embedded engine's own reader makes doubles of all numbers and dates of what looks like
 * some; here a value keeps its kind and its digits.
 */
public final class JsonFiles {
    /** The first column of a table: which record of its file a row is. */
    public static final String RECORD = "record #";

    private final Supplier<Path> scratch;
    private final TextFiles texts;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    /** @param scratch a folder of our own for the tables */
    public JsonFiles(Supplier<Path> scratch, TextFiles texts) {
        this.scratch = scratch;
        this.texts = texts;
    }

    /**
     * A JSON file as CSV: texts in quotation marks, nothing where there is no value.
     *
     * @param longest how many characters the longest row has
     * @param lines whether some text goes over several lines
     */
    public record Table(Path csv, int longest, boolean lines) {}

    /** What each key's values are in all files together, in the order of the keys' first appearance. */
    public Map<String, JsonColumn> columns(FileSet files, Deadline deadline) {
        Map<Path, Charset> charsets = new HashMap<>();
        files.files().forEach(file -> charsets.put(file, texts.charset(file, files.label(file))));
        while (true) {
            Map<String, JsonColumn> columns = new LinkedHashMap<>();
            Optional<Path> broken = files.files().stream()
                    .filter(file -> !look(new Pass(files, file, deadline), charsets.get(file), columns))
                    .findFirst();
            if (broken.isEmpty()) {
                return columns;
            }
            // What the first bytes promised, later ones broke.
            Charset whole = texts.encodingOfWhole(broken.get(), files.label(broken.get()));
            if (whole.equals(charsets.put(broken.get(), whole))) {
                throw Problems.unreadable(files.label(broken.get()));
            }
        }
    }

    private static boolean look(Pass pass, @Nullable Charset charset, Map<String, JsonColumn> columns) {
        List<JsonColumn> found = new ArrayList<>();
        return pass.read(Objects.requireNonNull(charset), (kinds, values, count) -> {
            while (found.size() < count) {
                found.add(columns.computeIfAbsent(pass.records.names().get(found.size()), name -> new JsonColumn()));
            }
            for (int i = 0; i < count; i++) {
                if (kinds[i] != Kind.NOTHING) {
                    found.get(i).add(kinds[i], values[i]);
                }
            }
        });
    }

    /** One pass over the records of a file that count. */
    private static final class Pass {
        private final JsonRecords records;
        private final Path file;
        private final String label;
        private final SkippedRows skipped;
        private final Deadline deadline;
        private long number;

        Pass(FileSet files, Path file, Deadline deadline) {
            this.file = file;
            this.label = files.label(file);
            this.skipped = files.reading().skipped();
            this.deadline = deadline;
            this.records = new JsonRecords(label, deadline);
        }

        boolean read(Charset charset, JsonRecords.Taker taker) {
            long last = skipped.last() ? count(charset) : 0;
            number = 0;
            return records.read(file, charset, (kinds, values, count) -> {
                number++;
                boolean cut = number == last
                        || number <= Integer.MAX_VALUE && skipped.numbers().contains((int) number);
                if (!cut && !skipped.matches(name -> text(name, kinds, values))) {
                    taker.take(kinds, values, count);
                }
            });
        }

        private long count(Charset charset) {
            long[] records = new long[1];
            new JsonRecords(label, deadline).read(file, charset, (kinds, values, count) -> records[0]++);
            return records[0];
        }

        private @Nullable String text(String name, Kind[] kinds, String[] values) {
            for (int i = 0; i < records.names().size(); i++) {
                if (records.names().get(i).equalsIgnoreCase(name) && kinds[i] != Kind.NOTHING) {
                    return values[i];
                }
            }
            return null;
        }
    }

    /**
     * The file as a table; made once per version of it.
     *
     * @param keys its columns after {@link #RECORD}
     */
    public Table table(FileSet files, Path file, List<String> keys, Deadline deadline) {
        String label = files.label(file);
        return tables.computeIfAbsent(files.fingerprint() + " " + file, key -> {
            Table table = written(new Pass(files, file, deadline), texts.charset(file, label), keys);
            return table == null
                    ? Objects.requireNonNull(
                            written(new Pass(files, file, deadline), texts.encodingOfWhole(file, label), keys))
                    : table;
        });
    }

    /** Null where the file has another encoding. */
    private @Nullable Table written(Pass pass, Charset charset, List<String> keys) {
        keys.forEach(pass.records::name);
        Rows rows = new Rows();
        try {
            Path csv = Files.createTempFile(scratch.get(), "json-", ".csv");
            boolean read;
            try (Writer out = writer(csv)) {
                read = pass.read(
                        charset,
                        (kinds, values, count) ->
                                out.append(rows.row(pass.number, kinds, values, Math.min(count, keys.size()))));
            }
            return read ? new Table(csv, rows.longest, rows.lines) : null;
        } catch (IOException e) {
            throw Problems.unreadable(pass.label);
        }
    }

    /** Half a character, which JSON allows, is written as the one that stands for none. */
    private static Writer writer(Path csv) throws IOException {
        var encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD});
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(csv), encoder), 1 << 16);
    }

    /** Rows as lines of CSV. */
    private static final class Rows {
        private final StringBuilder line = new StringBuilder();
        private int longest;
        private boolean lines;

        CharSequence row(long number, Kind[] kinds, String[] values, int count) {
            line.setLength(0);
            line.append(number);
            for (int i = 0; i < count; i++) {
                line.append(',');
                switch (kinds[i]) {
                    case NOTHING -> {}
                    case NUMBER, TRUTH -> line.append(values[i]);
                    case TEXT, NESTED -> quoted(values[i]);
                }
            }
            longest = Math.max(longest, line.length());
            return line.append('\n');
        }

        private void quoted(String value) {
            line.append('"');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                lines |= c == '\n' || c == '\r';
                if (c == '"') {
                    line.append('"');
                }
                line.append(c);
            }
            line.append('"');
        }
    }
}
