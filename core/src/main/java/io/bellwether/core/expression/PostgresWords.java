package io.bellwether.core.expression;

import io.bellwether.core.source.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL, and engines like it, write in their own way, in the words of standard SQL. The parser takes {@code ::}
 * to bind less than any other operator ({@code a = b::date} would cast a truth), and knows no unit inside of a text:
 *
 * <pre>
 *   a = b::date               a = CAST(b AS date)
 *   a + interval '7 days'     a + interval '7' DAY
 * </pre>
 */
final class PostgresWords {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[A-Za-z_]\\w*|\\d[\\w.]*|::|\\S", Pattern.DOTALL);

    private static final Pattern LENGTH = Pattern.compile(
            "'\\s*(\\d+)\\s+(second|minute|hour|day|week|month|quarter|year)s?\\s*'", Pattern.CASE_INSENSITIVE);

    /** Words that a parenthesis may follow without being a function's. */
    private static final Set<String> OPERATORS = Set.of(
            "and", "or", "not", "in", "like", "ilike", "between", "is", "when", "then", "else", "case", "from", "on");

    /** Words that belong to the text after them. */
    private static final Set<String> TYPED = Set.of("date", "time", "timestamp");

    private static final Set<String> SECOND_WORDS = Set.of("precision", "varying");

    private record Token(String text, int start, int end) {
        boolean is(String other) {
            return text.equals(other);
        }

        boolean isWord() {
            return Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
        }

        boolean isName() {
            return isWord() || text.charAt(0) == '"';
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    private final Excerpt text;
    private final List<Token> tokens = new ArrayList<>();
    private final int[] casts;
    private final @Nullable String[] after;

    /** The first token of each cast, by its last. */
    private final Map<Integer, Integer> values = new HashMap<>();

    private PostgresWords(Excerpt text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text.text());
        while (matcher.find()) {
            tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
        }
        this.casts = new int[tokens.size()];
        this.after = new @Nullable String[tokens.size()];
    }

    /** The text in standard words; the same where there is nothing to say otherwise. */
    static Excerpt standard(Excerpt text) {
        boolean casts = text.text().contains("::");
        return casts || text.text().toLowerCase(Locale.ROOT).contains("interval")
                ? new PostgresWords(text).rewritten()
                : text;
    }

    private Excerpt rewritten() {
        for (int at = 1; at < tokens.size() - 1; at++) {
            if (tokens.get(at).is("::")) {
                int first = value(at - 1);
                int last = type(at + 1);
                if (first >= 0 && last > at) {
                    casts[first]++;
                    after[at] = " AS ";
                    after[last] = ")";
                    values.put(last, first);
                }
            }
        }
        Out out = new Out(text.text().length());
        int done = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            out.copy(text.text(), done, token.start());
            for (int i = 0; i < casts[at]; i++) {
                out.say("CAST(", token.start());
            }
            String said = said(at);
            if (said == null) {
                out.copy(text.text(), token.start(), token.end());
            } else {
                out.say(said, token.start());
            }
            if (after[at] != null && !token.is("::")) {
                out.say(after[at], token.end() - 1);
            }
            done = token.end();
        }
        out.copy(text.text(), done, text.text().length());
        return text.rewritten(out.text.toString(), out.places(text.text().length()));
    }

    /** What stands for a token instead of itself, or null. */
    private @Nullable String said(int at) {
        if (tokens.get(at).is("::") && after[at] != null) {
            return after[at];
        }
        Matcher length = LENGTH.matcher(tokens.get(at).text());
        return at > 0 && tokens.get(at - 1).lower().equals("interval") && length.matches()
                ? "'" + length.group(1) + "' " + length.group(2).toUpperCase(Locale.ROOT)
                : null;
    }

    /** Where the value begins that ends at a token, or -1 where it is none that can be told. */
    private int value(int last) {
        if (values.containsKey(last)) {
            return values.getOrDefault(last, -1);
        }
        Token token = tokens.get(last);
        if (token.is(")")) {
            int open = opening(last, "(", ")");
            boolean function = open > 0
                    && tokens.get(open - 1).isName()
                    && !OPERATORS.contains(tokens.get(open - 1).lower());
            return function ? name(open - 1) : open;
        }
        if (token.lower().equals("end")) {
            return opening(last, "case", "end");
        }
        if (token.isName()) {
            return name(last);
        }
        char c = token.text().charAt(0);
        boolean typed =
                c == '\'' && last > 0 && TYPED.contains(tokens.get(last - 1).lower());
        return typed ? last - 1 : c == '\'' || Character.isDigit(c) ? last : -1;
    }

    /** The first of the parts that dots join. */
    private int name(int last) {
        int first = last;
        while (first > 1
                && tokens.get(first - 1).is(".")
                && tokens.get(first - 2).isName()) {
            first -= 2;
        }
        return first;
    }

    private int opening(int last, String open, String close) {
        int depth = 0;
        for (int at = last; at >= 0; at--) {
            String word = tokens.get(at).lower();
            depth += word.equals(close) ? 1 : word.equals(open) ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The last token of the type that begins at one, or -1. */
    private int type(int first) {
        if (!tokens.get(first).isWord()) {
            return -1;
        }
        int last = first;
        if (follows(last, SECOND_WORDS)) {
            last++;
        }
        if (last + 1 < tokens.size() && tokens.get(last + 1).is("(")) {
            int close = last + 1;
            while (close < tokens.size() && !tokens.get(close).is(")")) {
                close++;
            }
            if (close == tokens.size()) {
                return -1;
            }
            last = close;
        }
        boolean zone = follows(last, Set.of("with", "without"))
                && follows(last + 1, Set.of("time"))
                && follows(last + 2, Set.of("zone"));
        return zone ? last + 3 : last;
    }

    private boolean follows(int at, Set<String> words) {
        return at + 1 < tokens.size() && words.contains(tokens.get(at + 1).lower());
    }

    /** A text, and where each of its characters comes from. */
    private static final class Out {
        private final StringBuilder text = new StringBuilder();
        private int[] places;

        Out(int length) {
            this.places = new int[length + 16];
        }

        void copy(String from, int start, int end) {
            for (int at = start; at < end; at++) {
                add(from.charAt(at), at);
            }
        }

        void say(String words, int at) {
            for (int i = 0; i < words.length(); i++) {
                add(words.charAt(i), at);
            }
        }

        private void add(char c, int at) {
            if (text.length() == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[text.length()] = at;
            text.append(c);
        }

        int[] places(int end) {
            int[] all = Arrays.copyOf(places, text.length() + 1);
            all[text.length()] = end;
            return all;
        }
    }
}
