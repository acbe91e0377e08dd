package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of time that windows cover together, in order and with gaps between them:
 *
 * <pre>
 *   windows      ├──┤               ├────┤
 *                ├┤                    ├──────┤
 *   stretches    ├──┤               ├─────────┤      rows in the gap need not be read
 * </pre>
 */
record Stretches(List<TimeWindow> all) {
    /** With more, the condition costs more than it saves. */
    private static final int MOST = 8;

    static Stretches of(List<Plan.Window> windows) {
        List<Plan.Window> sorted = windows.stream()
                .sorted(Comparator.comparing(Plan.Window::start))
                .toList();
        List<TimeWindow> all = new ArrayList<>();
        for (Plan.Window window : sorted) {
            if (all.isEmpty() || window.start().isAfter(all.getLast().end())) {
                all.add(new TimeWindow(window.start(), window.end()));
            } else if (window.end().isAfter(all.getLast().end())) {
                all.add(new TimeWindow(all.removeLast().start(), window.end()));
            }
        }
        return new Stretches(List.copyOf(all));
    }

    /** From the first to the last. */
    TimeScope.Range range() {
        LocalDateTime start = all.getFirst().start();
        return new TimeScope.Range(
                start.equals(Windows.EVER) ? null : start, all.getLast().end());
    }

    /** Keeps rows of the gaps out; null where there are none, or where it cannot be said by comparing the column alone. */
    @Nullable
    Expr condition(Expr.FieldRef time) {
        boolean days = all.stream().allMatch(s -> isMidnight(s.start()) && isMidnight(s.end()));
        boolean plain = time.type() == Type.TIMESTAMP || time.type() == Type.DATE && days;
        if (all.size() == 1 || all.size() > MOST || !plain) {
            return null;
        }
        List<Expr> any = all.stream()
                .map(stretch -> Exprs.call(
                        Function.AND,
                        Exprs.call(Function.GREATER_OR_EQUAL, time, literal(stretch.start(), time)),
                        Exprs.call(Function.LESS, time, literal(stretch.end(), time))))
                .toList();
        return Exprs.withoutPlaces(new Expr.Call(Function.OR, any, Exprs.NOWHERE));
    }

    /** Whether the expression is the {@link #condition} of stretches that hold the whole window. */
    static boolean keeps(Expr condition, Expr.FieldRef time, Plan.Window window) {
        return condition instanceof Expr.Call or
                && or.function() == Function.OR
                && or.arguments().stream().anyMatch(one -> holds(one, time, window));
    }

    private static boolean holds(Expr stretch, Expr.FieldRef time, Plan.Window window) {
        return stretch instanceof Expr.Call and
                && and.function() == Function.AND
                && and.arguments().stream()
                        .allMatch(end -> end instanceof Expr.Call call
                                && call.arguments().getFirst().equals(time)
                                && isOutside(call.function(), call.arguments().getLast(), window));
    }

    private static boolean isOutside(Function function, Expr literal, Plan.Window window) {
        LocalDateTime end = switch (literal) {
            case Expr.DateLiteral date -> date.value().atStartOfDay();
            case Expr.TimestampLiteral moment -> moment.value();
            default -> null;
        };
        return end != null
                && (function == Function.GREATER_OR_EQUAL && !end.isAfter(window.start())
                        || function == Function.LESS && !end.isBefore(window.end()));
    }

    private static boolean isMidnight(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static Expr literal(LocalDateTime time, Expr.FieldRef field) {
        return field.type() == Type.DATE
                ? new Expr.DateLiteral(time.toLocalDate(), Exprs.NOWHERE)
                : new Expr.TimestampLiteral(time, Exprs.NOWHERE);
    }
}
