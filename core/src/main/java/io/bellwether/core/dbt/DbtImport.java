package io.bellwether.core.dbt;

import io.bellwether.core.dbt.Manifest.DbtMetric;
import io.bellwether.core.dbt.Manifest.SemanticModel;
import io.bellwether.core.dbt.Manifest.TimeSpine;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A dbt project's {@code semantic_manifest.json} as workspace files: the one path for reading it live and for writing it
 * out. What cannot be said in our words is left out, with a warning; the rest holds.
 *
 * @param files one for each definition, named after the manifest and the definition
 */
public record DbtImport(List<SourceFile> files, List<Diagnostic> problems) {
    /** Where a table of the warehouse is found. */
    @FunctionalInterface
    public interface Tables {
        /** The {@code source} of a dataset: a file or {@code connection.schema.table}. */
        String source(String schema, String table);
    }

    /** Whether a JSON text is such a manifest, without reading all of it. */
    public static boolean isManifest(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                        .stripLeading()
                        .startsWith("{")
                && text.contains("\"semantic_models\"");
    }

    /** Reads a manifest; never fails. */
    public static DbtImport read(SourceFile file, Tables tables) {
        ManifestText text;
        try {
            text = new ManifestText(file);
        } catch (JacksonException e) {
            int at = e.getLocation() == null
                    ? 0
                    : (int) Math.clamp(
                            e.getLocation().getCharOffset(), 0, file.text().length());
            Diagnostic problem = Code.WRONG_SHAPE.at(
                    file.span(at, Math.min(at + 1, file.text().length())),
                    "the manifest is not JSON from this place on",
                    "let dbt write it again");
            return new DbtImport(List.of(), List.of(problem));
        }
        return new Writer(file.path(), text, tables).write();
    }

    /** All of it as one workspace file, each list under its key. */
    public String text() {
        Map<String, StringBuilder> lists = new LinkedHashMap<>();
        for (String key : List.of("calendar:", "datasets:", "relationships:", "metrics:", "questions:")) {
            lists.put(key, new StringBuilder());
        }
        for (SourceFile file : files) {
            int end = file.text().indexOf('\n');
            StringBuilder list = lists.computeIfAbsent(file.text().substring(0, end), key -> new StringBuilder());
            list.append(file.text(), end + 1, file.text().length());
        }
        return lists.entrySet().stream()
                .filter(list -> !list.getValue().isEmpty())
                .map(list -> list.getKey() + "\n" + list.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Writes one manifest. */
    private static final class Writer {
        private final String path;
        private final ManifestText text;
        private final Manifest manifest;
        private final Tables tables;
        private final List<SourceFile> files = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();

        Writer(String path, ManifestText text, Tables tables) {
            this.problems.addAll(ManifestShape.problems(text));
            this.path = path;
            this.text = text;
            this.manifest = ManifestReader.read(text.root());
            this.tables = tables;
        }

        DbtImport write() {
            ModelGraph graph = new ModelGraph(manifest.models());
            Measures measures = new Measures(manifest);
            metrics(measures, graph);
            DatasetTexts datasets = new DatasetTexts(tables);
            for (SemanticModel model : manifest.models()) {
                add("dataset " + model.name(), "datasets", datasets.dataset(model, measures.fields(model)));
            }
            for (ModelGraph.Join join : graph.joins()) {
                String name = join.from().name() + " to " + join.to().name() + " by " + join.entity();
                add("relationship " + name, "relationships", datasets.relationship(join));
            }
            calendar(datasets);
            return new DbtImport(List.copyOf(files), List.copyOf(problems));
        }

        private void metrics(Measures measures, ModelGraph graph) {
            Set<String> grains = new LinkedHashSet<>();
            manifest.spines().stream().map(TimeSpine::customGrains).forEach(g -> grains.addAll(g.keySet()));
            Map<String, YamlText> extra = new LinkedHashMap<>();
            Filters filters = new Filters(grains, graph);
            MetricTexts texts = new MetricTexts(measures, filters, extra);
            for (DbtMetric metric : manifest.metrics()) {
                add("metric", metric.name(), "metrics", place -> texts.write(metric, place));
            }
            extra.forEach((name, text) -> add("metric " + name, "metrics", text));
            QuestionTexts questions = new QuestionTexts(measures, filters);
            for (SavedQuery query : manifest.savedQueries()) {
                add("saved query", query.name(), "questions", place -> questions.write(query, place));
            }
        }

        /** An item, or a warning where it cannot be said in our words. */
        private void add(String kind, String item, String key, Function<SourceFile, YamlText> written) {
            String what = kind + " " + item;
            try {
                add(what, key, written.apply(new SourceFile(name(what), what)));
            } catch (DiagnosticException e) {
                JsonNode list = text.root().path(kind.equals("metric") ? "metrics" : "saved_queries");
                int at = position(list, item);
                for (Diagnostic d : e.diagnostics()) {
                    Diagnostic warning = Diagnostic.warning(d.code(), d.span(), d.message(), d.fix());
                    problems.add(at < 0 ? warning : text.placed(warning, list, at));
                }
            }
        }

        private static int position(JsonNode list, String name) {
            for (int i = 0; i < list.size(); i++) {
                if (ManifestReader.name(list.get(i)).equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        private void calendar(DatasetTexts texts) {
            DatasetTexts.Calendar calendar = texts.calendar(manifest.spines(), manifest.models());
            calendar.datasets().forEach((name, dataset) -> add("time spine " + name, "datasets", dataset));
            if (!calendar.tables().isEmpty()) {
                String text = "calendar:\n"
                        + new YamlText().with("tables", calendar.tables()).block();
                files.add(new SourceFile(name("time spines"), text));
            }
        }

        private void add(String what, String key, YamlText item) {
            files.add(new SourceFile(name(what), key + ":\n" + item.item()));
        }

        private String name(String what) {
            return path + ": " + what;
        }
    }
}
