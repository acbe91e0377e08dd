package io.bellwether.app.cases;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as Ossie has it, and its answer or the error that it must be.
 *
 * @param model the text of the model, or null where it lies in the folder with the tables
 * @param tables a folder that has them as files, or null where {@code data} makes them
 */
record OssieCase(
        String name,
        @Nullable String model,
        @Nullable Path tables,
        List<Fixture.Data> data,
        String question,
        Expected expected) {
    /** What must come of it. */
    sealed interface Expected {
        /** @param columns in the order of the rows' values; empty for the order of the answer */
        record Rows(boolean ordered, List<String> columns, List<List<@Nullable Object>> rows) implements Expected {}

        /** A statement that finds the rows. */
        record Gold(boolean ordered, String sql) implements Expected {}

        /** @param codes Ossie's, of which each will do; empty for any */
        record Error(List<String> codes) implements Expected {}
    }
}
