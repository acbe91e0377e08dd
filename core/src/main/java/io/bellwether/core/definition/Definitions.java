package io.bellwether.core.definition;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * All that the files of a workspace define, in their order, with a place on everything.
 *
 * @param broken the names of definitions that cannot be used, with a diagnostic each; what refers to them is not at fault
 * @param complete false where a file could not be read at all, so that any name may be missing for that reason
 * @param spelled whether a file is written in another way, where an aggregate may be of whatever rows a question is about
 */
public record Definitions(
        WorkspaceDefinition workspace,
        List<DatasetDefinition> datasets,
        List<RelationshipDefinition> relationships,
        List<MetricDefinition> metrics,
        List<ObjectiveDefinition> objectives,
        List<KpiDefinition> kpis,
        List<EventDefinition> events,
        List<ConnectionDefinition> connections,
        List<QuestionDefinition> questions,
        List<ImportDefinition> imports,
        OperationsDefinition operations,
        Set<String> broken,
        boolean complete,
        boolean spelled) {
    /** What could be read, and all problems of reading. */
    public record Parsed(Definitions definitions, List<Diagnostic> diagnostics) {}

    /** Another way to write definitions. */
    @FunctionalInterface
    public interface Spelling {
        /** What the file says, in our own spelling; the same node where it is written in that already. */
        Node read(Node root, Problems problems);
    }

    /** Reads all files; never fails. */
    public static Parsed parse(List<SourceFile> files) {
        return parse(files, (root, problems) -> root);
    }

    /** Reads all files, those in another spelling too; never fails. */
    public static Parsed parse(List<SourceFile> files, Spelling spelling) {
        Problems problems = new Problems();
        WorkspaceReader reader = new WorkspaceReader(problems, spelling);
        files.forEach(reader::read);
        return new Parsed(reader.finish(files), problems.all());
    }
}
