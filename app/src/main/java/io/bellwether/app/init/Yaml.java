package io.bellwether.app.init;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines of YAML in block style, with comments; texts are quoted where YAML would read something else into them. */
final class Yaml {
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "");
    private static final int COMMENT_COLUMN = 46;
    private final StringBuilder text = new StringBuilder();

    /** A line as it stands; nothing where there is none. */
    Yaml line(@Nullable String line) {
        if (line == null) {
            return this;
        }
        text.append(line).append('\n');
        return this;
    }

    /** {@code key: value}, or nothing where there is no value. */
    Yaml entry(int indent, String key, @Nullable String value) {
        return entry(indent, key, value, null);
    }

    /** {@code key: value   # comment}. */
    Yaml entry(int indent, String key, @Nullable String value, @Nullable String comment) {
        return value == null ? this : raw(indent, key, scalar(value), comment);
    }

    /** An entry whose value is YAML already. */
    Yaml raw(int indent, String key, String value, @Nullable String comment) {
        String line = " ".repeat(indent) + key + ": " + value;
        if (comment != null) {
            line += " ".repeat(Math.max(2, COMMENT_COLUMN - line.length())) + "# " + comment;
        }
        return line(line);
    }

    String text() {
        return text.toString();
    }

    static String list(List<String> values) {
        return "[" + String.join(", ", values.stream().map(Yaml::scalar).toList()) + "]";
    }

    static String scalar(String value) {
        boolean plain = value.matches("[A-Za-z(_/.][^#:{}\\[\\]&*!|>'\"%@`\\p{Cntrl}]*")
                || value.matches("[A-Za-z(_][^#:{}\\[\\]&!|'\"%@`\\p{Cntrl}]*");
        if (plain && value.equals(value.strip()) && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
