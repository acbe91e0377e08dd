package io.bellwether.core.catalog;

import io.bellwether.core.definition.DatasetDefinition;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.definition.EventDefinition;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Definitions to catalog: every name is looked up, every expression typed, every circle found. */
public final class Resolver {
    private static final Comparator<@Nullable Span> BY_PLACE = Comparator.nullsFirst(
            Comparator.comparing((Span span) -> span.file().path()).thenComparing(Span::start));

    private Resolver() {}

    /** All problems at once; never throws for what a person wrote. */
    public static Resolution resolve(Definitions definitions, SourceSchema.Reader schemas) {
        Problems problems = new Problems();
        Known known = new Known(definitions, problems);
        Workspace bare = WorkspaceResolver.resolve(definitions.workspace(), problems);
        datasets(definitions, known, schemas);
        List<CalendarTable> tables =
                new CalendarTableResolver(known).resolve(definitions.workspace().calendarTables());
        Workspace workspace = bare.with(tables);
        RelationshipResolver relationships = new RelationshipResolver(known);
        List<Relationship> related = definitions.relationships().stream()
                .map(relationships::resolve)
                .filter(Objects::nonNull)
                .toList();
        known.relate(related);
        new LaterFields(known, related).resolve();
        new LaterTests(known, related).resolve(definitions.datasets());
        List<Diagnostic> ofModel = problems.all();
        Map<String, Metric> metrics = new MetricResolver(
                        known, new Relations(related, known.datasets()), workspace.currency())
                .resolve(definitions.metrics());
        Map<String, Objective> objectives =
                new ObjectiveResolver(known, workspace.calendar()).resolve(definitions.objectives());
        List<Event> events = definitions.events().stream().map(Resolver::event).toList();
        Catalog parts = new Catalog(
                workspace, known.datasets(), related, metrics, objectives, Map.of(), events, Map.of(), Operations.NONE);
        Map<String, Kpi> kpis = kpis(definitions, known, parts);
        Map<String, SavedQuestion> questions = new QuestionResolver(known, metrics).resolve(definitions.questions());
        Catalog sound = new Catalog(
                workspace, known.datasets(), related, metrics, objectives, kpis, events, questions, Operations.NONE);
        Operations operations = new OperationsResolver(definitions, sound, problems).resolve();
        Set<Diagnostic> apart = new HashSet<>(problems.all());
        ofModel.forEach(apart::remove);
        return new Resolution(sound.with(operations), sorted(problems.all()), apart);
    }

    /** Problems without a place first, then by file and place. */
    public static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .sorted(Comparator.comparing(Diagnostic::span, BY_PLACE))
                .toList();
    }

    private static void datasets(Definitions definitions, Known known, SourceSchema.Reader schemas) {
        DatasetResolver resolver = new DatasetResolver(known, new Connections(definitions, known.problems()), schemas);
        for (DatasetDefinition definition : definitions.datasets()) {
            Dataset dataset = resolver.resolve(definition);
            if (dataset != null) {
                known.datasets().put(dataset.name(), dataset);
            }
        }
    }

    private static Map<String, Kpi> kpis(Definitions definitions, Known known, Catalog parts) {
        KpiResolver resolver = new KpiResolver(known, parts);
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        definitions.kpis().forEach(definition -> {
            Kpi kpi = resolver.resolve(definition);
            if (kpi != null) {
                kpis.put(kpi.name(), kpi);
            }
        });
        return kpis;
    }

    private static Event event(EventDefinition event) {
        String kind = event.kind() == null ? "external" : event.kind().value();
        return new Event(event.date(), event.label().value(), kind, event.span());
    }
}
