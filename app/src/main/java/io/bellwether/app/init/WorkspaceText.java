package io.bellwether.app.init;

import io.bellwether.core.catalog.SkippedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A draft as files that a person reads, corrects and keeps. */
final class WorkspaceText {
    static final String WORKSPACE = "bellwether.yml";
    static final String KPIS = "kpis.yml";

    private final Draft draft;

    WorkspaceText(Draft draft) {
        this.draft = draft;
    }

    /** What holds for all files. */
    String workspace(String zone, String origin) {
        return new Yaml()
                .line("# What holds for all files of this folder. `bellwether init` wrote them from " + origin + ":")
                .line("# nothing else knows them, so change whatever does not fit, then run `bellwether check`.")
                .entry(0, "name", Words.of(draft.dataset()).label())
                .entry(0, "time_zone", zone, "where days begin and end")
                .entry(0, "currency", draft.currency(), "guessed from the data")
                .line(
                        draft.currency() == null && isMoney()
                                ? "# currency: EUR                             # nothing in the data says which"
                                : null)
                .raw(0, "calendar", "{ week_starts: monday }", "also: fiscal_year_starts: april")
                .text();
    }

    /** The dataset and its metrics. */
    String model() {
        var yaml = new Yaml().line("datasets:").entry(2, "- name", draft.dataset());
        yaml.entry(4, "source", draft.profile().pattern());
        String skipped = skipped(draft.profile().opened().skipped());
        if (!skipped.isEmpty()) {
            yaml.raw(4, "skip_rows", skipped, null);
        }
        yaml.entry(4, "time", draft.time(), "places each row in a day, a month, a year");
        if (draft.every() != null) {
            yaml.raw(4, "expected_every", draft.every(), "as rows came until now; what is older is not judged");
        } else if (draft.time() != null) {
            yaml.line(
                    "    # expected_every: 1 month                 # how often rows come, or never; the data show no rhythm");
        }
        draft.notes().forEach(note -> yaml.line("    # " + note.replaceAll("\\p{Cntrl}", " ")));
        if (!draft.fields().isEmpty()) {
            yaml.line("    # Every column of the file is a field already; these have a better name, or are computed.")
                    .line("    fields:");
            draft.fields().forEach(field -> field(yaml, field));
        }
        yaml.line("").line("metrics:");
        draft.metrics().forEach(metric -> metric(yaml, metric));
        return yaml.text();
    }

    /** Rows that are no data, as a dataset has them. */
    private static String skipped(SkippedRows rows) {
        List<String> parts = new ArrayList<>();
        rows.numbers().forEach(number -> parts.add(number.toString()));
        for (var one : rows.where()) {
            parts.add(one.entrySet().stream()
                    .map(column -> Yaml.scalar(column.getKey()) + ": " + texts(column.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }")));
        }
        return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String texts(List<String> texts) {
        List<String> scalars = texts.stream()
                .map(text -> text.isEmpty() ? "null" : Yaml.scalar(text))
                .toList();
        return scalars.size() == 1 ? scalars.getFirst() : "[" + String.join(", ", scalars) + "]";
    }

    private static void field(Yaml yaml, FieldDraft field) {
        yaml.entry(6, "- name", field.name())
                .entry(8, "expression", field.expression())
                .entry(
                        8,
                        "type",
                        field.told() == null ? null : field.told().type().name().toLowerCase(Locale.ROOT))
                .entry(8, "format", field.told() == null ? null : field.told().format())
                .entry(8, "description", field.description());
    }

    private void metric(Yaml yaml, MetricDraft metric) {
        yaml.entry(2, "- name", metric.name())
                .entry(4, "label", metric.label())
                .entry(4, "description", metric.description())
                .entry(4, "expression", metric.expression())
                .entry(4, "unit", isUnknown(metric) ? null : metric.unit())
                .line(
                        isUnknown(metric)
                                ? "    # unit: currency                        # when bellwether.yml says which"
                                : null)
                .entry(4, "direction", metric.good())
                .entry(4, "category", metric.category());
    }

    private boolean isMoney() {
        return draft.metrics().stream().anyMatch(m -> Drafter.CURRENCY.equals(m.unit()));
    }

    /** Whether it is money, and nothing says of which currency. */
    private boolean isUnknown(MetricDraft metric) {
        return draft.currency() == null && Drafter.CURRENCY.equals(metric.unit());
    }

    /** The objective and its draft KPIs. */
    String kpis(List<KpiDraft> kpis, @Nullable Integer year) {
        var yaml = new Yaml()
                .line("# First KPIs, as drafts: a draft is shown, but not judged. Agree on the target, name an owner,")
                .line("# and take its `lifecycle` away: then it counts.")
                .line("objectives:")
                .entry(2, "- name", "grow")
                .entry(4, "statement", "Do better than last year", "say what you want to become true");
        if (year != null) {
            yaml.raw(4, "timeframe", year.toString(), null);
        }
        if (!kpis.isEmpty()) {
            yaml.line("").line("kpis:");
            kpis.forEach(kpi -> kpi(yaml, kpi));
        }
        return yaml.text();
    }

    private static void kpi(Yaml yaml, KpiDraft kpi) {
        yaml.entry(2, "- name", kpi.name())
                .entry(4, "label", kpi.metric().label())
                .entry(4, "metric", kpi.metric().name())
                .entry(4, "objective", "grow")
                .entry(4, "lifecycle", "draft")
                .line("    # owner: name@example.com")
                .line("    # " + kpi.basis())
                .raw(4, "target", kpi.target(), null)
                .entry(4, "cadence", "monthly")
                .raw(4, "supporting", Yaml.list(kpi.supporting()), null);
        yaml.line("    # why: one sentence for the people who have to move it").line("");
    }
}
