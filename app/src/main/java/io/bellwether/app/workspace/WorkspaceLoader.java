package io.bellwether.app.workspace;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Resolution;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.lint.Lint;
import io.bellwether.core.lint.Practice;
import io.bellwether.core.ossie.OssieSpelling;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** From a folder's files to a snapshot: read, parse, look at the sources, resolve, lint; all problems of all stages. */
public final class WorkspaceLoader {
    private final WorkspaceFolder folder;
    private final Engines engines;

    public WorkspaceLoader(WorkspaceFolder folder, Engines engines) {
        this.folder = folder;
        this.engines = engines;
    }

    /** The folder as it is now; never fails. */
    public Snapshot load(long version) {
        return load(version, folder.texts());
    }

    /** What these texts would be in the folder. */
    public Snapshot load(long version, WorkspaceFolder.Texts texts) {
        List<Diagnostic> warnings = new ArrayList<>();
        Imports imports = Imports.of(folder, texts.files());
        List<SourceFile> files = new ArrayList<>(texts.files());
        files.addAll(imports.files());
        var spelling = new OssieSpelling(new TableFiles(folder, null)::named, imports::tables);
        var parsed = Definitions.parse(files, spelling);
        Resolution resolution = Lint.check(parsed, (dataset, source, span) -> look(source, span, warnings));
        List<Diagnostic> problems = new ArrayList<>(texts.problems());
        problems.addAll(imports.problems());
        Stream.concat(resolution.diagnostics().stream(), warnings.stream())
                .map(problem -> imports.holds(problem) ? softened(problem) : problem)
                .forEach(problems::add);
        boolean good = problems.stream().noneMatch(Diagnostic::isError);
        boolean apart = problems.stream().filter(Diagnostic::isError).allMatch(resolution.apart()::contains);
        return new Snapshot(
                version,
                good ? resolution.sound() : null,
                apart ? resolution.sound() : null,
                good,
                Resolver.sorted(problems),
                files,
                imports.read(),
                Set.of(),
                good ? findings(parsed.definitions(), resolution, imports) : List.of());
    }

    /** What breaks no rule of language, but one of practice. What another tool keeps is described there. */
    private static List<Finding> findings(Definitions definitions, Resolution resolution, Imports imports) {
        return Practice.findings(definitions, resolution.sound()).stream()
                .filter(finding -> !imports.holds(finding.problem()))
                .toList();
    }

    /** What another tool keeps is not ours to mend: what cannot be used of it is left out, and the rest holds. */
    private static Diagnostic softened(Diagnostic problem) {
        return problem.isError()
                ? Diagnostic.warning(problem.code(), problem.span(), problem.message(), problem.fix())
                : problem;
    }

    private SourceSchema look(DataSource source, Span span, List<Diagnostic> warnings) {
        try {
            var schema = engines.of(source).describe(source);
            schema.warnings()
                    .forEach(w -> warnings.add(new Diagnostic(w.code(), w.severity(), span, w.message(), w.fix())));
            return new SourceSchema.Columns(schema.columns());
        } catch (EngineException e) {
            return new SourceSchema.Unreadable(List.of(e.diagnostic(span)));
        }
    }
}
