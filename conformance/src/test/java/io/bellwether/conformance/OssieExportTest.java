package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.ossie.OssieExport;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A workspace with metrics of every kind as a model of Ossie, read back: the same questions have the same answers, and
 * whatever other tools do not see of it is told.
 */
class OssieExportTest {
    private static final int QUESTIONS = 15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyKindOfMetricComesBack(long seed) throws Exception {
        Place place = Place.of(1);
        RandomShop shop = new RandomShop(seed, true);
        RandomQuestions questions = new RandomQuestions(shop, seed);
        shop.write(folder, shop.definitions(place, questions.definitions()));
        List<RandomQuestions.Asked> asked = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            asked.add(questions.question());
        }
        OssieExport export;
        List<String> before;
        try (Bellwether bellwether = open()) {
            Snapshot snapshot = bellwether.loader().load(1);
            before = answers(bellwether, snapshot.good(), asked);
            export = OssieExport.of(snapshot.files(), snapshot.good());
        }
        assertThat(export.lost()).anyMatch(line -> line.startsWith("metric conversion: Ossie has no conversion"));
        assertThat(export.lost()).anyMatch(line -> line.startsWith("metric pieces_last: Ossie has no over_time"));
        assertThat(export.lost()).noneMatch(line -> line.startsWith("metric revenue:"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(folder.resolve("model.yaml"), export.text());
        try (Bellwether bellwether = open()) {
            Snapshot snapshot = bellwether.loader().load(1);
            assertThat(snapshot.problems().stream().filter(Diagnostic::isError))
                    .as(export.text())
                    .isEmpty();
            assertThat(answers(bellwether, snapshot.good(), asked)).isEqualTo(before);
        }
    }

    private Bellwether open() {
        return Bellwether.visit(new WorkspaceFolder(folder, List.of()));
    }

    private static List<String> answers(Bellwether bellwether, Catalog catalog, List<RandomQuestions.Asked> all) {
        List<String> answers = new ArrayList<>();
        for (RandomQuestions.Asked asked : all) {
            try {
                var answer = bellwether
                        .queries()
                        .answer(catalog, asked.text(), asked.top(), AsOf.date(asked.asOf()), Deadline.none());
                answers.add(asked.text() + "\n" + rows(answer.table()));
            } catch (DiagnosticException refused) {
                answers.add(
                        asked.text() + "\n" + refused.diagnostics().getFirst().code());
            }
        }
        return answers;
    }

    /** The last digits of a double hang on the order in which its rows come. */
    private static List<List<Object>> rows(Table table) {
        return table.rows().stream()
                .map(row -> row.stream()
                        .map(value -> value instanceof Double number
                                ? new BigDecimal(number)
                                        .round(new MathContext(9))
                                        .doubleValue()
                                : String.valueOf(value))
                        .map(Object.class::cast)
                        .toList())
                .toList();
    }
}
