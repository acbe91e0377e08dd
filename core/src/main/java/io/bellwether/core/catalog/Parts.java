package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;

/** Places of words within places. */
final class Parts {
    private Parts() {}

    /** Where the word stands in the text, or the whole where it is written otherwise. */
    static Span of(Span whole, String word) {
        int at = whole.text().indexOf(word);
        return at < 0 ? whole : whole.file().span(whole.start() + at, whole.start() + at + word.length());
    }
}
