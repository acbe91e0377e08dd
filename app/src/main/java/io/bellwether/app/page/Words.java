package io.bellwether.app.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small pieces of English. */
final class Words {
    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Words() {}

    /** {@code three}; from thirteen on in digits. */
    static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    }

    /** {@code three objectives}, {@code one objective}. */
    static String count(int count, String noun) {
        return number(count) + " " + (count == 1 ? noun : noun + "s");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A label inside a sentence: {@code Return rate} becomes {@code return rate}, {@code NPS} stays. */
    static String inside(String label) {
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }

    /** Who somebody is, without the machine's part of the address. */
    static String person(String owner) {
        int at = owner.indexOf('@');
        return at > 0
                ? Arrays.stream(owner.substring(0, at).split("[._]"))
                        .map(Words::capital)
                        .collect(Collectors.joining(" "))
                : owner;
    }

    static String sentence(String text) {
        String whole = capital(text.strip());
        return whole.isEmpty() || whole.endsWith(".") || whole.endsWith("!") || whole.endsWith("?")
                ? whole
                : whole + ".";
    }
}
