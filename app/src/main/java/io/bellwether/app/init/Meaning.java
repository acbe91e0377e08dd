package io.bellwether.app.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the name of a column says it holds. Names say it with their last word: {@code sales_office} is an office, and
 * {@code order_line_number} counts lines.
 *
 * @param words without currencies and words like "number of"; a key is the last one where the column is one
 * @param subject the word that says what it is: the last one, of a key the one before it; empty where there is none
 * @param key whether the name is that of a number or a code of something
 * @param counted whether the name says that things were counted
 */
record Meaning(Words words, String subject, boolean key, boolean counted) {
    private static final Set<String> QUALIFIERS =
            Set.of("pseudo", "unique", "internal", "global", "ga", "hashed", "anonymous");

    /** What follows the noun: {@code event_value_in_usd}, {@code Impressions (total)}. */
    private static final Set<String> TAILS = Set.of(
            "in", "lc", "local", "micros", "cents", "minor", "excl", "incl", "ex", "inc", "estimated", "reported");

    /** Rows name another document by them, not their own. */
    private static final Set<String> OTHERS = Set.of(
            "parent",
            "original",
            "related",
            "linked",
            "previous",
            "prev",
            "next",
            "last",
            "first",
            "reference",
            "ref",
            "duplicate",
            "root",
            "external");

    private static final List<String> ENDS = List.of(
            "nummer",
            "number",
            "nr",
            "no",
            "num",
            "id",
            "key",
            "code",
            "datum",
            "date",
            "time",
            "betrag",
            "amount",
            "preis",
            "price",
            "kosten",
            "cost",
            "menge",
            "quantity",
            "qty",
            "total",
            "name",
            "count",
            "value",
            "umsatz");

    static Meaning of(String name) {
        List<String> words = new ArrayList<>(
                Words.of(name).words().stream().flatMap(Meaning::parts).toList());
        boolean counted = words.size() > 1
                && (Set.of("num", "count", "n").contains(words.getFirst())
                        || Set.of("number", "no", "anzahl", "nb", "nombre").contains(words.getFirst())
                        || words.getLast().equals("count"));
        if (counted && !words.getLast().equals("count")) {
            words.removeFirst();
            words.removeIf(word -> Set.of("of", "de", "der", "the").contains(word));
        }
        while (words.size() > 1
                && (TAILS.contains(words.getLast())
                        || Currencies.word(words.getLast()).isPresent())) {
            words.removeLast();
        }
        boolean key = !counted && !words.isEmpty() && Vocabulary.KEYS.contains(words.getLast());
        List<String> noun = new ArrayList<>(words);
        if (key) {
            noun.removeLast();
        }
        noun.removeIf(QUALIFIERS::contains);
        return new Meaning(new Words(List.copyOf(words)), noun.isEmpty() ? "" : noun.getLast(), key, counted);
    }

    /** Words that are written as one: {@code Rechnungsnummer}, {@code customerid}. */
    private static Stream<String> parts(String word) {
        for (String end : ENDS) {
            String start = word.endsWith(end) ? word.substring(0, word.length() - end.length()) : "";
            for (String known : List.of(start, start.replaceAll("s$", ""))) {
                if (Vocabulary.DOCUMENTS.contains(known)
                        || Vocabulary.PEOPLE.contains(known)
                        || Set.of(
                                        "unit", "sales", "line", "liefer", "belegs", "buchung", "netto", "brutto",
                                        "gesamt", "einzel", "stück")
                                .contains(known)) {
                    return Stream.of(known, end);
                }
            }
        }
        return Stream.of(word);
    }

    boolean any(Set<String> wanted) {
        return words.any(wanted);
    }

    /** Whether the column is of one of these. */
    boolean isOf(Set<String> wanted) {
        return new Words(List.of(subject)).any(wanted);
    }

    /** Whether it names a document, and the row's own. */
    boolean isOwn() {
        return words.words().stream().noneMatch(OTHERS::contains)
                || words.words().size() == 1;
    }

    /** By how much numbers are too large: millionths, cents. */
    static Optional<Integer> fraction(String name) {
        List<String> all = Words.of(name).words();
        if (all.contains("micros")) {
            return Optional.of(1_000_000);
        }
        return all.contains("cents") || all.contains("minor") ? Optional.of(100) : Optional.empty();
    }
}
