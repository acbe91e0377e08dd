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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    /** A metric in a slice. */
    public record Line(String metric, @Nullable Expr where) {}

    private final Map<Line, Set<TimeWindow>> lines = new LinkedHashMap<>();
    private final Map<Line, Map<TimeWindow, Reading>> readings = new HashMap<>();
    private final List<Ran> statements = new ArrayList<>();

    /** Adds windows in which a line is wanted. */
    public void want(Line line, Collection<TimeWindow> wanted) {
        if (!wanted.isEmpty()) {
            lines.computeIfAbsent(line, l -> new LinkedHashSet<>()).addAll(wanted);
        }
    }

    /** What was read there; missing where nobody wanted it. */
    public Reading read(Line line, TimeWindow window) {
        return Objects.requireNonNull(
                readings.getOrDefault(line, Map.of()).getOrDefault(window, new Reading.Missing()));
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
                return goal == null ? new Reading.Missing() : read(new Line(goal, null), window);
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
    private Collection<Map<Line, Set<TimeWindow>>> places(Catalog catalog) {
        Map<Optional<Connection>, Map<Line, Set<TimeWindow>>> places = new LinkedHashMap<>();
        lines.forEach((line, windows) -> places.computeIfAbsent(
                        OneEngine.of(catalog, MetricUse.of(line.metric())), c -> new LinkedHashMap<>())
                .put(line, windows));
        return places.values();
    }

    /** Asks all at once; only if that fails each line alone, so that one that cannot be answered fails alone. */
    public void fill(Catalog catalog, Answering answering, LocalDateTime seenBefore, Deadline deadline) {
        places(catalog).forEach(some -> fill(some, catalog, answering, seenBefore, deadline));
    }

    private void fill(
            Map<Line, Set<TimeWindow>> some,
            Catalog catalog,
            Answering answering,
            LocalDateTime seenBefore,
            Deadline deadline) {
        try {
            ask(some, catalog, answering, seenBefore, deadline);
        } catch (DiagnosticException together) {
            some.forEach((line, windows) -> {
                try {
                    ask(Map.of(line, windows), catalog, answering, seenBefore, deadline);
                } catch (DiagnosticException alone) {
                    fail(line, windows, alone.diagnostics().getFirst());
                }
            });
        }
    }

    private void ask(
            Map<Line, Set<TimeWindow>> some,
            Catalog catalog,
            Answering answering,
            LocalDateTime seenBefore,
            Deadline deadline) {
        Asked asked = new Asked(some);
        Answer answer = answering.answer(catalog, asked.question(seenBefore), deadline);
        statements.addAll(answer.statements());
        int column = 1; // after the window's own
        for (Line line : some.keySet()) {
            Map<TimeWindow, Reading> row = readings.computeIfAbsent(line, l -> new HashMap<>());
            for (List<@Nullable Object> values : answer.table().rows()) {
                int window = Objects.requireNonNull(Numbers.decimal(values.getFirst()))
                        .intValueExact();
                row.put(asked.windows.get(window), Reading.of(Numbers.decimal(values.get(column))));
            }
            column++;
        }
    }

    private void fail(Line line, Set<TimeWindow> windows, Diagnostic problem) {
        Map<TimeWindow, Reading> row = readings.computeIfAbsent(line, l -> new HashMap<>());
        windows.forEach(window -> row.put(window, new Reading.Failed(problem)));
    }

    /** Some lines as a question: each under a name of its own, the windows of all of them numbered. */
    private static final class Asked {
        private final List<TimeWindow> windows;
        private final List<MetricUse> uses = new ArrayList<>();

        Asked(Map<Line, Set<TimeWindow>> lines) {
            windows = lines.values().stream().flatMap(Set::stream).distinct().toList();
            Map<TimeWindow, Integer> indexes = new HashMap<>();
            windows.forEach(window -> indexes.put(window, indexes.size()));
            Set<String> taken = new LinkedHashSet<>();
            lines.forEach((line, wanted) -> {
                String name = line.metric();
                for (int i = 2; !taken.add(name); i++) {
                    name = line.metric() + "__" + i;
                }
                Set<Integer> numbers = wanted.stream()
                        .map(w -> Objects.requireNonNull(indexes.get(w)))
                        .collect(Collectors.toSet());
                uses.add(new MetricUse(line.metric(), name, line.where(), numbers));
            });
        }

        Question question(LocalDateTime seenBefore) {
            return Question.windows(uses, windows, seenBefore);
        }
    }
}
