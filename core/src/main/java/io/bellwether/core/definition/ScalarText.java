package io.bellwether.core.definition;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text as YAML of ours: bare where it reads back as the same text, else between double quotes. */
public final class ScalarText {
    /** What other readers of YAML take for a truth or for nothing. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private static final Pattern BARE = Pattern.compile("[A-Za-z_(](?:[\\w ./()*+<>=-]*[\\w)])?");

    private ScalarText() {}

    /** The scalar, on one line. */
    public static String of(String text) {
        boolean bare = BARE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return bare ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        out.append("\\u%04x".formatted(c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
