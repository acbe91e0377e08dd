package io.bellwether.core.source;

/**
 * A text that stands in a file, perhaps folded, quoted or escaped there: it knows for each of its characters where that
 * character stands, so that a problem found in the text can be shown in the file.
 */
public final class Excerpt {
    private final SourceFile file;
    private final String text;
    private final int[] offsets;

    /** @param offsets for each UTF-16 unit of {@code text} its offset in the file, and one more for the end */
    public Excerpt(SourceFile file, String text, int[] offsets) {
        if (offsets.length != text.length() + 1) {
            throw new IllegalArgumentException(text.length() + " characters, " + offsets.length + " places");
        }
        this.file = file;
        this.text = text;
        this.offsets = offsets;
    }

    /** The whole file. */
    public static Excerpt of(SourceFile file) {
        int[] offsets = new int[file.text().length() + 1];
        for (int at = 0; at < offsets.length; at++) {
            offsets[at] = at;
        }
        return new Excerpt(file, file.text(), offsets);
    }

    public SourceFile file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** Where the whole text stands. */
    public Span span() {
        return span(0, text.length());
    }

    /** Where the characters {@code start} (inclusive) to {@code end} (exclusive) stand. */
    public Span span(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        int last = to > from ? offsets[to - 1] + 1 : offsets[from];
        return file.span(offsets[from], last);
    }

    /** The same place under another text: {@code places} gives for each of its characters the one of this text. */
    public Excerpt rewritten(String other, int[] places) {
        int[] mapped = new int[places.length];
        for (int at = 0; at < places.length; at++) {
            mapped[at] = offsets[places[at]];
        }
        return new Excerpt(file, other, mapped);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Excerpt that && text.equals(that.text) && span().equals(that.span());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
