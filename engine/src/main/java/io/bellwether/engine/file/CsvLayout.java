package io.bellwether.engine.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a CSV file separates its fields, found in its first records. The quote is always {@code "}, doubled inside a
 * field, and no line is a comment or skipped: what a person sees in the file is what is read.
 *
 * @param fields how many fields most records have
 * @param header the first record
 * @param odd the 1-based line of the first record that has another number of fields, or 0
 * @param oddFields how many fields that record has
 */
public record CsvLayout(char delimiter, int fields, List<String> header, int odd, int oddFields) {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 1000;

    static CsvLayout of(String text) {
        CsvLayout best = null;
        long bestScore = -1;
        for (char candidate : CANDIDATES) {
            List<Entry> records = records(text, candidate);
            Map<Integer, Integer> counts = new HashMap<>();
            records.forEach(r -> counts.merge(r.fields().size(), 1, Integer::sum));
            int most = mostCommon(counts);
            // Many records that agree on more than one field; a header that agrees breaks the tie.
            long score = most < 2 ? 0 : 2L * counts.getOrDefault(most, 0) + (agrees(records, most) ? 1 : 0);
            if (score > bestScore) {
                bestScore = score;
                best = layout(candidate, most, records);
            }
        }
        return Objects.requireNonNull(best);
    }

    private static boolean agrees(List<Entry> records, int fields) {
        return !records.isEmpty() && records.getFirst().fields().size() == fields;
    }

    private static int mostCommon(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    private static CsvLayout layout(char delimiter, int fields, List<Entry> records) {
        List<String> header = records.isEmpty() ? List.of() : records.getFirst().fields();
        for (Entry entry : records) {
            int count = entry.fields().size();
            if (count != fields && !entry.isBlank()) {
                return new CsvLayout(delimiter, fields, header, entry.line(), count);
            }
        }
        return new CsvLayout(delimiter, fields, header, 0, 0);
    }

    private record Entry(int line, List<String> fields) {
        boolean isBlank() {
            return fields.size() == 1 && fields.getFirst().isBlank();
        }
    }

    /** The first records of a text that ends with a whole one. */
    private static List<Entry> records(String text, char delimiter) {
        List<Entry> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int start = 1;
        for (int i = 0; i < text.length() && records.size() < RECORDS; i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(i++));
            } else if (c == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && c == delimiter) {
                fields.add(take(field));
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (c == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
                    start = line;
                    continue;
                }
                fields.add(take(field));
                records.add(new Entry(start, List.copyOf(fields)));
                fields.clear();
                start = line;
            } else {
                field.append(c);
            }
        }
        if (records.size() < RECORDS && (field.length() > 0 || !fields.isEmpty())) {
            fields.add(take(field));
            records.add(new Entry(start, List.copyOf(fields)));
        }
        return records;
    }

    private static String take(StringBuilder field) {
        String text = field.toString();
        field.setLength(0);
        return text;
    }
}
