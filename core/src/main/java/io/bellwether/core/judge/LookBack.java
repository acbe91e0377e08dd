package io.bellwether.core.judge;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a KPI stood at a moment that is over, such as the end of a period: its number and its judgement alone, without the
 * comparisons and the line that its row and its page show.
 *
 * @param setting complete to the moment that is looked at
 */
public record LookBack(Subject subject, Subject.Setting setting) {
    /**
     * @param value null where nothing was measured
     * @param windowText what the value was measured over; empty without a window
     * @param judgement null without a target
     */
    public record Stood(
            @Nullable Period timeframe,
            @Nullable BigDecimal value,
            String windowText,
            @Nullable Judgement judgement) {}

    /** The windows in which the KPI's metric is needed. */
    public List<TimeWindow> windows() {
        return notes().actual();
    }

    /** The windows in which the metric of the target is needed. */
    public List<TimeWindow> goalWindows() {
        return notes().goal();
    }

    /** @param doubt why the data cannot be trusted, as a sentence; or null */
    public Stood read(Readings readings, @Nullable String doubt) {
        Lens lens = Lens.of(subject, setting, readings);
        TimeWindow window = lens.window(lens.now());
        Reading now = lens.reading(window);
        Target target = subject.kpi().target();
        Period timeframe = lens.timeframe();
        Judgement judgement = target == null || timeframe == null
                ? null
                : Measurement.judge(new Facts(lens, target, timeframe), doubt);
        String windowText = window == null ? "" : WindowText.of(window, setting.calendar());
        return new Stood(timeframe, now.orNull(), windowText, judgement);
    }

    /** The timeframe that counts when data is complete to {@code t}; empty without a target. */
    public static Optional<Period> timeframe(@Nullable Target target, Calendar calendar, LocalDateTime t) {
        return Optional.ofNullable(target)
                .map(given -> Gauge.timeframe(calendar, given.terms().schedule(), t));
    }

    /** The grain of the periods that are judged one by one. */
    public static Grain cadence(@Nullable Grain written) {
        return written == null ? Grain.MONTH : written;
    }

    private Notes notes() {
        return Notes.of(readings -> read(readings, null));
    }
}
