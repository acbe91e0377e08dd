package io.bellwether.app.init;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The words that a column's name is made of: {@code InvoiceNo} is "invoice", "no". */
record Words(List<String> words) {
    static Words of(String name) {
        String spaced = name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ");
        return new Words(Stream.of(spaced.strip().split(" "))
                .filter(w -> !w.isEmpty())
                .map(w -> w.toLowerCase(Locale.ROOT))
                .toList());
    }

    boolean any(Set<String> wanted) {
        return words.stream().anyMatch(w -> wanted.contains(w) || wanted.contains(singular(w)));
    }

    boolean endsWith(Set<String> wanted) {
        return !words.isEmpty() && wanted.contains(words.getLast());
    }

    /** The first word of these, as it stands. */
    String first(Set<String> wanted) {
        return words.stream()
                .filter(w -> wanted.contains(w) || wanted.contains(singular(w)))
                .map(w -> wanted.contains(w) ? w : singular(w))
                .findFirst()
                .orElseThrow();
    }

    /** As a name in a definition: {@code invoice_no}. */
    String snake() {
        String joined = String.join("_", words).replaceAll("[^a-z0-9_]", "");
        String name = joined.isEmpty() ? "column" : joined;
        return Character.isDigit(name.charAt(0)) ? "c_" + name : name;
    }

    /** As people write it: {@code Invoice no}. */
    String label() {
        String joined = String.join(" ", words);
        return joined.isEmpty() ? "Column" : joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }

    static String plural(String word) {
        if (word.endsWith("y") && !word.matches(".*[aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") ? word + "es" : word + "s";
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(x|ch|sh|ss)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
