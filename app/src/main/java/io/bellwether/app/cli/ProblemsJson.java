package io.bellwether.app.cli;

import io.bellwether.core.lint.Advice;
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

    /** @param all whether what is waived is listed too */
    static Map<String, Object> of(Checked checked, boolean all) {
        Map<String, Object> json = of(checked.problems());
        json.put("waived", checked.waived().size());
        if (all) {
            json.put(
                    "waived_problems",
                    checked.waived().stream().map(ProblemsJson::waived).toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> waived(Advice.Waived waived) {
        Map<String, @Nullable Object> json = of(waived.finding().problem());
        json.put("waived_until", waived.by().until().toString());
        json.put("waived_because", waived.by().reason());
        return json;
    }

    private static Map<String, Object> of(List<Diagnostic> problems) {
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
