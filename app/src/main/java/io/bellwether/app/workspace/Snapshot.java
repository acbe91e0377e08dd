package io.bellwether.app.workspace;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * @param removed KPIs that stayed away from the files until they count as removed; this load is the first without them
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
        Set<String> removed,
        List<Finding> findings) {
    public Snapshot {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
        imported = List.copyOf(imported);
        removed = Set.copyOf(removed);
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
                : new Snapshot(
                        version, before.catalog, answering, false, problems, files, imported, removed, before.findings);
    }

    /** The files as they are beside the definitions that they had before, which may be back in a moment. */
    Snapshot missing(Snapshot before, Diagnostic why) {
        List<Diagnostic> told = new ArrayList<>(problems);
        told.add(why);
        return new Snapshot(
                version, before.catalog, before.answering, false, told, files, imported, removed, before.findings);
    }

    /** The same as another load, from which these KPIs count as removed. */
    Snapshot without(Set<String> kpis, long load) {
        return new Snapshot(load, catalog, answering, current, problems, files, imported, kpis, findings);
    }
}
