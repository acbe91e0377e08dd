package io.bellwether.app.cli;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems as SARIF 2.1.0, the form that code hosts show beside the changed lines. */
final class Sarif {
    private Sarif() {}

    static Map<String, Object> of(List<Diagnostic> problems) {
        List<String> codes =
                problems.stream().map(Diagnostic::code).distinct().sorted().toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Bellwether");
        driver.put("rules", codes.stream().map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", problems.stream().map(Sarif::result).toList());
        Map<String, Object> sarif = new LinkedHashMap<>();
        sarif.put("version", "2.1.0");
        sarif.put("runs", List.of(run));
        return sarif;
    }

    private static Map<String, Object> rule(String code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code);
        Arrays.stream(Code.values())
                .filter(c -> c.id().equals(code))
                .findFirst()
                .ifPresent(known -> {
                    rule.put("shortDescription", Map.of("text", known.title()));
                    rule.put("fullDescription", Map.of("text", known.meaning()));
                });
        return rule;
    }

    private static Map<String, Object> result(Diagnostic problem) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", problem.code());
        result.put(
                "level",
                switch (problem.severity()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                    case ADVICE -> "note";
                });
        String text = problem.fix() == null ? problem.message() : problem.message() + " (" + problem.fix() + ")";
        result.put("message", Map.of("text", text));
        if (problem.span() != null) {
            result.put("locations", List.of(Map.of("physicalLocation", location(problem.span()))));
        }
        return result;
    }

    private static Map<String, Object> location(Span span) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", span.line());
        region.put("startColumn", span.column());
        region.put("endLine", span.file().line(span.end()));
        region.put("endColumn", span.file().column(span.end()));
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", span.file().path()));
        location.put("region", region);
        return location;
    }
}
