package io.bellwether.engine.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a CSV file separates its fields, found in its first records. The quote is always {@code "}, doubled inside a
 * field. No line of the table is a comment or skipped: what a person sees in it is what is read. Above it may stand what
 * programs write there: {@code sep=;}, empty lines, and lines that begin with #.
 *
 * @param fields how many fields most records have
 * @param header the first record
 * @param odd the 1-based line of the first record that has another number of fields, or 0
 * @param oddFields how many fields that record has
 * @param rows some of the records after the first
 * @param above how many lines stand above the table
 * @param mixed whether lines end in more than one way
 */
public record CsvLayout(
        char delimiter,
        int fields,
        List<String> header,
        int odd,
        int oddFields,
        List<List<String>> rows,
        int above,
        boolean mixed) {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int RECORDS = 1000;
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?");
    private static final Pattern NOTHING = Pattern.compile("[\\s,;|\"]*");

    static CsvLayout of(String text) {
        boolean mixed = isMixed(text);
        Top nothing = top(text, false);
        Top comments = top(text, true);
        CsvLayout table = of(text.substring(comments.start()), comments.candidates(), comments.lines(), mixed);
        // A line of names may begin with # too: then it has as many fields as the rows, or there are no others.
        boolean names = text.substring(comments.start()).isBlank() || hasFields(text, table);
        return comments.equals(nothing) || !names
                ? table
                : of(text.substring(nothing.start()), nothing.candidates(), nothing.lines(), mixed);
    }

    /**
     * What stands above the table.
     *
     * @param start where the table begins
     * @param candidates for its separator
     */
    private record Top(int lines, int start, List<Character> candidates) {}

    private static Top top(String text, boolean comments) {
        int lines = 0;
        int start = 0;
        List<Character> candidates = CANDIDATES;
        for (int end = lineEnd(text, 0); end > 0; end = lineEnd(text, start)) {
            String line = text.substring(start, end).strip();
            Matcher separator = SEPARATOR.matcher(line);
            if (lines == 0 && separator.matches()) {
                candidates = List.of(separator.group(1).charAt(0));
            } else if (!NOTHING.matcher(line).matches() && !(comments && line.startsWith("#"))) {
                break;
            }
            lines++;
            start = end;
        }
        return new Top(lines, start, candidates);
    }

    private static boolean hasFields(String text, CsvLayout table) {
        return records(text, table.delimiter()).stream()
                .limit(table.above())
                .anyMatch(r -> r.fields().size() == table.fields()
                        && r.fields().getFirst().startsWith("#"));
    }

    /** The start of the next line; 0 where there is none. */
    private static int lineEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return 0;
    }

    private static boolean isMixed(String text) {
        boolean both = text.contains("\r\n");
        String rest = text.replace("\r\n", "");
        boolean unix = rest.indexOf('\n') >= 0;
        boolean old = rest.indexOf('\r') >= 0;
        return (both ? 1 : 0) + (unix ? 1 : 0) + (old ? 1 : 0) > 1;
    }

    private static CsvLayout of(String text, List<Character> candidates, int above, boolean mixed) {
        CsvLayout best = null;
        long bestScore = -1;
        for (char candidate : candidates) {
            List<Entry> records = records(text, candidate);
            Map<Integer, Integer> counts = new HashMap<>();
            records.stream()
                    .filter(r -> !r.isBlank())
                    .forEach(r -> counts.merge(r.fields().size(), 1, Integer::sum));
            int most = mostCommon(counts);
            // Many records that agree on more than one field; a header that agrees breaks the tie.
            long score = most < 2 ? 0 : 2L * counts.getOrDefault(most, 0) + (agrees(records, most) ? 1 : 0);
            if (score > bestScore) {
                bestScore = score;
                best = layout(candidate, most, records, above, mixed);
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

    private static CsvLayout layout(char delimiter, int fields, List<Entry> records, int above, boolean mixed) {
        List<String> header = records.isEmpty() ? List.of() : records.getFirst().fields();
        List<List<String>> rows = records.stream().skip(1).map(Entry::fields).toList();
        for (Entry entry : records) {
            int count = entry.fields().size();
            if (count != fields && !entry.isBlank()) {
                return new CsvLayout(delimiter, fields, header, entry.line() + above, count, rows, above, mixed);
            }
        }
        return new CsvLayout(delimiter, fields, header, 0, 0, rows, above, mixed);
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
