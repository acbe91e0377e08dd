package io.bellwether.core.ossie;

import io.bellwether.core.source.Excerpt;
import java.util.stream.IntStream;

/** Parts of a text that know where they stand. */
final class Excerpts {
    private Excerpts() {}

    static Excerpt part(Excerpt text, int start, int end) {
        return text.rewritten(
                text.text().substring(start, end),
                IntStream.rangeClosed(start, end).toArray());
    }
}
