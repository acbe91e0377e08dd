package io.bellwether.conformance;

import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A question and the SQL that a person wrote for it. The SQL sees each file of {@code data/} as a table of its name and gives
 * the columns of the answer, in order.
 *
 * @param workspace the folder of the definitions
 * @param ordered whether the order of rows counts
 */
record Case(
        String workspace,
        String name,
        QuestionText question,
        @Nullable Top top,
        LocalDate asOf,
        String sql,
        boolean ordered) {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    static Case read(String workspace, Path file) throws IOException {
        Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        List<String> order = list(yaml.get("order"));
        Object limit = yaml.get("limit");
        QuestionText question = new QuestionText(
                list(yaml.get("metrics")),
                list(yaml.get("by")),
                text(yaml.get("where")),
                text(yaml.get("having")),
                text(yaml.get("from")),
                text(yaml.get("to")),
                list(yaml.get("compare")),
                new QuestionText.Through(
                        text(yaml.get("window")),
                        text(yaml.get("to_date")),
                        yaml.containsKey("all_time"),
                        text(yaml.get("offset")),
                        text(yaml.get("fill"))),
                order,
                limit == null ? null : ((Number) limit).longValue(),
                true);
        String top = text(yaml.get("top"));
        String asOf = text(yaml.get("as_of"));
        return new Case(
                workspace,
                file.getFileName().toString().replace(".yml", ""),
                question,
                top == null ? null : Top.parse(top),
                asOf == null ? AS_OF : LocalDate.parse(asOf),
                Objects.requireNonNull(text(yaml.get("sql")), "sql"),
                !order.isEmpty());
    }

    private static List<String> list(@Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public String toString() {
        return workspace + ": " + name;
    }
}
