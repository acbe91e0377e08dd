package io.bellwether.core.dbt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands between {@code {{} and {@code }}}: {@code Dimension('listing__country', entity_path=['booking']).grain('month')}.
 *
 * @param arguments those without a name first, as {@code "0"}, {@code "1"}; each a list of the texts in it
 * @param methods called on it, by name
 */
record TemplateCall(String object, Map<String, List<String>> arguments, Map<String, List<String>> methods) {
    /** Empty where the text is no such call. */
    static Optional<TemplateCall> parse(String text) {
        try {
            return Optional.of(new Reader(text).whole());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The texts of an argument, by its name or its place. */
    List<String> argument(String name, int place) {
        List<String> named = arguments.get(name);
        return named == null ? arguments.getOrDefault(String.valueOf(place), List.of()) : named;
    }

    /** A few characters of grammar: calls, texts in either quotes, lists. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        TemplateCall whole() {
            String object = word();
            Map<String, List<String>> arguments = arguments();
            Map<String, List<String>> methods = new LinkedHashMap<>();
            while (accept('.')) {
                String method = word();
                methods.put(method, arguments().getOrDefault("0", List.of()));
            }
            space();
            if (at < text.length()) {
                throw new IllegalArgumentException();
            }
            return new TemplateCall(object, arguments, methods);
        }

        private Map<String, List<String>> arguments() {
            Map<String, List<String>> found = new LinkedHashMap<>();
            expect('(');
            while (!accept(')')) {
                int start = at;
                String name = String.valueOf(found.size());
                if (isWord()) {
                    String word = word();
                    if (accept('=')) {
                        name = word;
                    } else {
                        at = start;
                    }
                }
                found.put(name, value());
                accept(',');
            }
            return found;
        }

        /** All texts in a value, however they are nested. */
        private List<String> value() {
            List<String> texts = new ArrayList<>();
            space();
            if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
                texts.add(quoted());
            } else if (accept('[')) {
                while (!accept(']')) {
                    texts.addAll(value());
                    accept(',');
                }
            } else {
                word();
                if (peek() == '(') {
                    arguments().values().forEach(texts::addAll);
                }
            }
            return texts;
        }

        private String quoted() {
            int end = text.indexOf(text.charAt(at), at + 1);
            if (end < 0) {
                throw new IllegalArgumentException();
            }
            String inside = text.substring(at + 1, end);
            at = end + 1;
            return inside;
        }

        private boolean isWord() {
            return Character.isJavaIdentifierStart(peek());
        }

        private String word() {
            space();
            int start = at;
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            if (start == at) {
                throw new IllegalArgumentException();
            }
            return text.substring(start, at);
        }

        private char peek() {
            space();
            return at < text.length() ? text.charAt(at) : 0;
        }

        private boolean accept(char wanted) {
            boolean there = peek() == wanted;
            at += there ? 1 : 0;
            return there;
        }

        private void expect(char wanted) {
            if (!accept(wanted)) {
                throw new IllegalArgumentException();
            }
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
