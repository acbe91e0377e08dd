package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.conformance.NastyEngine.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What engines answer, held against each other: the same, or refused with a code that says why. */
final class SameAnswers {
    /** A value that has no result, and what an engine says that it cannot do. */
    private static final Set<String> REFUSALS = Set.of("E606", "D374", "S433");

    /** What is expected where each engine has to say that there is no value. */
    static final String REFUSED = "refused";

    private static final List<String> SOME_ROWS =
            List.of("id not in (7, 8, 9)", "id < 4", "id in (5, 6, 10, 11)", "id > 11", "id = 12", "id > 100");

    private final List<NastyEngine> engines;
    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private int answered;

    SameAnswers(List<NastyEngine> engines, Path folder) {
        this.engines = engines;
        this.folder = folder;
    }

    /** Each expression for all rows, and where an engine refuses one of them, row by row. */
    void ofFields(List<String> expressions) throws IOException {
        List<NastyEngine.Asked> asked = new ArrayList<>();
        try {
            for (NastyEngine engine : engines) {
                asked.add(engine.new Asked(folder, expressions, List.of()));
            }
            for (int i = 0; i < expressions.size(); i++) {
                ofField(asked, i, expressions.get(i));
            }
        } finally {
            asked.forEach(NastyEngine.Asked::close);
        }
        assertThat(faults).isEmpty();
        assertThat(answered)
                .as("expressions and rows that two engines answered")
                .isGreaterThan(expressions.size() * NastyRows.count() / 2);
    }

    /** Each aggregate of a field of its own, over all rows and over some: of doubles that are not too far apart to be added. */
    void ofMetrics(List<String> fields, List<String> metrics) throws IOException {
        List<NastyEngine.Asked> asked = new ArrayList<>();
        try {
            for (NastyEngine engine : engines) {
                asked.add(engine.new Asked(folder, fields, metrics));
            }
            for (int i = 0; i < metrics.size(); i++) {
                int metric = i;
                for (String where : SOME_ROWS) {
                    List<Answer> answers =
                            asked.stream().map(a -> a.metric(metric, where)).toList();
                    hold(answers, metrics.get(i) + " of " + fields.get(i) + " where " + where, 1);
                }
            }
        } finally {
            asked.forEach(NastyEngine.Asked::close);
        }
        assertThat(faults).isEmpty();
        assertThat(answered).as("answers of two engines").isGreaterThan(metrics.size() * SOME_ROWS.size() / 2);
    }

    /** What each expression is in the first row, at each engine. */
    void are(Map<String, Object> expected) throws IOException {
        List<String> expressions = List.copyOf(expected.keySet());
        for (NastyEngine engine : engines) {
            try (NastyEngine.Asked asked = engine.new Asked(folder, expressions, List.of())) {
                for (int i = 0; i < expressions.size(); i++) {
                    Object value = expected.get(expressions.get(i));
                    Answer answer = asked.field(i, "id = 1");
                    boolean right = switch (answer) {
                        case Answer.Values(var rows) -> same(rows.getFirst().getLast(), value);
                        case Answer.Refused refused -> value.equals(REFUSED) && REFUSALS.contains(refused.code());
                    };
                    if (!right) {
                        faults.add(engine.name() + ": " + expressions.get(i) + ": " + answer);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void ofField(List<NastyEngine.Asked> asked, int field, String expression) {
        List<Answer> all = asked.stream().map(a -> a.field(field, null)).toList();
        if (all.stream().allMatch(Answer.Values.class::isInstance)) {
            hold(all, expression, NastyRows.count());
            return;
        }
        int before = faults.size();
        for (int id = 1; id <= NastyRows.count() && faults.size() == before; id++) {
            String where = "id = " + id;
            hold(asked.stream().map(a -> a.field(field, where)).toList(), expression + " where " + where, 1);
        }
    }

    private void hold(List<Answer> answers, String what, int rows) {
        List<Answer.Values> values = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            switch (answers.get(i)) {
                case Answer.Values found -> values.add(found);
                case Answer.Refused(String code, String message) -> {
                    if (!REFUSALS.contains(code)) {
                        faults.add(engines.get(i).name() + ": " + what + ": " + code + " " + message);
                    }
                }
            }
        }
        if (values.size() > 1) {
            answered += rows;
        }
        for (Answer.Values other : values) {
            if (!same(values.getFirst().rows(), other.rows())) {
                faults.add(what + ": " + answers);
                return;
            }
        }
    }

    private static boolean same(List<List<@Nullable Object>> a, List<List<@Nullable Object>> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int row = 0; row < a.size(); row++) {
            for (int column = 0; column < a.get(row).size(); column++) {
                if (!same(a.get(row).get(column), b.get(row).get(column))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Numbers that are exact on both sides to the last digit; else as doubles are held against each other. */
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (!(a instanceof Number left) || !(b instanceof Number right)) {
            return Objects.equals(a, b);
        }
        BigDecimal one = new BigDecimal(left.toString());
        BigDecimal other = new BigDecimal(right.toString());
        return left instanceof Double || right instanceof Double
                ? Math.abs(one.doubleValue() - other.doubleValue())
                        <= 1e-12 * Math.max(1, Math.max(Math.abs(one.doubleValue()), Math.abs(other.doubleValue())))
                : one.compareTo(other) == 0;
    }
}
