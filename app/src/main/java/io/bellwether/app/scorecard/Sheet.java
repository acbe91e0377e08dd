package io.bellwether.app.scorecard;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Numbers;
import io.bellwether.app.query.OneEngine;
import io.bellwether.app.query.Ran;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Connection;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.judge.Reading;
import io.bellwether.core.judge.Readings;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineCodes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Metrics by windows: what many KPIs want to know is written into one sheet, asked by one question for each engine, and read back.
 *
 * <pre>
 *              window 0   window 1   window 2
 *   revenue       x          x                   ─►  one question  ─►  readings
 *   orders                   x          x
 * </pre>
 */
public final class Sheet {
    /**
     * A metric in a slice.
     *
     * @param plan whether its rows are seen whatever the as-of, as a plan reaches into the future
     */
    public record Line(String metric, @Nullable Expr where, boolean plan) {
        public Line(String metric, @Nullable Expr where) {
            this(metric, where, false);
        }

        static Line plan(String metric) {
            return new Line(metric, null, true);
        }
    }

    /** What one statement can answer: the lines of an engine, facts and plans apart. */
    private record Place(Optional<Connection> engine, boolean plan) {}

    /** Windows have numbers here: thousands of lines want some hundred of them each. */
    private final Map<TimeWindow, Integer> numbers = new HashMap<>();

    private final List<TimeWindow> windows = new ArrayList<>();
    private final Map<Line, BitSet> lines = new LinkedHashMap<>();
    private final Map<Line, @Nullable Reading[]> readings = new HashMap<>();
    private final List<Ran> statements = new ArrayList<>();

    /** Adds windows in which a line is wanted. */
    public void want(Line line, Collection<TimeWindow> wanted) {
        if (!wanted.isEmpty()) {
            BitSet row = lines.computeIfAbsent(line, l -> new BitSet());
            wanted.forEach(window -> row.set(number(window)));
        }
    }

    private int number(TimeWindow window) {
        Integer known = numbers.putIfAbsent(window, windows.size());
        if (known == null) {
            windows.add(window);
            return windows.size() - 1;
        }
        return known;
    }

    /** What was read there; missing where nobody wanted it. */
    public Reading read(Line line, TimeWindow window) {
        @Nullable Reading[] row = readings.get(line);
        Integer number = numbers.get(window);
        Reading found = row == null || number == null || number >= row.length ? null : row[number];
        return found == null ? new Reading.Missing() : found;
    }

    /**
     * The readings of a KPI.
     *
     * @param goal the metric that its target comes from, or null
     */
    Readings readings(Line line, @Nullable String goal) {
        return new Readings() {
            @Override
            public Reading actual(TimeWindow window) {
                return read(line, window);
            }

            @Override
            public Reading goal(TimeWindow window) {
                return goal == null ? new Reading.Missing() : read(Line.plan(goal), window);
            }
        };
    }

    /** What ran to fill the sheet. */
    List<Ran> statements() {
        return statements;
    }

    /** All lines of an engine in one question; none where nothing is wanted. */
    List<Question> questions(Catalog catalog, LocalDateTime seenBefore) {
        return places(catalog).stream()
                .map(some -> new Asked(some).question(seenBefore))
                .toList();
    }

    /** The lines of each engine. */
    private Collection<Map<Line, BitSet>> places(Catalog catalog) {
        Map<Place, Map<Line, BitSet>> places = new LinkedHashMap<>();
        lines.forEach((line, wanted) -> places.computeIfAbsent(
                        new Place(OneEngine.of(catalog, MetricUse.of(line.metric())), line.plan()),
                        c -> new LinkedHashMap<>())
                .put(line, wanted));
        return places.values();
    }

    /** Asks all at once; only if that fails in parts, so that a line that cannot be answered fails alone. */
    public void fill(Catalog catalog, Answering answering, LocalDateTime seenBefore, Deadline deadline) {
        Asking asking = new Asking(catalog, answering, seenBefore, deadline);
        places(catalog).forEach(asking::fill);
    }

    private @Nullable Reading[] row(Line line) {
        return Objects.requireNonNull(readings.computeIfAbsent(line, l -> new @Nullable Reading[windows.size()]));
    }

    /** Some lines, and then fewer of them, until those are found that fail. */
    private final class Asking {
        private final Catalog catalog;
        private final Answering answering;
        private final LocalDateTime seenBefore;
        private final Deadline deadline;

        Asking(Catalog catalog, Answering answering, LocalDateTime seenBefore, Deadline deadline) {
            this.catalog = catalog;
            this.answering = answering;
            this.seenBefore = seenBefore;
            this.deadline = deadline;
        }

        void fill(Map<Line, BitSet> some) {
            try {
                ask(some);
            } catch (DiagnosticException together) {
                Map<Line, BitSet> planned = planned(some);
                if (planned.size() < some.size()) {
                    again(planned);
                } else {
                    halve(some, together.diagnostics().getFirst());
                }
            }
        }

        /** Without those that cannot be planned; nothing runs for that. */
        private Map<Line, BitSet> planned(Map<Line, BitSet> some) {
            Map<Line, BitSet> planned = new LinkedHashMap<>();
            some.forEach((line, wanted) -> {
                try {
                    answering.statement(catalog, new Asked(Map.of(line, wanted)).question(seenBefore));
                    planned.put(line, wanted);
                } catch (DiagnosticException alone) {
                    fail(line, wanted, alone.diagnostics().getFirst());
                }
            });
            return planned;
        }

        private void again(Map<Line, BitSet> some) {
            if (some.isEmpty()) {
                return;
            }
            try {
                ask(some);
            } catch (DiagnosticException together) {
                halve(some, together.diagnostics().getFirst());
            }
        }

        /** One that fails among thousands costs two dozen statements more, not thousands. */
        private void halve(Map<Line, BitSet> some, Diagnostic problem) {
            if (some.size() == 1 || deadline.isOver() || EngineCodes.isOfAll(problem.code())) {
                some.forEach((line, wanted) -> fail(line, wanted, problem));
                return;
            }
            Map<Line, BitSet> first = new LinkedHashMap<>();
            Map<Line, BitSet> second = new LinkedHashMap<>();
            some.forEach((line, wanted) -> (first.size() < some.size() / 2 ? first : second).put(line, wanted));
            again(first);
            again(second);
        }

        private void ask(Map<Line, BitSet> some) {
            Asked asked = new Asked(some);
            Answer answer = answering.answer(catalog, asked.question(seenBefore), deadline);
            statements.addAll(answer.statements());
            for (List<@Nullable Object> values : answer.table().rows()) {
                asked.read(some, values);
            }
        }

        private void fail(Line line, BitSet wanted, Diagnostic problem) {
            @Nullable Reading[] row = row(line);
            wanted.stream().forEach(number -> row[number] = new Reading.Failed(problem));
        }
    }

    /** Some lines as a question: each under a name of its own, the windows of all of them numbered from 0. */
    private final class Asked {
        private final int[] asked;
        private final List<MetricUse> uses = new ArrayList<>();
        private final boolean plan;

        Asked(Map<Line, BitSet> some) {
            plan = some.keySet().stream().anyMatch(Line::plan);
            BitSet all = new BitSet();
            some.values().forEach(all::or);
            asked = all.stream().toArray();
            int[] indexes = new int[windows.size()];
            for (int i = 0; i < asked.length; i++) {
                indexes[asked[i]] = i;
            }
            Set<String> taken = new HashSet<>();
            some.forEach((line, wanted) -> {
                String name = line.metric();
                for (int i = 2; !taken.add(name); i++) {
                    name = line.metric() + "__" + i;
                }
                Set<Integer> own =
                        wanted.stream().mapToObj(number -> indexes[number]).collect(Collectors.toSet());
                uses.add(new MetricUse(line.metric(), name, line.where(), own));
            });
        }

        Question question(LocalDateTime seenBefore) {
            List<TimeWindow> all = Arrays.stream(asked).mapToObj(windows::get).toList();
            LocalDateTime last = all.stream()
                    .map(TimeWindow::end)
                    .max(Comparator.naturalOrder())
                    .orElse(seenBefore);
            return Question.windows(uses, all, plan && last.isAfter(seenBefore) ? last : seenBefore);
        }

        /** One window: its number, then each line's value. */
        void read(Map<Line, BitSet> some, List<@Nullable Object> values) {
            int number = asked[
                    Objects.requireNonNull(Numbers.decimal(values.getFirst())).intValueExact()];
            int column = 1;
            for (Map.Entry<Line, BitSet> line : some.entrySet()) {
                if (line.getValue().get(number)) {
                    row(line.getKey())[number] =
                            Reading.of(Numbers.decimal(values.get(column)), Numbers.equality(values.get(column)));
                }
                column++;
            }
        }
    }
}
