package io.bellwether.app.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows in aligned columns for a terminal; columns of numbers stand to the right. */
public final class TextTable {
    private static final String GAP = "  ";
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    public TextTable(List<String> header) {
        this.header = List.copyOf(header);
        this.right = new boolean[header.size()];
    }

    /** Sets that the column stands to the right. */
    public TextTable right(int column) {
        right[column] = true;
        return this;
    }

    /** Adds a line of its own, over all columns. */
    public TextTable heading(String text) {
        rows.add(List.of(oneLine(text)));
        return this;
    }

    /** Adds a row of values; a missing one shows as an en dash. */
    public void row(List<? extends @Nullable Object> values) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Number) {
                right[i] = true;
            }
            String text = Plain.text(value);
            cells.add(text == null ? "–" : oneLine(text));
        }
        rows.add(cells);
    }

    /** The table with a line under its header. */
    public String text() {
        int[] widths = IntStream.range(0, header.size()).map(this::widthOf).toArray();
        var text = new StringBuilder();
        line(text, header, widths);
        line(text, IntStream.of(widths).mapToObj("─"::repeat).toList(), widths);
        rows.forEach(row -> {
            if (row.size() == 1 && header.size() > 1) {
                text.append(row.getFirst()).append('\n');
            } else {
                line(text, row, widths);
            }
        });
        return text.toString();
    }

    private int widthOf(int column) {
        int widest = width(header.get(column));
        for (var row : rows) {
            widest = row.size() < header.size() ? widest : Math.max(widest, width(row.get(column)));
        }
        return widest;
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String pad = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : GAP).append(right[i] ? pad + cells.get(i) : cells.get(i) + pad);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Control characters of the data must not move the cursor of a terminal. */
    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
