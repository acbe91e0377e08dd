package io.bellwether.core.definition;

import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line that YAML stopped in, read as a person reads it. Long lines are not looked into. */
final class YamlLine {
    private static final int LONGEST = 400;
    private static final int LONGEST_EXAMPLE = 60;
    private static final Pattern BARE_WORD = Pattern.compile("[A-Za-z_][\\w-]*");
    private static final Pattern TIGHT_PAIR = Pattern.compile("[A-Za-z_][\\w-]*:[^\\s:]+");

    private final SourceFile file;
    private final int number;
    private final String text;
    private final int column;

    YamlLine(SourceFile file, int offset) {
        this(file, file.line(offset), file.column(offset) - 1);
    }

    private YamlLine(SourceFile file, int number, int column) {
        this.file = file;
        this.number = number;
        Span whole = file.lineSpan(number);
        this.text = whole.end() - whole.start() > LONGEST ? "" : whole.text();
        this.column = Math.min(column, text.length());
    }

    /** What stands in the line behind its indentation and the dashes of lists, without a comment. */
    Span content() {
        int from = indent();
        while (text.startsWith("- ", from)) {
            from = skipBlanks(from + 1);
        }
        int comment = text.indexOf(" #", from);
        int to = comment < 0 ? text.length() : comment;
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        int start = file.lineSpan(number).start();
        return file.span(start + from, start + to);
    }

    /** The line before with something in it, unless it only goes on with a text of a line further up. */
    @Nullable
    YamlLine before() {
        YamlLine before = above();
        if (before == null) {
            return null;
        }
        YamlLine first = before.above();
        while (first != null && first.depth() >= before.depth() && !first.hasColon()) {
            first = first.above();
        }
        boolean goesOn = first != null
                && first.depth() < before.depth()
                && !first.content().text().endsWith(":");
        return goesOn ? null : before;
    }

    private boolean hasColon() {
        return text.contains(": ") || text.endsWith(":");
    }

    /** Where the content begins: behind the dash of a list, as YAML counts. */
    private int depth() {
        return content().column();
    }

    private @Nullable YamlLine above() {
        for (int above = number - 1; above > 0; above--) {
            YamlLine line = new YamlLine(file, above, 0);
            if (!line.text.isBlank() && line.text.charAt(line.indent()) != '#') {
                return line;
            }
        }
        return null;
    }

    boolean isBareWord() {
        return BARE_WORD.matcher(content().text()).matches();
    }

    /** {@code name:value}. */
    boolean isTightPair() {
        return TIGHT_PAIR.matcher(content().text()).matches();
    }

    /** Whether the place follows a text in quotes, a list or a block that ended in this line, right behind a key. */
    boolean followsAnEnd() {
        String before = text.substring(0, column).stripTrailing();
        if (before.isEmpty() || "]}\"'".indexOf(before.charAt(before.length() - 1)) < 0) {
            return false;
        }
        String opening = before.substring(0, opening(before)).stripTrailing();
        return opening.endsWith(":") || opening.endsWith("-");
    }

    boolean endsInQuote() {
        String before = text.substring(0, column).stripTrailing();
        return before.endsWith("\"") || before.endsWith("'");
    }

    /** All of the value in quotes, if it is short and nothing but this value stands in the line. */
    Optional<String> quoted() {
        String content = content().text();
        String before = text.substring(0, column).stripTrailing();
        int from = text.indexOf(content);
        int start = opening(before) - from;
        if (start < 0 || content.startsWith("{") || content.startsWith("[")) {
            return Optional.empty();
        }
        String value = content.substring(start);
        String quoted = value.indexOf('"') < 0 && value.indexOf('\\') < 0
                ? '"' + value + '"'
                : '\'' + value.replace("'", "''") + '\'';
        return quoted.length() > LONGEST_EXAMPLE ? Optional.empty() : Optional.of(quoted);
    }

    /** Where the quote or bracket opens that closes at the end of this text; 0 where none does. */
    private static int opening(String text) {
        char close = text.charAt(text.length() - 1);
        char open = close == ']' ? '[' : close == '}' ? '{' : close;
        return Math.max(0, text.lastIndexOf(open, text.length() - 2));
    }

    /** The first line that begins with a "%". */
    @Nullable
    Span percent() {
        String all = file.text();
        int at = all.startsWith("%") ? 0 : all.indexOf("\n%") + 1;
        return all.startsWith("%", at) ? file.span(at, at + 1) : null;
    }

    private int indent() {
        return skipBlanks(0);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
