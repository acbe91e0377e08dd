package io.bellwether.app.init;

import io.bellwether.app.query.Answering;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use case of a first workspace: look at the data, propose, try the proposal, write what works. */
public final class FirstWorkspace {
    private static final int MOST_TRIES = 20;

    private final Engine engine;
    private final WorkspaceLoader loader;
    private final Answering answering;

    public FirstWorkspace(Engine engine, WorkspaceLoader loader, Answering answering) {
        this.engine = engine;
        this.loader = loader;
        this.answering = answering;
    }

    /**
     * Writes the files; none is replaced.
     *
     * @throws DiagnosticException where there is a workspace already, or the data cannot be read
     */
    public Written write(InitRequest request, Deadline deadline) {
        refuseSecond(request.folder());
        Chosen chosen = new FileChoice(engine, request.folder()).choose(request.files());
        String pattern = SourceCopy.pattern(request.folder(), chosen, request.copy());
        Profile profile =
                new Profiler(engine, deadline).profile(datasetName(chosen.name()), pattern, told(chosen, deadline));
        String origin = origin(request, chosen);
        Columns columns = new LineCheck(engine, deadline).check(profile, new Columns(profile));
        Tried tried = tryOut(
                Drafter.draft(profile, columns)
                        .expecting(new Rhythm(engine, deadline)
                                .of(profile, columns)
                                .orElse(null)),
                zone(request.now().getZone()),
                origin);
        Optional<History> history = new Years(answering, deadline).history(tried.catalog(), tried.draft());
        List<KpiDraft> kpis = history.map(
                        h -> new KpiDrafter(tried.draft(), h, request.now().getYear()).draft())
                .orElse(List.of());
        Map<String, String> texts = new LinkedHashMap<>(tried.texts());
        texts.put(
                WorkspaceText.KPIS,
                new WorkspaceText(tried.draft())
                        .kpis(kpis, history.map(h -> request.now().getYear()).orElse(null)));
        writeAll(request.folder(), texts);
        return new Written(
                List.copyOf(texts.keySet()),
                pattern,
                chosen.files().size(),
                profile.rows(),
                tried.draft().metrics().stream().map(MetricDraft::name).toList(),
                kpis.stream().map(KpiDraft::name).toList(),
                tried.draft().notes());
    }

    /** A draft that resolves, with its texts. */
    private record Tried(Draft draft, Map<String, String> texts, Catalog catalog) {}

    /** Data can hold names that we did not think of: a metric that does not resolve is left out. */
    private Tried tryOut(Draft first, String zone, String origin) {
        Draft draft = first;
        for (int i = 0; ; i++) {
            Map<String, String> texts = texts(draft, zone, origin);
            Snapshot snapshot = loader.load(1, files(texts));
            List<Diagnostic> errors =
                    snapshot.problems().stream().filter(Diagnostic::isError).toList();
            Draft smaller = draft.without(namesAt(errors));
            if (errors.isEmpty()
                    || i == MOST_TRIES
                    || smaller.metrics().size() == draft.metrics().size()) {
                return new Tried(draft, texts, snapshot.good());
            }
            draft = smaller;
        }
    }

    private static Map<String, String> texts(Draft draft, String zone, String origin) {
        WorkspaceText text = new WorkspaceText(draft);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(WorkspaceText.WORKSPACE, text.workspace(zone, origin));
        texts.put(draft.dataset() + ".yml", text.model());
        return texts;
    }

    private static WorkspaceFolder.Texts files(Map<String, String> texts) {
        List<SourceFile> files = new ArrayList<>();
        texts.forEach((name, text) -> files.add(new SourceFile(name, text)));
        return new WorkspaceFolder.Texts(files, List.of());
    }

    /** The names of the definitions that errors point at: the nearest one above each. */
    private static List<String> namesAt(List<Diagnostic> errors) {
        List<String> names = new ArrayList<>();
        for (Diagnostic error : errors) {
            if (error.span() != null) {
                for (int line = error.span().line(); line > 0; line--) {
                    String text = error.span().file().lineText(line).strip();
                    if (text.startsWith("- name: ")) {
                        names.add(text.substring("- name: ".length()));
                        break;
                    }
                }
            }
        }
        return names;
    }

    /** The folder that files, a folder or a pattern lie in. */
    public static Path base(List<Path> from) {
        return FileChoice.above(from.stream().map(FileChoice::anchor).toList());
    }

    private static void refuseSecond(Path folder) {
        if (Files.exists(folder.resolve(WorkspaceText.WORKSPACE))) {
            throw new DiagnosticException(Diagnostic.error(
                    "Q510",
                    null,
                    "there is a workspace in " + folder + " already",
                    "name another folder, or take its " + WorkspaceText.WORKSPACE + " away"));
        }
    }

    private static void writeAll(Path folder, Map<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text, java.nio.file.StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> told(Chosen chosen, Deadline deadline) {
        List<String> told = new ArrayList<>(chosen.left());
        Sheets.note(chosen.files(), deadline).ifPresent(told::add);
        return told;
    }

    /** As a workspace names it: engines know no zone of the name Z. */
    private static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "Etc/UTC" : zone.getId();
    }

    /** What was named, as people know it. */
    private static String origin(InitRequest request, Chosen chosen) {
        Path name = request.files().getFirst().getFileName();
        return chosen.files().size() == 1
                ? chosen.files().getFirst().getFileName().toString()
                : chosen.files().size() + " files of " + (name == null ? chosen.name() : name.toString());
    }

    private static String datasetName(String name) {
        String snake = Words.of(name).snake();
        return WorkspaceText.KPIS.equals(snake + ".yml") || WorkspaceText.WORKSPACE.equals(snake + ".yml")
                ? snake + "_data"
                : snake;
    }
}
