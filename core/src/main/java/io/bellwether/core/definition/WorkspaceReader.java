package io.bellwether.core.definition;

import io.bellwether.core.definition.OperationsDefinition.AlertDefinition;
import io.bellwether.core.definition.OperationsDefinition.PersonDefinition;
import io.bellwether.core.definition.OperationsDefinition.WaiverDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what the top-level keys of all files hold. */
final class WorkspaceReader {
    /** Of each list the keys of which every block of it has one. */
    private static final Map<String, List<String>> MARKS = Map.of(
            "datasets", List.of("name", "source"),
            "relationships", List.of("from", "to", "columns"),
            "metrics", List.of("name", "expression"),
            "objectives", List.of("name", "statement"),
            "kpis", List.of("name", "metric"),
            "events", List.of("date", "label"),
            "questions", List.of("name", "metrics", "by"),
            "imports", List.of("dbt", "ossie"));

    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "people", List.of("email"),
            "alerts", List.of("on", "when"),
            "waivers", List.of("code", "until"));

    private final Problems problems;
    private final Definitions.Spelling spelling;
    private boolean spelled;
    private final SettingsReader settings;
    private final List<DatasetDefinition> datasets = new ArrayList<>();
    private final List<RelationshipDefinition> relationships = new ArrayList<>();
    private final List<MetricDefinition> metrics = new ArrayList<>();
    private final List<ObjectiveDefinition> objectives = new ArrayList<>();
    private final List<KpiDefinition> kpis = new ArrayList<>();
    private final List<ConnectionDefinition> connections = new ArrayList<>();
    private final List<EventDefinition> events = new ArrayList<>();
    private final List<QuestionDefinition> questions = new ArrayList<>();
    private final List<ImportDefinition> imports = new ArrayList<>();
    private final List<PersonDefinition> people = new ArrayList<>();
    private final List<AlertDefinition> alerts = new ArrayList<>();
    private final List<WaiverDefinition> waivers = new ArrayList<>();
    private final Map<String, Span> names = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private boolean complete = true;

    WorkspaceReader(Problems problems, Definitions.Spelling spelling) {
        this.problems = problems;
        this.spelling = spelling;
        this.settings = new SettingsReader(problems);
    }

    void read(SourceFile file) {
        int before = problems.errors();
        Node root = YamlReader.read(file, problems).orElse(null);
        if (root == null) {
            complete &= problems.errors() == before;
            return;
        }
        Node ours = spelling.read(root, problems);
        spelled |= ours != root;
        Keys keys = Keys.of(GivenNames.read(ours), "a workspace file", problems);
        if (keys == null) {
            complete = false;
            return;
        }
        settings.read(keys);
        keys.word(GivenNames.KEY, GivenNames.WORDS);
        list(keys, "datasets", "a dataset", DatasetReader::read, datasets, DatasetDefinition::name);
        list(keys, "relationships", "a relationship", RelationshipReader::read, relationships, r -> null);
        list(keys, "metrics", "a metric", MetricReader::read, metrics, MetricDefinition::name);
        list(keys, "objectives", "an objective", KpiReader::objective, objectives, ObjectiveDefinition::name);
        list(keys, "kpis", "a KPI", KpiReader::read, kpis, KpiDefinition::name);
        list(keys, "events", "an event", EventReader::read, events, e -> null);
        connections(keys);
        list(keys, "questions", "a question", QuestionReader::read, questions, QuestionDefinition::name);
        list(keys, "imports", "an import", ImportReader::read, imports, i -> null);
        list(keys, "people", "a person", OperationsReader::person, people, PersonDefinition::email);
        list(keys, "alerts", "an alert", AlertReader::read, alerts, AlertDefinition::name);
        list(keys, "waivers", "a waiver", OperationsReader::waiver, waivers, w -> null);
        keys.notRead("boards");
        keys.finish();
    }

    private void connections(Keys keys) {
        for (ConnectionDefinition read : ConnectionReader.read(keys, broken)) {
            if (isNew("connections", read.name())) {
                connections.add(read);
            }
        }
    }

    private <T> void list(
            Keys keys,
            String key,
            String what,
            Function<Keys, @Nullable T> reader,
            List<T> found,
            Function<T, @Nullable Located<String>> name) {
        for (Node item : keys.blocks(key, marks(key), broken)) {
            Keys block = Keys.of(item, what, problems);
            T read = block == null ? null : reader.apply(block);
            if (block == null) {
                continue;
            }
            block.finish();
            if (read == null) {
                Located<String> lost = block.peek("name");
                if (lost != null) {
                    broken.add(lost.value());
                }
            } else if (isNew(key, name.apply(read))) {
                found.add(read);
            }
        }
    }

    private static List<String> marks(String key) {
        List<String> marks = MARKS.get(key);
        return marks == null ? Objects.requireNonNull(OPERATIONS.get(key)) : marks;
    }

    private boolean isNew(String kind, @Nullable Located<String> name) {
        Span first = name == null ? null : names.putIfAbsent(kind + " " + name.value(), name.span());
        if (name == null || first == null) {
            return true;
        }
        String message = kind + ": the name \"" + name.value() + "\" is taken";
        problems.add(Code.DUPLICATE_NAME, name.span(), message, "the first is at " + first + "; rename one");
        return false;
    }

    /** Metrics that people type in stand on datasets of their own. */
    private void manual() {
        for (MetricDefinition metric : metrics) {
            DatasetDefinition dataset = ManualReader.dataset(metric);
            if (dataset != null && isNew("datasets", dataset.name())) {
                datasets.add(dataset);
            }
        }
    }

    Definitions finish(List<SourceFile> files) {
        manual();
        boolean nothing =
                datasets.isEmpty() && metrics.isEmpty() && objectives.isEmpty() && kpis.isEmpty() && imports.isEmpty();
        if (nothing && complete && problems.errors() == 0) {
            Span place = files.isEmpty() ? null : files.getFirst().span(0, 0);
            problems.add(Code.EMPTY, place, "the workspace defines nothing", "begin with datasets: and metrics:");
        }
        return new Definitions(
                settings.finish(),
                List.copyOf(datasets),
                List.copyOf(relationships),
                List.copyOf(metrics),
                List.copyOf(objectives),
                List.copyOf(kpis),
                List.copyOf(events),
                List.copyOf(connections),
                List.copyOf(questions),
                List.copyOf(imports),
                settings.operations(people, alerts, waivers),
                Set.copyOf(broken),
                complete,
                spelled);
    }
}
