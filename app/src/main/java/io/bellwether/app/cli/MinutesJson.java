package io.bellwether.app.cli;

import io.bellwether.app.review.Minutes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Minutes for machines. */
final class MinutesJson {
    private MinutesJson() {}

    static Map<String, @Nullable Object> of(Minutes minutes) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("review", minutes.review());
        json.put("title", minutes.title());
        json.put("when", minutes.when());
        json.put("people", minutes.people());
        json.put("open", minutes.open());
        json.put("summary", minutes.summary());
        json.put("kpis", minutes.lines().stream().map(MinutesJson::line).toList());
        json.put("actions", minutes.actions().stream().map(MinutesJson::action).toList());
        return json;
    }

    private static Map<String, @Nullable Object> line(Minutes.Line line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kpi", line.kpi());
        json.put("label", line.label());
        json.put("status", line.status() == null ? null : line.status().word());
        json.put("standing", line.standing());
        json.put("comment", words(line.comment()));
        json.put("confidence", line.confidence());
        json.put("note", words(line.note()));
        json.put("decision", line.decision());
        json.put("carried_out", line.done());
        json.put("command", line.command());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> words(Minutes.@Nullable Words words) {
        if (words == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("text", words.text());
        json.put("by", words.by());
        return json;
    }

    private static Map<String, @Nullable Object> action(Minutes.Todo action) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("title", action.title());
        json.put("kpi", action.kpi());
        json.put("owner", action.owner());
        json.put("due", action.due());
        json.put("state", action.state());
        return json;
    }
}
