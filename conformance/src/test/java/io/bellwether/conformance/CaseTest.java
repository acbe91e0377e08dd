package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answer;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseTest {
    private final Path workspace = folder();
    private final Bellwether bellwether = Bellwether.open(new WorkspaceFolder(workspace, List.of()));
    private final Catalog catalog = bellwether.loader().load(1).good();
    private final HandWritten handWritten = new HandWritten(workspace.resolve("data"));

    CaseTest() throws SQLException, IOException {}

    @AfterAll
    void close() throws SQLException {
        handWritten.close();
        bellwether.close();
    }

    Stream<Case> cases() throws IOException {
        try (Stream<Path> files = Files.list(workspace.resolveSibling("trade-cases"))) {
            return files.sorted().toList().stream().map(CaseTest::read);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheRowsOfTheSqlThatAPersonWrote(Case example) throws SQLException {
        Answer answer = bellwether
                .queries()
                .answer(catalog, example.question(), AsOf.date(example.asOf()), Deadline.in(Duration.ofMinutes(1)));
        var expected = handWritten.rows(example.sql());
        assertThat(expected).isNotEmpty();
        SameRows.check(answer.table().rows(), expected, example.ordered());
    }

    private static Case read(Path file) {
        try {
            return Case.read(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static Path folder() {
        try {
            URL url = Objects.requireNonNull(CaseTest.class.getResource("/trade/bellwether.yml"));
            return Objects.requireNonNull(Path.of(url.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
