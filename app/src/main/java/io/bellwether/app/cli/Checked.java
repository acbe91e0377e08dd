package io.bellwether.app.cli;

import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.lint.Advice;
import io.bellwether.core.lint.Edit;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param problems all that are open, by file and place
 * @param waived what waivers take away
 * @param edits the changes that mend problems, where there are some
 * @param catalog of the files as they are, or null where they have errors
 */
record Checked(
        List<Diagnostic> problems,
        List<Advice.Waived> waived,
        Map<Diagnostic, Edit> edits,
        @Nullable Catalog catalog) {
    static Checked of(Snapshot snapshot, Advice advice) {
        List<Diagnostic> all = new ArrayList<>(snapshot.problems());
        all.addAll(advice.problems());
        Map<Diagnostic, Edit> edits = new HashMap<>();
        for (Finding finding : advice.open()) {
            if (finding.edit() != null) {
                edits.put(finding.problem(), finding.edit());
            }
        }
        return new Checked(
                Resolver.sorted(all), advice.waived(), edits, snapshot.current() ? snapshot.catalog() : null);
    }

    long count(Severity severity) {
        return problems.stream().filter(p -> p.severity() == severity).count();
    }
}
