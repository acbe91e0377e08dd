package io.bellwether.app.page;

import io.bellwether.app.manual.Comparing;
import io.bellwether.app.manual.ManualMetric;
import io.bellwether.app.manual.Previews;
import io.bellwether.app.manual.Upload;
import io.bellwether.app.manual.ValueRows;
import io.bellwether.app.manual.Values;
import io.bellwether.app.page.ValuesView.GivenValuesView;
import io.bellwether.app.page.ValuesView.TypedDimensionView;
import io.bellwether.app.page.ValuesView.TypedHistoryView;
import io.bellwether.app.page.ValuesView.TypedMetricView;
import io.bellwether.app.page.ValuesView.ValueGridView;
import io.bellwether.app.page.ValuesView.ValuePreviewLineView;
import io.bellwether.app.page.ValuesView.ValuePreviewView;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that people type in, in words. */
public final class ValuesText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    /** Rows of a preview that a person reads; the counts are of all, and rows that are wrong come first. */
    private static final int SHOWN = 200;

    private ValuesText() {}

    /** A metric for the list of those to choose from. */
    public static TypedMetricView metric(ManualMetric metric, List<ValueRows.Row> latest, LocalDateTime now) {
        Calendar calendar = metric.calendar();
        Grain every = metric.source().every();
        Optional<Period> last = latest.stream()
                .reduce((a, b) -> b)
                .map(row -> calendar.period(row.starts().atStartOfDay(), every));
        Period before = calendar.period(calendar.period(now, every).start().minusNanos(1), every);
        boolean missing = last.isEmpty() || last.get().start().isBefore(before.start());
        return new TypedMetricView(
                metric.name(),
                metric.about().label(),
                metric.about().description(),
                every(metric),
                last.map(calendar::text).orElse(null),
                missing ? calendar.text(before) + " is missing" : null);
    }

    private static String every(ManualMetric metric) {
        String by = metric.by().stream().map(DataSource.By::name).collect(Collectors.joining(" and "));
        return "Every " + Dates.noun(metric.source().every()) + (by.isEmpty() ? "" : ", for each " + by);
    }

    /**
     * The last periods, to be typed into.
     *
     * @param periods how many
     */
    public static ValueGridView grid(
            ManualMetric metric,
            List<ValueRows.Row> latest,
            List<ValueRows.Row> history,
            LocalDateTime now,
            int periods) {
        List<Period> shown = new ArrayList<>();
        Grain every = metric.source().every();
        Period at = metric.calendar().period(now, every);
        for (int i = 0; i < periods; i++) {
            shown.addFirst(at);
            at = metric.calendar().period(at.start().minusNanos(1), every);
        }
        return new ValueGridView(
                metric.name(),
                metric.about().label(),
                every(metric),
                metric.by().stream()
                        .map(by -> new TypedDimensionView(by.name(), by.members()))
                        .toList(),
                example(metric.unit()),
                Upload.example(metric),
                shown.stream()
                        .map(p -> new ValuesView.TypedPeriodView(
                                p.label(), metric.calendar().text(p)))
                        .toList(),
                ValueLines.of(metric, latest, history, shown),
                history(metric, latest, history));
    }

    private static List<TypedHistoryView> history(
            ManualMetric metric, List<ValueRows.Row> latest, List<ValueRows.Row> history) {
        List<Long> counting = latest.stream().map(ValueRows.Row::id).toList();
        return history.stream()
                .map(row -> new TypedHistoryView(
                        row.period(),
                        label(row.where()),
                        row.number() == null ? "taken back" : NumberText.exact(row.number(), metric.unit()),
                        row.person(),
                        MINUTE.format(LocalDateTime.ofInstant(
                                row.at(), metric.calendar().zone())),
                        row.origin(),
                        row.reason(),
                        counting.contains(row.id())))
                .toList();
    }

    static String label(Map<String, String> where) {
        return String.join(", ", where.values());
    }

    /** As one would type it: 81.5%, 240 (minutes as they are kept). */
    static String typed(BigDecimal number, Unit unit) {
        return unit instanceof Unit.Percent
                ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                : number.stripTrailingZeros().toPlainString();
    }

    private static String example(Unit unit) {
        return switch (unit) {
            case Unit.Percent ignored -> "81%";
            case Unit.Duration ignored -> "4h";
            case Unit.Count ignored -> "1200";
            case Unit.Ratio ignored -> "0.8";
            case Unit.Currency ignored -> "1_200.50";
            case Unit.Named ignored -> "12.5";
            case Unit.None ignored -> "12.5";
        };
    }

    /** What became of values that were given. */
    public static GivenValuesView given(Values.Given given) {
        return new GivenValuesView(given.text(), given.added(), given.corrected(), given.takenBack(), given.same());
    }

    /** What a file would do. */
    public static ValuePreviewView preview(Previews.Preview preview) {
        Comparing comparing = preview.comparing();
        List<Comparing.Line> ordered = new ArrayList<>();
        comparing.lines().stream()
                .filter(l -> l.state() == Comparing.State.WRONG)
                .forEach(ordered::add);
        comparing.lines().stream()
                .filter(l -> l.state() != Comparing.State.WRONG)
                .forEach(ordered::add);
        return new ValuePreviewView(
                counts(comparing),
                preview.token(),
                comparing.count(Comparing.State.CHANGED) > 0,
                ordered.stream()
                        .limit(SHOWN)
                        .map(line -> line(line, comparing.metric().unit()))
                        .toList(),
                Math.max(0, ordered.size() - SHOWN));
    }

    private static String counts(Comparing comparing) {
        return comparing.count(Comparing.State.NEW) + " new, " + comparing.count(Comparing.State.CHANGED) + " changed, "
                + comparing.count(Comparing.State.SAME) + " the same, " + comparing.count(Comparing.State.WRONG)
                + " wrong";
    }

    private static ValuePreviewLineView line(Comparing.Line line, Unit unit) {
        return new ValuePreviewLineView(
                line.entry().place().of(""),
                line.value() == null ? line.entry().period() : line.value().period(),
                label(line.entry().where()),
                line.before() == null ? null : NumberText.exact(line.before(), unit),
                line.value() == null
                        ? text(line.entry().value())
                        : NumberText.exact(line.value().number(), unit),
                line.state().name().toLowerCase(Locale.ROOT),
                line.problems().stream().map(DiagnosticView::of).toList());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
