package io.bellwether.app.init;

/** Puts a condition on each aggregate of an expression, so that rows which are totals of others count nowhere. */
final class KeptRows {
    private static final String FILTER = " filter (where ";

    private KeptRows() {}

    static String in(String expression, String condition) {
        var text = new StringBuilder();
        int at = 0;
        while (at < expression.length()) {
            int open = aggregate(expression, at);
            if (open < 0) {
                return text.append(expression.substring(at)).toString();
            }
            int end = closing(expression, open);
            text.append(expression, at, end);
            if (expression.startsWith(FILTER, end)) {
                int from = end + FILTER.length();
                int to = closing(expression, end + " filter ".length()) - 1;
                text.append(FILTER)
                        .append('(')
                        .append(expression, from, to)
                        .append(") and ")
                        .append(condition);
                at = to;
            } else {
                text.append(FILTER).append(condition).append(')');
                at = end;
            }
        }
        return text.toString();
    }

    /** Where the parenthesis of the next aggregate opens; negative where there is none. */
    private static int aggregate(String expression, int from) {
        int found = -1;
        for (String name : new String[] {"sum(", "count(", "avg("}) {
            int at = expression.indexOf(name, from);
            if (at >= 0 && (found < 0 || at + name.length() - 1 < found)) {
                found = at + name.length() - 1;
            }
        }
        return found;
    }

    /** Behind the parenthesis that closes the one at {@code open}; names and texts in quotes are passed over. */
    private static int closing(String expression, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return expression.length();
    }
}
