package io.bellwether.app.workspace;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace was at one moment. Immutable.
 *
 * @param version counts the loads that changed something, from 1
 * @param catalog the model of the files; where they have errors the last good one, or null if there never was one
 * @param answering what questions may be asked of: the catalog, or, where every error lies in a metric, a KPI or the like
 *     alone, what there is without those; null where an error may touch all
 * @param current whether the catalog is the one of the files as they are
 * @param problems of the files as they are, errors and all else
 * @param files as they are, those that an import stands for too
 * @param imported what other tools keep, to be watched
 * @param findings of the rules over definitions, waived or not, about the catalog; none about what other tools keep
 */
public record Snapshot(
        long version,
        @Nullable Catalog catalog,
        @Nullable Catalog answering,
        boolean current,
        List<Diagnostic> problems,
        List<SourceFile> files,
        List<Path> imported,
        List<Finding> findings) {
    public Snapshot {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
        imported = List.copyOf(imported);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * The catalog of the files as they are.
     *
     * @throws DiagnosticException with the errors, if they have some
     */
    public Catalog good() {
        if (catalog == null || !current) {
            throw new DiagnosticException(
                    problems.stream().filter(Diagnostic::isError).toList());
        }
        return catalog;
    }

    /**
     * The last good catalog, whatever the files have become since.
     *
     * @throws DiagnosticException with the errors, if there never was one
     */
    public Catalog last() {
        if (catalog == null) {
            throw new DiagnosticException(
                    problems.stream().filter(Diagnostic::isError).toList());
        }
        return catalog;
    }

    /** The same problems beside the last good catalog. */
    Snapshot beside(Snapshot before) {
        return current
                ? this
                : new Snapshot(version, before.catalog, answering, false, problems, files, imported, before.findings);
    }
}
