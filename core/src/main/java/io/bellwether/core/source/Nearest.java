package io.bellwether.core.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person may have meant by a word that nobody knows. */
public final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The candidate that differs least, if it differs by no more than about a third of the word; case counts little. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = wanted.length() <= 3 ? 1 : Math.max(2, wanted.length() / 3);
        int best = allowed + 1;
        String found = null;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) >= best) {
                continue;
            }
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    /** {@code did you mean "x"?}, or the candidates if they are few, or nothing useful: null. */
    public static Optional<String> fix(String word, Collection<String> candidates) {
        Optional<String> nearest = of(word, candidates).map(near -> "did you mean \"" + near + "\"?");
        if (nearest.isPresent() || candidates.isEmpty() || candidates.size() > 12) {
            return nearest;
        }
        return Optional.of("known: " + String.join(", ", candidates));
    }

    /** Insertions, deletions, replacements and swaps of neighbours that make one word the other. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = Arrays.copyOf(row, row.length);
        }
        return last[b.length()];
    }
}
