package io.bellwether.app.cli;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems as the JSON of {@code check}. */
final class ProblemsJson {
    private ProblemsJson() {}

    static Map<String, Object> of(List<Diagnostic> problems) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errors", count(problems, Severity.ERROR));
        json.put("warnings", count(problems, Severity.WARNING));
        json.put("advice", count(problems, Severity.ADVICE));
        json.put("problems", problems.stream().map(ProblemsJson::of).toList());
        return json;
    }

    private static long count(List<Diagnostic> problems, Severity severity) {
        return problems.stream().filter(p -> p.severity() == severity).count();
    }

    private static Map<String, @Nullable Object> of(Diagnostic problem) {
        var span = problem.span();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", problem.code());
        json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.put("file", span == null ? null : span.file().path());
        json.put("line", span == null ? null : span.line());
        json.put("column", span == null ? null : span.column());
        json.put("message", problem.message());
        json.put("fix", problem.fix());
        if (problem.ossie() != null) {
            json.put("ossie", problem.ossie());
        }
        return json;
    }
}
