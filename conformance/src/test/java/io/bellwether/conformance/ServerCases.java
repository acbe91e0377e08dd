package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answer;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases again, with every file as a table of a server: the same definitions, the same questions, the same answers,
 * which the SQL that a person wrote still finds in the files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerCases {
    private final Map<String, Bellwether> opened = new HashMap<>();
    private final Map<String, Catalog> catalogs = new HashMap<>();
    private final Map<String, HandWritten> byHand = new HashMap<>();

    /** Starts the server, and makes the files of the folder tables of the schema (which is made, too). */
    abstract void load(String schema, Path data) throws Exception;

    /** The connection {@code server} as it is written in a definition. */
    abstract String connection();

    /** The catalog and what stands before a schema's name, or nothing. */
    String path(String schema) {
        return schema;
    }

    /** The codes of what the engine says that it cannot do. */
    Set<String> refusals() {
        return Set.of();
    }

    Map<String, String> environment() throws Exception {
        return Map.of("SERVER_PASSWORD", "secret");
    }

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        for (Workspaces.Workspace workspace : Workspaces.all()) {
            String schema = workspace.name();
            load(schema, workspace.folder().resolve("data"));
            Path copy = Files.createDirectories(folder.resolve(schema));
            String definitions = Files.readString(workspace.folder().resolve("bellwether.yml"))
                    .replaceAll("source: data/(\\w+)\\.csv", "source: server." + path(schema) + ".$1");
            Files.writeString(
                    copy.resolve("bellwether.yml"), definitions + "\nconnections:\n  server: " + connection() + "\n");
            Bellwether bellwether = Bellwether.open(new WorkspaceFolder(copy, List.of()), environment());
            opened.put(schema, bellwether);
            Snapshot snapshot = bellwether.loader().load(1);
            assertThat(DiagnosticText.render(snapshot.problems())).isEmpty();
            catalogs.put(schema, snapshot.good());
            byHand.put(schema, new HandWritten(workspace.folder().resolve("data")));
        }
    }

    @AfterAll
    void close() throws SQLException {
        for (HandWritten written : byHand.values()) {
            written.close();
        }
        opened.values().forEach(Bellwether::close);
    }

    Stream<Case> cases() {
        return Workspaces.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheRowsOfTheSqlThatAPersonWrote(Case example) throws SQLException {
        if (refusals().isEmpty() || !isRefused(example)) {
            var expected = byHand.get(example.workspace()).rows(example.sql());
            SameRows.check(answer(example).table().rows(), expected, example.ordered());
        }
    }

    private boolean isRefused(Case example) {
        try {
            answer(example);
            return false;
        } catch (DiagnosticException e) {
            return e.diagnostics().stream().allMatch(d -> refusals().contains(d.code()));
        }
    }

    final Answer answer(Case example) {
        return bellwether(example.workspace())
                .queries()
                .answer(
                        catalog(example.workspace()),
                        example.question(),
                        example.top(),
                        AsOf.date(example.asOf()),
                        Deadline.in(Duration.ofMinutes(1)));
    }

    final Bellwether bellwether(String workspace) {
        return opened.get(workspace);
    }

    final Catalog catalog(String workspace) {
        return catalogs.get(workspace);
    }
}
