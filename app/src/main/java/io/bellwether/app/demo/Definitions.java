package io.bellwether.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop's YAML: files beside this class, with {@code {{placeholders}}} for what depends on the last day and the size. */
record Definitions(Map<String, String> values) {
    static final List<String> FILES = List.of(
            "bellwether.yml",
            "datasets.yml",
            "events.yml",
            "metrics/sales.yml",
            "metrics/web.yml",
            "metrics/service.yml",
            "metrics/operations.yml",
            "kpis/grow.yml",
            "kpis/serve.yml",
            "kpis/operate.yml");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    void write(Path folder) {
        for (String name : FILES) {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text(name));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    /** One file's text with its placeholders filled in. */
    String text(String name) {
        return PLACEHOLDER.matcher(template(name)).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String placeholder) {
        String value = values.get(placeholder);
        if (value == null) {
            throw new IllegalStateException("the demo's definitions have no value for {{" + placeholder + "}}");
        }
        return value;
    }

    private static String template(String name) {
        try (InputStream stream = Definitions.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the demo's definitions lack " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
