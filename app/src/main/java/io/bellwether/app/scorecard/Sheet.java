package io.bellwether.app.scorecard;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Numbers;
import io.bellwether.app.query.Ran;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.judge.Reading;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metrics by windows: what many KPIs want to know is written into one sheet, asked by one question, and read back.
 *
 * <pre>
 *              window 0   window 1   window 2
 *   revenue       x          x                   ─►  one question  ─►  readings
 *   orders                   x          x
 * </pre>
 */
final class Sheet {
    /** A metric in a slice. */
    record Line(String metric, @Nullable Expr where) {}

    private final Map<TimeWindow, Integer> windows = new LinkedHashMap<>();
    private final Map<Line, Set<Integer>> lines = new LinkedHashMap<>();
    private final Map<Line, Map<TimeWindow, Reading>> readings = new HashMap<>();
    private final List<Ran> statements = new ArrayList<>();

    void want(Line line, Collection<TimeWindow> wanted) {
        if (!wanted.isEmpty()) {
            Set<Integer> indexes = lines.computeIfAbsent(line, l -> new LinkedHashSet<>());
            wanted.forEach(window -> indexes.add(windows.computeIfAbsent(window, w -> windows.size())));
        }
    }

    Reading read(Line line, TimeWindow window) {
        return Objects.requireNonNull(
                readings.getOrDefault(line, Map.of()).getOrDefault(window, new Reading.Missing()));
    }

    /** What ran to fill the sheet. */
    List<Ran> statements() {
        return statements;
    }

    /** All lines in one question, or none where nothing is wanted. */
    List<Question> questions(LocalDateTime seenBefore) {
        return lines.isEmpty() ? List.of() : List.of(question(uses(lines).values(), seenBefore));
    }

    /** Asks all at once; only if that fails each line alone, so that one that cannot be answered fails alone. */
    void fill(Catalog catalog, Answering answering, LocalDateTime seenBefore, Deadline deadline) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            ask(lines, catalog, answering, seenBefore, deadline);
        } catch (DiagnosticException together) {
            lines.forEach((line, indexes) -> {
                try {
                    ask(Map.of(line, indexes), catalog, answering, seenBefore, deadline);
                } catch (DiagnosticException alone) {
                    fail(line, alone.diagnostics().getFirst());
                }
            });
        }
    }

    private void ask(
            Map<Line, Set<Integer>> some,
            Catalog catalog,
            Answering answering,
            LocalDateTime seenBefore,
            Deadline deadline) {
        Map<Line, MetricUse> uses = uses(some);
        Answer answer = answering.answer(catalog, question(uses.values(), seenBefore), deadline);
        statements.addAll(answer.statements());
        List<TimeWindow> order = List.copyOf(windows.keySet());
        uses.forEach((line, use) -> {
            int column = answer.table().position(use.as());
            Map<TimeWindow, Reading> row = readings.computeIfAbsent(line, l -> new HashMap<>());
            for (int index : use.windows()) {
                row.put(
                        order.get(index),
                        Reading.of(
                                Numbers.decimal(answer.table().rows().get(index).get(column))));
            }
        });
    }

    private void fail(Line line, Diagnostic problem) {
        Map<TimeWindow, Reading> row = readings.computeIfAbsent(line, l -> new HashMap<>());
        windows.keySet().forEach(window -> row.put(window, new Reading.Failed(problem)));
    }

    private Question question(Collection<MetricUse> uses, LocalDateTime seenBefore) {
        return Question.windows(List.copyOf(uses), List.copyOf(windows.keySet()), seenBefore);
    }

    /** Each line under a name of its own: the metric's, with a number where it is wanted in several slices. */
    private static Map<Line, MetricUse> uses(Map<Line, Set<Integer>> lines) {
        Map<Line, MetricUse> uses = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        lines.forEach((line, indexes) -> {
            String name = line.metric();
            for (int i = 2; !taken.add(name); i++) {
                name = line.metric() + "__" + i;
            }
            uses.put(line, new MetricUse(line.metric(), name, line.where(), Set.copyOf(indexes)));
        });
        return uses;
    }
}
