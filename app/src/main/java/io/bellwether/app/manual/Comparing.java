package io.bellwether.app.manual;

import io.bellwether.core.source.Diagnostic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Entries beside the values that are there.
 *
 * @param version which values these are; null where there are none
 * @param problems of all entries
 */
public record Comparing(
        ManualMetric metric,
        List<Line> lines,
        List<Diagnostic> problems,
        @Nullable String version) {
    /** What an entry would do. */
    public enum State {
        NEW,
        CHANGED,
        TAKEN_BACK,
        SAME,
        WRONG
    }

    /**
     * One entry.
     *
     * @param value null where it is wrong
     * @param before the number that is there, or null for none
     */
    public record Line(
            Entry entry,
            State state,
            @Nullable Value value,
            @Nullable BigDecimal before,
            List<Diagnostic> problems) {
        boolean writes() {
            return switch (state) {
                case NEW, CHANGED, TAKEN_BACK -> true;
                case SAME, WRONG -> false;
            };
        }

        /** Of an entry that is not wrong. */
        Value checked() {
            return Objects.requireNonNull(value);
        }
    }

    static Comparing of(
            ManualMetric metric,
            EntryCheck check,
            List<Entry> entries,
            List<ValueRows.Row> there,
            @Nullable String version) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (ValueRows.Row row : there) {
            if (row.number() != null) {
                numbers.put(row.period() + " " + row.members(), row.number());
            }
        }
        List<Line> lines = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Entry entry : entries) {
            List<Diagnostic> own = new ArrayList<>();
            Value value = check.check(entry, own);
            String cell = value == null
                    ? ""
                    : value.period() + " " + ValueRows.members(Values.where(metric, value.members()));
            BigDecimal before = numbers.get(cell);
            lines.add(new Line(entry, state(value, before), value, before, own));
            problems.addAll(own);
        }
        return new Comparing(metric, lines, problems, version);
    }

    private static State state(@Nullable Value value, @Nullable BigDecimal before) {
        if (value == null) {
            return State.WRONG;
        }
        if (value.same(before)) {
            return State.SAME;
        }
        return value.number() == null ? State.TAKEN_BACK : before == null ? State.NEW : State.CHANGED;
    }

    /** How many lines are of that state. */
    public int count(State state) {
        return (int) lines.stream().filter(line -> line.state() == state).count();
    }

    Values.Given given() {
        return new Values.Given(
                metric.name(), count(State.NEW), count(State.CHANGED), count(State.TAKEN_BACK), count(State.SAME));
    }
}
