package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the text before the parser sees it. It refuses comments, statements and parameters, finds quotes and
 * parentheses that are not closed (the parser would point at the end), and limits length and depth, because the parser
 * recurses. Words beside a dot are names whatever SQL reserves, so they are put in quotes: {@code stock.value}.
 */
final class Scan {
    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_WORDS = 2_000;
    private static final int MAX_OPERATORS = 300;
    private static final Set<String> OPERATORS = Set.of("and", "or", "is", "not", "like", "between", "case", "when");

    private final Excerpt text;
    private final String sql;
    private final StringBuilder out = new StringBuilder();
    private final int[] places;
    private final int[] open = new int[MAX_DEPTH];
    private int depth;
    private int words;
    private int operators;
    private int nesting;
    private int at;
    private String previous = "";

    private Scan(Excerpt text) {
        this.text = text;
        this.sql = text.text();
        this.places = new int[sql.length() * 3 + 1];
    }

    /** The text for the parser, or empty with a problem. */
    static Optional<Excerpt> check(Excerpt text, Problems problems) {
        if (text.text().isBlank()) {
            problems.add(Code.SYNTAX, text.span(), "the expression is empty", null);
            return Optional.empty();
        }
        if (text.text().length() > MAX_LENGTH) {
            String message = "the expression has " + text.text().length() + " characters";
            problems.add(Code.TOO_DEEP, text.span(), message, "split it into metrics or fields");
            return Optional.empty();
        }
        return new Scan(PostgresWords.standard(text)).walk(problems);
    }

    private Optional<Excerpt> walk(Problems problems) {
        while (at < sql.length()) {
            Trouble trouble = step();
            if (trouble != null) {
                var problem = trouble.code.at(text.span(trouble.from, trouble.to), trouble.message, trouble.fix);
                problems.add(ExpressionParser.ofOssie(problem, sql));
                return Optional.empty();
            }
        }
        if (depth > 0) {
            int from = open[depth - 1];
            problems.add(Code.SYNTAX, text.span(from, from + 1), "this parenthesis is not closed", "add \")\"");
            return Optional.empty();
        }
        int[] used = Arrays.copyOf(places, out.length() + 1);
        used[out.length()] = sql.length();
        return Optional.of(text.rewritten(out.toString(), used));
    }

    private record Trouble(
            Code code,
            int from,
            int to,
            String message,
            @Nullable String fix) {}

    private @Nullable Trouble step() {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (Character.isLetter(c) || c == '_') {
            return word();
        }
        if (Character.isDigit(c)) {
            return number();
        }
        if (sql.startsWith("--", at) || sql.startsWith("/*", at)) {
            String fix = "put it after # outside of the expression, or into description";
            return new Trouble(Code.FORBIDDEN, at, at + 2, "no comments in an expression", fix);
        }
        if (sql.startsWith("//", at) || c == '#') {
            // The parser would take either for the beginning of a comment, and drop what follows without a word.
            String sign = c == '#' ? "#" : "//";
            String fix = c == '#' ? null : "for whole-number division write floor(a / b)";
            return new Trouble(
                    Code.FORBIDDEN, at, at + sign.length(), "\"" + sign + "\" has no meaning in an expression", fix);
        }
        if (c == ';') {
            return new Trouble(Code.FORBIDDEN, at, at + 1, "an expression is no statement", "remove the \";\"");
        }
        if (c == '?' || c == '{' || c == '}' || c == '$' || c == '@' || c == '`' || c == '[' || c == ']' || c == '\\') {
            String fix = c == '`' ? "names with odd characters stand in double quotes" : null;
            return new Trouble(Code.FORBIDDEN, at, at + 1, "\"" + c + "\" has no meaning in an expression", fix);
        }
        return symbol(c);
    }

    private @Nullable Trouble symbol(char c) {
        if (c == '(') {
            if (depth == MAX_DEPTH) {
                return tooDeep();
            }
            open[depth++] = at;
        } else if (c == ')' && --depth < 0) {
            return new Trouble(Code.SYNTAX, at, at + 1, "this parenthesis closes nothing", "remove it");
        } else if ((c == '-' || c == '+') && ++nesting > MAX_DEPTH) {
            return tooDeep();
        } else if ("+-*/%<>=|!:".indexOf(c) >= 0 && ++operators > MAX_OPERATORS) {
            return tooDeep();
        }
        if (!Character.isWhitespace(c) && c != '-' && c != '+') {
            nesting = 0;
        }
        emit(c == '\r' ? ' ' : c, at);
        at++;
        return null;
    }

    private @Nullable Trouble quoted(char quote) {
        int start = at;
        int end = at + 1;
        while (end < sql.length() && (sql.charAt(end) != quote || sql.startsWith("" + quote + quote, end))) {
            end += sql.charAt(end) == quote ? 2 : 1;
        }
        if (end >= sql.length()) {
            return new Trouble(
                    Code.SYNTAX, start, start + 1, "the quote that opens here is not closed", "close it with " + quote);
        }
        nesting = 0;
        copyUntil(end + 1);
        return countWord();
    }

    private @Nullable Trouble word() {
        int end = at;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        String word = sql.substring(at, end);
        boolean name = dotBefore() || dotAfter(end) || isName(word, end);
        previous = word.toLowerCase(Locale.ROOT);
        if (!word.equalsIgnoreCase("not") && !word.equalsIgnoreCase("case")) {
            nesting = 0;
        } else if (++nesting > MAX_DEPTH) {
            return tooDeep();
        }
        if (OPERATORS.contains(previous) && ++operators > MAX_OPERATORS) {
            return tooDeep();
        }
        if (name) {
            emit('"', at);
        }
        if (word.equalsIgnoreCase("timestamp_ntz")) {
            // What stands behind makes it a value without a zone already.
            copyUntil(at + "timestamp".length());
            at = end;
        }
        copyUntil(end);
        if (name) {
            emit('"', end - 1);
        }
        return countWord();
    }

    private @Nullable Trouble number() {
        int end = at;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end)) || "._".indexOf(sql.charAt(end)) >= 0)) {
            end++;
        }
        String number = sql.substring(at, end);
        if (!number.matches("\\d[\\d_]*(\\.[\\d_]*)?([eE]\\d{0,2})?")) {
            return new Trouble(Code.SYNTAX, at, end, "\"" + number + "\" is not a number", null);
        }
        for (; at < end; at++) {
            if (sql.charAt(at) != '_') {
                emit(sql.charAt(at), at);
            }
        }
        nesting = 0;
        return countWord();
    }

    private @Nullable Trouble countWord() {
        return ++words > MAX_WORDS ? tooDeep() : null;
    }

    private Trouble tooDeep() {
        String message = "the expression is too long or nested too deeply here";
        return new Trouble(Code.TOO_DEEP, at, at + 1, message, "split it into metrics or fields");
    }

    /**
     * {@code date} is a column unless a text follows it or it names a type; {@code date_diff(} is a function like any
     * other, though the parser has a grammar of its own for it.
     */
    private boolean isName(String word, int end) {
        int next = end;
        while (next < sql.length() && Character.isWhitespace(sql.charAt(next))) {
            next++;
        }
        char follows = next < sql.length() ? sql.charAt(next) : ' ';
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "date", "time", "timestamp" ->
                follows != '\'' && follows != '(' && !previous.equals("as") && !colonBefore();
            // Words of a clause that no expression has.
            case "running", "final" -> follows != '\'';
            case "date_diff",
                    "datediff",
                    "timestampdiff",
                    "timestamp_diff",
                    "date_part",
                    "datepart",
                    "dateadd",
                    "date_add",
                    "timestampadd" -> follows == '(';
            case "trim" -> follows == '(' && isList(next + 1);
            default -> false;
        };
    }

    /** Whether several arguments stand there: {@code trim(x, 'ab')}, which the parser has another grammar for. */
    private boolean isList(int from) {
        int open = 0;
        boolean text = false;
        for (int i = from; i < sql.length() && open >= 0; i++) {
            char c = sql.charAt(i);
            text ^= c == '\'';
            if (!text && c == ',' && open == 0) {
                return true;
            }
            open += text ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return false;
    }

    private boolean colonBefore() {
        return !out.isEmpty() && out.charAt(out.length() - 1) == ':';
    }

    private boolean dotBefore() {
        int before = out.length() - 1;
        while (before >= 0 && out.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && out.charAt(before) == '.';
    }

    private boolean dotAfter(int end) {
        return end < sql.length() && sql.charAt(end) == '.';
    }

    private void copyUntil(int end) {
        for (; at < end; at++) {
            emit(sql.charAt(at), at);
        }
    }

    private void emit(char c, int place) {
        places[out.length()] = place;
        out.append(c);
    }
}
