package io.bellwether.core.catalog;

import io.bellwether.core.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the definitions.
 *
 * @param sound all that could be resolved, whether or not the rest could
 * @param diagnostics all problems, by file and place
 * @param apart those of them that lie in one metric, KPI, question… alone: what does not use it means what it meant
 */
public record Resolution(Catalog sound, List<Diagnostic> diagnostics, Set<Diagnostic> apart) {
    public Resolution {
        diagnostics = List.copyOf(diagnostics);
        apart = Set.copyOf(apart);
    }

    /** The whole catalog, if nothing is an error. */
    public Optional<Catalog> catalog() {
        return diagnostics.stream().anyMatch(Diagnostic::isError) ? Optional.empty() : Optional.of(sound);
    }
}
