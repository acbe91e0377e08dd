package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answer;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseTest {
    private record Opened(Bellwether bellwether, Catalog catalog, HandWritten handWritten) {}

    private final Map<String, Opened> workspaces = new LinkedHashMap<>();

    CaseTest() throws SQLException, IOException {
        for (Workspaces.Workspace workspace : Workspaces.all()) {
            Path folder = workspace.folder();
            Bellwether bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
            Catalog catalog = bellwether.loader().load(1).good();
            workspaces.put(workspace.name(), new Opened(bellwether, catalog, new HandWritten(folder.resolve("data"))));
        }
    }

    @AfterAll
    void close() throws SQLException {
        for (Opened workspace : workspaces.values()) {
            workspace.handWritten().close();
            workspace.bellwether().close();
        }
    }

    Stream<Case> cases() {
        return Workspaces.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheRowsOfTheSqlThatAPersonWrote(Case example) throws SQLException {
        Opened workspace = workspaces.get(example.workspace());
        Answer answer = workspace
                .bellwether()
                .queries()
                .answer(
                        workspace.catalog(),
                        example.question(),
                        example.top(),
                        AsOf.date(example.asOf()),
                        Deadline.in(Duration.ofMinutes(1)));
        var expected = workspace.handWritten().rows(example.sql());
        assertThat(expected).isNotEmpty();
        SameRows.check(answer.table().rows(), expected, example.ordered());
    }
}
