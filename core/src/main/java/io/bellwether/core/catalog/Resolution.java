package io.bellwether.core.catalog;

import io.bellwether.core.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of the definitions.
 *
 * @param sound all that could be resolved, whether or not the rest could: for lint, never to be served
 * @param diagnostics all problems, by file and place
 */
public record Resolution(Catalog sound, List<Diagnostic> diagnostics) {
    /** The whole catalog, if nothing is an error. */
    public Optional<Catalog> catalog() {
        return diagnostics.stream().anyMatch(Diagnostic::isError) ? Optional.empty() : Optional.of(sound);
    }
}
