package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Style;
import io.bellwether.core.source.Excerpt;

/**
 * Finds for each character of a YAML text where it stands in the file. YAML folds line breaks, drops indentation and
 * resolves escapes; it never reorders. So one walk over both texts is enough: blanks are matched loosely, everything
 * else exactly.
 */
final class ScalarPlaces {
    private final String raw;
    private final int end;
    private final Style style;
    private int at;

    private ScalarPlaces(String raw, int start, int end, Style style) {
        this.raw = raw;
        this.at = start;
        this.end = end;
        this.style = style;
    }

    static Excerpt map(Node.Scalar scalar) {
        var span = scalar.span();
        int start = span.start();
        int end = span.end();
        String raw = span.file().text();
        switch (scalar.style()) {
            case PLAIN, GIVEN -> {}
            case SINGLE_QUOTED, DOUBLE_QUOTED -> {
                start++;
                end--;
            }
            case BLOCK -> {
                int lineBreak = raw.indexOf('\n', start);
                start = lineBreak < 0 ? end : lineBreak + 1;
            }
        }
        int[] places = new ScalarPlaces(raw, start, end, scalar.style()).walk(scalar.value());
        return new Excerpt(span.file(), scalar.value(), places);
    }

    private int[] walk(String value) {
        int[] places = new int[value.length() + 1];
        int last = at;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (style == Style.DOUBLE_QUOTED) {
                skipEscapedBreaks();
            }
            if (!isBlank(c) && at < end && !isEscape()) {
                while (at < end && isBlank(raw.charAt(at))) {
                    at++;
                }
                if (style == Style.DOUBLE_QUOTED) {
                    skipEscapedBreaks();
                }
            }
            places[i] = Math.min(at, end);
            step(c);
            last = Math.min(at, end);
        }
        places[value.length()] = last;
        return places;
    }

    /** Goes past the raw characters that stand for {@code c}. */
    private void step(char c) {
        if (at >= end) {
            return;
        }
        if (isEscape()) {
            // One escape can stand for two UTF-16 units: the second one goes past it.
            at += Character.isHighSurrogate(c) ? 0 : escapeLength();
        } else if (style == Style.SINGLE_QUOTED && c == '\'') {
            at += 2;
        } else if (!isBlank(c) || isBlank(raw.charAt(at))) {
            at++;
        }
    }

    private boolean isEscape() {
        return style == Style.DOUBLE_QUOTED && at < end && raw.charAt(at) == '\\';
    }

    private int escapeLength() {
        return switch (at + 1 < end ? raw.charAt(at + 1) : ' ') {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private void skipEscapedBreaks() {
        while (isEscape() && at + 1 < end && (raw.charAt(at + 1) == '\n' || raw.charAt(at + 1) == '\r')) {
            at++;
            while (at < end && isBlank(raw.charAt(at))) {
                at++;
            }
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
