package io.bellwether.engine.file;

import io.bellwether.core.catalog.FileReading;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Text files as the engine can read them: in UTF-8, with lines of a sane length. */
public final class TextFiles {
    /** Far more than any table has that people name columns of. */
    static final int MOST_COLUMNS = 20_000;

    private static final int LAYOUT_BYTES = 1 << 18;

    private final Supplier<Path> scratch;
    private final Map<String, Path> copies = new ConcurrentHashMap<>();

    private final Map<String, Cut> cuts = new ConcurrentHashMap<>();

    /** @param scratch a folder of our own for copies in UTF-8 */
    public TextFiles(Supplier<Path> scratch) {
        this.scratch = scratch;
    }

    /** The file's encoding, by its first bytes; complains about an empty, binary, damaged or endless one. */
    public Charset encoding(Path file, String label) {
        TextHead head = TextHead.read(file, label);
        Charset charset = TextEncoding.of(head, label);
        if (charset.equals(StandardCharsets.UTF_8)) {
            head.checkLines(label);
        }
        return charset;
    }

    /** The same of a file that may have all in one line. */
    Charset charset(Path file, String label) {
        return TextEncoding.of(TextHead.read(file, label), label);
    }

    /** The encoding of a file whose first bytes promised UTF-8 and whose later ones broke the promise. */
    public Charset encodingOfWhole(Path file, String label) {
        return TextEncoding.ofWhole(file, label);
    }

    /** How a CSV file is laid out, by its first records. */
    public CsvLayout layout(Path file, Charset charset, String label) {
        TextHead head = TextHead.read(file, label);
        int length = Math.min(head.bytes().length, LAYOUT_BYTES);
        String text = new String(head.bytes(), 0, length, charset);
        boolean whole = head.whole() && length == head.bytes().length;
        int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        String records = whole || lastLine < 0 ? text : text.substring(0, lastLine + 1);
        CsvLayout layout = CsvLayout.of(records.startsWith("\uFEFF") ? records.substring(1) : records);
        if (layout.fields() > MOST_COLUMNS) {
            throw Problems.manyColumns(label);
        }
        return layout;
    }

    /** The file itself where it is UTF-8, else a copy that is; one copy per version of the file. */
    public Path inUtf8(Path file, Charset charset, String fingerprint, String label) {
        return inUtf8(file, charset, 0, false, fingerprint, label);
    }

    /**
     * The same without what stands above the table, and with lines that all end in the same way.
     *
     * @param above how many lines to leave out
     * @param mixed whether lines end in more than one way
     */
    public Path inUtf8(Path file, Charset charset, int above, boolean mixed, String fingerprint, String label) {
        if (charset.equals(StandardCharsets.UTF_8) && above == 0 && !mixed) {
            return file;
        }
        return copies.computeIfAbsent(
                fingerprint + " " + above + mixed + " " + file, key -> copy(file, charset, above, mixed, label));
    }

    /**
     * A copy without some rows.
     *
     * @param aside how many of them cannot be read
     * @param examples of these, with their lines
     */
    public record Cut(Path copy, long aside, List<String> examples) {}

    /** A copy in UTF-8 without the rows that are told by their places or cannot be read; one per version of the file. */
    public Cut cut(Path file, Charset charset, FileReading reading, String fingerprint, String label) {
        return cuts.computeIfAbsent(fingerprint + " " + file, key -> {
            CsvLayout layout = layout(file, charset, label);
            CsvCut[] cut = new CsvCut[1];
            Path copy = copy(file, charset, label, (in, out) -> {
                cut[0] = new CsvCut(reading, layout);
                cut[0].copy(new EvenLines(in), out);
            });
            return new Cut(copy, cut[0].aside(), List.copyOf(cut[0].examples()));
        });
    }

    /** Writes something of the text. */
    private interface Copying {
        void copy(Reader in, Writer out) throws IOException;
    }

    private Path copy(Path file, Charset charset, int above, boolean mixed, String label) {
        return copy(file, charset, label, (in, out) -> {
            Reader lines = above > 0 || mixed ? new EvenLines(in) : in;
            int first = lines.read();
            for (int line = 0; line < above && first >= 0; first = lines.read()) {
                line += first == '\n' ? 1 : 0;
            }
            if (first >= 0 && first != '\uFEFF') {
                out.write(first);
            }
            lines.transferTo(out);
        });
    }

    private Path copy(Path file, Charset charset, String label, Copying copying) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String suffix = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        try {
            Path copy = Files.createTempFile(scratch.get(), "utf8-", suffix.substring(suffix.lastIndexOf('.')));
            try (Reader in = TextHead.reader(file, charset);
                    Writer out = Files.newBufferedWriter(copy)) {
                copying.copy(in, out);
            }
            return copy;
        } catch (CharacterCodingException e) {
            Charset whole = encodingOfWhole(file, label);
            if (whole.equals(charset)) {
                throw Problems.unreadable(label);
            }
            return copy(file, whole, label, copying);
        } catch (IOException e) {
            throw Problems.unreadable(label);
        }
    }
}
