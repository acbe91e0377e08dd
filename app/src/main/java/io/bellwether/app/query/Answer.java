package io.bellwether.app.query;

import io.bellwether.engine.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a question.
 *
 * @param statements every statement that ran for it, in order
 * @param incomplete why the numbers are not whole, as a sentence: data that should have come has not; or null
 */
public record Answer(
        Table table, List<Ran> statements, @Nullable String incomplete) {
    public Answer(Table table, List<Ran> statements) {
        this(table, statements, null);
    }

    /** What is to be known of the rows, once each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(notes(statements));
        if (incomplete != null) {
            notes.add(incomplete);
        }
        return List.copyOf(notes);
    }

    /** The same for any statements. */
    public static List<String> notes(List<Ran> statements) {
        return statements.stream()
                .map(Ran::note)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
