package io.bellwether.core.judge;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Equality;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which windows of time a KPI needs, and how its row and its page follow from what is read there:
 *
 * <pre>
 *   subject, setting ──► windows ──► (an engine) ──► readings ──► measured
 * </pre>
 *
 * @param chart whether the points of the page's chart are wanted too
 */
public record Measurement(Subject subject, Subject.Setting setting, boolean chart) {
    /** The windows in which the KPI's metric is needed; none reaches beyond the as-of. */
    public List<TimeWindow> windows() {
        return notes().actual();
    }

    /** The windows in which the metric of the target is needed; empty for targets that do not come from data. */
    public List<TimeWindow> goalWindows() {
        return notes().goal();
    }

    /** With data that is not in doubt. */
    public Measured read(Readings readings) {
        return read(readings, null);
    }

    /** @param doubt why the data cannot be trusted (a data test failed), as a sentence; or null */
    public Measured read(Readings readings, @Nullable String doubt) {
        Lens lens = Lens.of(subject, setting, readings);
        TimeWindow window = lens.window(lens.now());
        Reading now = lens.reading(window);
        Target target = subject.kpi().target();
        Period timeframe = lens.timeframe();
        Judgement judgement = null;
        PathLine path = null;
        if (target != null && timeframe != null) {
            judgement = judge(new Facts(lens, target, timeframe), doubt);
            path = new PathLine(lens, target, timeframe, judgement.numbers());
        }
        Timeline timeline = new Timeline(lens, path);
        List<Measured.SparkPoint> spark = timeline.spark();
        Deltas deltas = new Deltas(lens);
        return new Measured(
                judgement,
                target == null ? null : timeframe,
                now.orNull(),
                window,
                window == null ? "" : WindowText.of(window, setting.calendar()),
                doubt == null ? lastGood(lens, spark) : null,
                deltas.previous(),
                deltas.yearAgo(),
                spark,
                chart ? timeline.chart() : List.of(),
                now instanceof Reading.Value(var _, var its) ? its : Equality.EXACT,
                timeline.running());
    }

    /** A number that could not be read, the baseline's too, leaves nothing to judge by. */
    static Judgement judge(Facts facts, @Nullable String doubt) {
        Failures failures = new Failures(facts.lens().readings());
        Case given = facts.with(failures).given(doubt).comparing(failures.equality());
        Diagnostic first = failures.first();
        return first == null
                ? Judge.judge(given)
                : Judge.judge(given.doubting("A number could not be read: " + first.message() + "."))
                        .with(first);
    }

    /** What the row shows, else what it showed at the end of the latest week that had a value. */
    private static @Nullable LastGood lastGood(Lens lens, List<Measured.SparkPoint> spark) {
        LastGood now = lens.good(lens.now(), lens.value(lens.window(lens.now())));
        return now != null
                ? now
                : spark.reversed().stream()
                        .map(point -> lens.good(point.at(), point.value()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private Notes notes() {
        return Notes.of(this::read);
    }
}
