package io.bellwether.engine.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a secret may come back: servers change the case of names and put _ in the place of signs, drivers write addresses with
 * %2F and JSON with a backslash, and of an address that is a secret as a whole they show the part that is wrong.
 */
final class SecretSpellings {
    /** A shorter one would star half of every text if it were found in any case. */
    private static final int SHORTEST = 4;

    /** Only the first line of what a server says is shown, so a line of a key must be covered alone; not its braces. */
    private static final int LINE = 8;

    /** What stands in an address for nobody to read. */
    private static final Pattern PART = Pattern.compile(
            "//(?:[^/@?;:]*:)?(?<login>[^/@?;]+)@|(?:user|pass|pwd|token|secret|key)\\w*=(?<value>[^&;]+)",
            Pattern.CASE_INSENSITIVE);

    private SecretSpellings() {}

    /** The secret, each of its lines, and what is secret within it. */
    static Set<String> of(String secret) {
        Set<String> all = new LinkedHashSet<>();
        add(all, secret);
        secret.lines().filter(line -> line.length() >= LINE).forEach(line -> add(all, line));
        Matcher part = PART.matcher(secret);
        while (part.find()) {
            add(all, part.group("login") == null ? part.group("value") : part.group("login"));
        }
        return all;
    }

    private static void add(Set<String> all, String text) {
        if (!text.isEmpty()) {
            all.add(text);
            try {
                all.add(URLDecoder.decode(text, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                // It stands for itself alone.
            }
        }
    }

    static Pattern pattern(String secret) {
        if (secret.length() < SHORTEST) {
            return Pattern.compile(secret, Pattern.LITERAL);
        }
        StringBuilder pattern = new StringBuilder();
        secret.codePoints().forEach(c -> pattern.append(one(Character.toString(c), Character.isLetterOrDigit(c))));
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String one(String sign, boolean plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : sign.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02x".formatted(each & 0xff));
        }
        String others = plain ? "" : "|_" + (sign.equals(" ") ? "|\\+" : "");
        return "(?:\\\\?" + Pattern.quote(sign) + "|" + encoded + others + ")";
    }
}
