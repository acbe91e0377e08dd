package io.bellwether.app.cli;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.ObjectiveCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.LastGood;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.time.AsOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scorecard as the JSON of {@code status}: stable, documented in the reference. */
final class StatusJson {
    /** The columns of {@code status --format csv}: a KPI's keys, with its objective before them. */
    static final List<String> KPI_KEYS = List.of(
            "name",
            "label",
            "value",
            "target",
            "progress",
            "expected",
            "pace",
            "status",
            "why",
            "as_of",
            "period",
            "last_good");

    private StatusJson() {}

    static Map<String, @Nullable Object> of(Scorecard scorecard) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("as_of", scorecard.asOf().label());
        json.put(
                "objectives",
                scorecard.objectives().stream()
                        .map(o -> objective(o, scorecard))
                        .toList());
        json.put("statements", scorecard.statements().size());
        return json;
    }

    private static Map<String, @Nullable Object> objective(ObjectiveCard card, Scorecard scorecard) {
        var objective = card.objective();
        var rollup = card.rollup();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", objective == null ? null : objective.name());
        json.put("statement", objective == null ? null : objective.statement());
        json.put("parent", objective == null ? null : objective.parent());
        json.put("status", rollup == null ? null : rollup.status().word());
        json.put("progress", rollup == null ? null : rollup.progress());
        json.put("kpis", card.kpis().stream().map(k -> kpi(k, scorecard.asOf())).toList());
        return json;
    }

    static Map<String, @Nullable Object> kpi(KpiCard card, AsOf asOf) {
        Judgement judgement = card.judgement().orElse(null);
        Measured measured = card.measured();
        Judgement measuredJudgement = measured.judgement();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", card.kpi().name());
        json.put("label", card.kpi().label());
        json.put("value", card.value());
        json.put(
                "target",
                measuredJudgement == null ? null : measuredJudgement.numbers().target());
        json.put("progress", judgement == null ? null : judgement.progress());
        json.put("expected", judgement == null ? null : judgement.expected());
        json.put("pace", judgement == null ? null : judgement.pace());
        json.put("status", judgement == null ? "draft" : judgement.status().word());
        json.put("why", judgement == null ? null : judgement.why());
        json.put("as_of", asOf.label());
        json.put("period", period(measured));
        json.put("last_good", card.lastGood().map(StatusJson::lastGood).orElse(null));
        return json;
    }

    /** What was good last, where there is no value that can be trusted now. */
    private static Map<String, @Nullable Object> lastGood(LastGood good) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("value", good.value());
        json.put("date", good.day().toString());
        json.put("period", good.windowText());
        return json;
    }

    /** The days that the value is measured over, both included; null where nothing was measured. */
    private static @Nullable Map<String, String> period(Measured measured) {
        var window = measured.window();
        if (window == null) {
            return null;
        }
        Map<String, String> json = new LinkedHashMap<>();
        json.put("label", measured.windowText());
        json.put("from", window.start().toLocalDate().toString());
        json.put("to", window.end().minusNanos(1).toLocalDate().toString());
        return json;
    }
}
