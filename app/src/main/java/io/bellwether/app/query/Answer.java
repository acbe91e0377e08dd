package io.bellwether.app.query;

import io.bellwether.engine.Table;
import java.util.List;
import java.util.Objects;

/**
 * What came back for a question.
 *
 * @param statements every statement that ran for it, in order
 */
public record Answer(Table table, List<Ran> statements) {
    /** What is to be known of the rows, once each. */
    public List<String> notes() {
        return notes(statements);
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
