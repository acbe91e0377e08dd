package io.bellwether.app.cli;

import io.bellwether.core.lint.Advice;
import io.bellwether.core.lint.Edit;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Problems as SARIF 2.1.0, the form that code hosts show beside the changed lines: each with its rule and the rule's help,
 * with the change that mends it where there is one, and what is waived as suppressed.
 */
final class Sarif {
    private final List<String> codes;

    private Sarif(List<String> codes) {
        this.codes = codes;
    }

    static Map<String, Object> of(Checked checked) {
        List<String> codes = Stream.concat(
                        checked.problems().stream().map(Diagnostic::code),
                        checked.waived().stream().map(w -> w.finding().code()))
                .distinct()
                .sorted()
                .toList();
        return new Sarif(codes).log(checked);
    }

    private Map<String, Object> log(Checked checked) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Bellwether");
        driver.put("rules", codes.stream().map(Sarif::rule).toList());
        List<Map<String, Object>> results = new ArrayList<>();
        Map<Diagnostic, Edit> edits = new HashMap<>(checked.edits());
        checked.problems().forEach(p -> results.add(result(p, edits.get(p), List.of())));
        checked.waived().forEach(w -> results.add(result(w)));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> sarif = new LinkedHashMap<>();
        sarif.put(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        sarif.put("version", "2.1.0");
        sarif.put("runs", List.of(run));
        return sarif;
    }

    private static Map<String, Object> rule(String code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code);
        Codes.of(code).ifPresent(known -> {
            String help = (known.meaning() + " " + known.mend()).strip();
            rule.put("shortDescription", text(known.title()));
            rule.put("fullDescription", text(known.meaning()));
            rule.put("help", text(help));
            rule.put("defaultConfiguration", Map.of("level", level(known.severity())));
        });
        return rule;
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "note";
        };
    }

    private Map<String, Object> result(Advice.Waived waived) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "external");
        suppression.put("status", "accepted");
        suppression.put(
                "justification", waived.by().reason() + " (until " + waived.by().until() + ")");
        suppression.put(
                "location", Map.of("physicalLocation", location(waived.by().span())));
        return result(waived.finding().problem(), waived.finding().edit(), List.of(suppression));
    }

    private Map<String, Object> result(Diagnostic problem, @Nullable Edit edit, List<Map<String, Object>> suppressed) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", problem.code());
        result.put("ruleIndex", codes.indexOf(problem.code()));
        result.put("level", level(problem.severity()));
        String text = problem.fix() == null ? problem.message() : problem.message() + " (" + problem.fix() + ")";
        result.put("message", text(text));
        if (problem.span() != null) {
            result.put("locations", List.of(Map.of("physicalLocation", location(problem.span()))));
        }
        if (edit != null) {
            result.put("fixes", List.of(fix(problem, edit)));
        }
        // All results of a run say whether they are suppressed, or none does.
        result.put("suppressions", suppressed);
        return result;
    }

    private static Map<String, Object> fix(Diagnostic problem, Edit edit) {
        Map<String, Object> replacement = new LinkedHashMap<>();
        replacement.put("deletedRegion", region(edit.region()));
        replacement.put("insertedContent", text(edit.text()));
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("artifactLocation", artifact(edit.region()));
        change.put("replacements", List.of(replacement));
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put("description", text(problem.fix() == null ? problem.message() : problem.fix()));
        fix.put("artifactChanges", List.of(change));
        return fix;
    }

    private static Map<String, Object> location(Span span) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", artifact(span));
        location.put("region", region(span));
        return location;
    }

    private static Map<String, Object> region(Span span) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", span.line());
        region.put("startColumn", span.column());
        region.put("endLine", span.file().line(span.end()));
        region.put("endColumn", span.file().column(span.end()));
        return region;
    }

    /** Paths are URIs there: a space or an umlaut is written by its code. */
    private static Map<String, Object> artifact(Span span) {
        String path = span.file().path().replace('\\', '/');
        try {
            return Map.of(
                    "uri", new URI(null, null, "/" + path, null).toASCIIString().substring(1));
        } catch (URISyntaxException notAPath) {
            return Map.of("uri", "unknown");
        }
    }
}
