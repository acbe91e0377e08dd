package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.LikeForLike;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a KPI moved since a moment, like for like: the running period of its cadence against as many days of the period in which the
 * moment lies, so that a sum that can only grow does not look like an effect.
 *
 * <pre>
 *          then                       now
 *   ──┼─────•─────────┼─────────────┼──•──────────┼──
 *     [── from ──)                  [─to──)
 * </pre>
 *
 * @param then the end of what was before, such as of the day on which an action was done
 */
public record Movement(Subject subject, Subject.Setting setting, LocalDateTime then) {
    /** Both windows; empty while now and then lie in the same period, where nothing can be told yet. */
    public List<TimeWindow> windows() {
        return ends(lens()).map(ends -> List.of(ends.then(), ends.now())).orElse(List.of());
    }

    /** Null while nothing can be told, and where either value is missing. */
    public Measured.@Nullable Delta read(Readings readings) {
        Ends ends = ends(lens()).orElse(null);
        if (ends == null) {
            return null;
        }
        BigDecimal from = readings.actual(ends.then()).orNull();
        BigDecimal to = readings.actual(ends.now()).orNull();
        return from == null || to == null
                ? null
                : new Measured.Delta(ends.now(), to, ends.then(), from, WindowText.of(ends.then(), setting.calendar()));
    }

    private record Ends(TimeWindow then, TimeWindow now) {}

    private Lens lens() {
        return Lens.of(subject, setting, Readings.of(window -> null, window -> null));
    }

    private Optional<Ends> ends(Lens lens) {
        LocalDateTime now = lens.now();
        if (!then.isBefore(now)) {
            return Optional.empty();
        }
        Ends ends = switch (lens.gauge()) {
            case Gauge.Running _, Gauge.Sum _ -> periods(period(now.minusNanos(1)), period(then.minusNanos(1)), now);
            case Gauge.Check check -> {
                TimeWindow last = check.window(now);
                yield periods(period(last.start()), period(check.window(then).start()), last.end());
            }
            case Gauge.Trailing trailing -> new Ends(trailing.window(then), trailing.window(now));
        };
        return Optional.ofNullable(ends);
    }

    private Period period(LocalDateTime at) {
        return setting.calendar().period(at, subject.cadence());
    }

    private @Nullable Ends periods(Period now, Period other, LocalDateTime completeTo) {
        if (!other.start().isBefore(now.start())) {
            return null;
        }
        LikeForLike like = setting.calendar().likeForLike(now, completeTo, other);
        LocalDateTime end = completeTo.isBefore(now.end()) ? completeTo : now.end();
        return new Ends(new TimeWindow(like.start(), like.end()), new TimeWindow(now.start(), end));
    }
}
