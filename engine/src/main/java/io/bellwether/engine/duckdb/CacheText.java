package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.KeyCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schema cache as lines of words between tabs: {@code source PATTERN FINGERPRINT}, then that source's
 * {@code column NAME TYPE}, {@code option NAME VALUE}, {@code warning CODE MESSAGE FIX}, {@code refused COLUMN CODE MESSAGE FIX} and
 * {@code key EXAMPLE COLUMN…}.
 */
final class CacheText {
    private static final String VERSION = "bellwether schemas 3";

    private CacheText() {}

    static List<String> write(Map<String, CachedSource> sources) {
        List<String> lines = new ArrayList<>(List.of(VERSION));
        sources.forEach((pattern, source) -> {
            FileShape shape = source.shape();
            lines.add(line("source", pattern, source.fingerprint()));
            shape.columns().forEach(c -> lines.add(line("column", c.name(), c.type())));
            new TreeMap<>(shape.options()).forEach((name, value) -> lines.add(line("option", name, value)));
            shape.warnings().forEach(w -> lines.add(line("warning", w.code(), w.message(), orEmpty(w.fix()))));
            new TreeMap<>(shape.refused())
                    .forEach(
                            (column, d) -> lines.add(line("refused", column, d.code(), d.message(), orEmpty(d.fix()))));
            source.keys()
                    .forEach((columns, check) -> lines.add(
                            line("key", orEmpty(check.example())) + "\t" + line(columns.toArray(String[]::new))));
        });
        return lines;
    }

    /** Whatever is not as {@link #write} writes it throws a RuntimeException. */
    static Map<String, CachedSource> read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(VERSION)) {
            throw new IllegalArgumentException("another version");
        }
        Map<String, CachedSource> sources = new TreeMap<>();
        int end = lines.size();
        for (int i = lines.size() - 1; i > 0; i--) {
            List<String> words = words(lines.get(i));
            if (words.getFirst().equals("source")) {
                sources.put(words.get(1), source(words.get(2), lines.subList(i + 1, end)));
                end = i;
            }
        }
        return sources;
    }

    private static CachedSource source(String fingerprint, List<String> lines) {
        List<PhysicalColumn> columns = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        List<Diagnostic> warnings = new ArrayList<>();
        Map<String, Diagnostic> refused = new HashMap<>();
        Map<List<String>, KeyCheck> keys = new HashMap<>();
        for (String line : lines) {
            List<String> words = words(line);
            switch (words.getFirst()) {
                case "column" -> columns.add(new PhysicalColumn(words.get(1), words.get(2)));
                case "option" -> options.put(words.get(1), words.get(2));
                case "warning" ->
                    warnings.add(Diagnostic.warning(words.get(1), null, words.get(2), orNull(words.get(3))));
                case "refused" ->
                    refused.put(words.get(1), Diagnostic.error(words.get(2), null, words.get(3), orNull(words.get(4))));
                case "key" -> keys.put(words.subList(2, words.size()), new KeyCheck(orNull(words.get(1))));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new CachedSource(fingerprint, new FileShape(columns, options, warnings, refused), keys);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String line(String... words) {
        return Stream.of(words)
                .map(w -> w.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r"))
                .collect(Collectors.joining("\t"));
    }

    private static List<String> words(String line) {
        return Stream.of(line.split("\t", -1)).map(String::translateEscapes).toList();
    }
}
