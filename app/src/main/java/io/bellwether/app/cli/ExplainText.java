package io.bellwether.app.cli;

import io.bellwether.app.explain.Explanation;
import io.bellwether.app.query.Health;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.TargetText;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An explanation as a person reads it, from the judgement down to the data. */
record ExplainText(Catalog catalog, Explanation explanation) {
    String text() {
        List<String> lines = new ArrayList<>();
        head(lines);
        judgement(lines);
        inputs(lines);
        changes(lines);
        data(lines);
        supporting(lines);
        definition(lines);
        return String.join("\n", lines) + "\n";
    }

    private KpiCard card() {
        return explanation.card();
    }

    private void head(List<String> lines) {
        String status = card().status().map(StatusTable::text).orElse("· Draft, not judged");
        lines.add(card().kpi().label() + " (" + card().kpi().name() + ")  " + status);
        card().judgement().ifPresent(j -> lines.add(card().why()));
    }

    private void judgement(List<String> lines) {
        Measured measured = card().measured();
        String timeframe = measured.timeframe() == null
                ? ""
                : ", timeframe " + measured.timeframe().label();
        section(lines, "Judged as of " + explanation.asOf().text() + timeframe);
        lines.add("  target    " + TargetText.of(card()));
        card().judgement().map(Judgement::formula).ifPresent(f -> f.forEach(line -> lines.add("  " + line)));
    }

    private void inputs(List<String> lines) {
        String trust = card().isTrusted() ? "" : " (not trusted now)";
        section(lines, "The number, " + card().measured().windowText() + trust);
        for (Explanation.Input input : explanation.inputs()) {
            String filled = input.filled().equals(input.expression()) ? "" : " = " + input.filled();
            lines.add("  " + input.name() + " = " + input.expression() + filled + " = " + input.valueText());
        }
        if (card().kpi().where() != null) {
            lines.add("  only rows where " + card().kpi().where().span().text());
        }
    }

    private void changes(List<String> lines) {
        if (!card().isTrusted()) {
            return;
        }
        Unit unit = card().metric().about().unit();
        change(card().measured().previous(), unit).ifPresent(t -> lines.add("  " + t));
        change(card().measured().yearAgo(), unit).ifPresent(t -> lines.add("  " + t));
    }

    private static Optional<String> change(Measured.@Nullable Delta delta, Unit unit) {
        return Optional.ofNullable(delta)
                .map(d -> NumberText.change(d.from(), d.to(), unit) + " against " + d.note() + " ("
                        + NumberText.tile(d.from(), unit) + " to " + NumberText.tile(d.to(), unit) + ")");
    }

    private void data(List<String> lines) {
        section(lines, "The data");
        card().datasets()
                .forEach((name, health) -> lines.add(
                        "  " + name + "  " + Sources.text(catalog.dataset(name).orElseThrow()) + fresh(health)));
    }

    private static String fresh(Optional<Health> health) {
        if (health.isEmpty()) {
            return "";
        }
        var completeness = health.get().completeness();
        LocalDateTime lastRow = completeness.lastRow();
        var text = new StringBuilder(lastRow == null ? "" : ", rows until " + minute(lastRow));
        text.append(completeness.stale() ? ", stale" : "");
        health.get().failures().forEach(f -> text.append("; ").append(f.text()));
        return text.toString();
    }

    private static String minute(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    private void supporting(List<String> lines) {
        if (!card().supporting().isEmpty()) {
            section(lines, "Beside it");
            for (KpiCard.MetricCard beside : card().supporting()) {
                Unit unit = beside.metric().about().unit();
                String change = change(beside.measured().previous(), unit)
                        .map(t -> ", " + t)
                        .orElse("");
                lines.add("  " + beside.metric().about().label() + " "
                        + NumberText.tile(beside.value(), unit) + " in "
                        + beside.measured().windowText()
                        + beside.lastGood()
                                .map(good -> ", last good " + good.text(unit))
                                .orElse(beside.value() == null ? "" : change));
            }
        }
    }

    private void definition(List<String> lines) {
        Kpi kpi = card().kpi();
        section(
                lines,
                "Defined in " + kpi.span().file().path() + ":" + kpi.span().line());
        entry(lines, "owner", kpi.owner());
        entry(lines, "why", kpi.why());
        entry(lines, "response", kpi.response());
    }

    private static void entry(List<String> lines, String key, @Nullable String value) {
        if (value != null) {
            lines.add("  " + key + ": " + value);
        }
    }

    private static void section(List<String> lines, String title) {
        lines.add("");
        lines.add(title);
    }
}
