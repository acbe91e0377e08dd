package io.bellwether.core.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a file without the secrets that somebody wrote into it although none belongs there. Nothing else moves. */
final class CoveredLine {
    private static final String KEY =
            "(?i)\\b[\\w-]*(?:pa?s+w\\w*|pwd|secret|token|api[_-]?key)[\\w-]*[\"']?\\s*[:=]\\s*[\"']?";
    private static final String VALUE = "((?<=\")[^\"]+|(?<=')[^']+|[^\\s\"',&}\\]]+)";
    private static final Pattern AFTER_A_KEY = Pattern.compile(KEY + "(?!\\$\\{)" + VALUE);
    /** {@code jdbc:…?password=…} and {@code https://user:password@host}. */
    private static final Pattern IN_AN_ADDRESS = Pattern.compile("://[^/\\s:@\"']*:(?!\\$\\{)([^@\\s\"']+)@");

    private CoveredLine() {}

    static String of(String line) {
        return covered(covered(line, AFTER_A_KEY), IN_AN_ADDRESS);
    }

    private static String covered(String line, Pattern secret) {
        StringBuilder text = new StringBuilder(line);
        Matcher found = secret.matcher(line);
        while (found.find()) {
            text.replace(found.start(1), found.end(1), "*".repeat(found.end(1) - found.start(1)));
        }
        return text.toString();
    }
}
