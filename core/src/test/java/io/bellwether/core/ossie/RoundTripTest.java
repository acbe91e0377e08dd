package io.bellwether.core.ossie;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.sql.SqlRenderer;
import io.bellwether.core.sql.dialect.DuckDb;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** Theirs, ours, theirs, ours: the same questions are the same statements, and what is refused is refused alike. */
class RoundTripTest {
    private static final LocalDateTime SEEN = LocalDateTime.of(2026, 11, 22, 0, 0);

    private static final List<Column> COLUMNS = columns();

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        RandomModel.NUMBERS.forEach(name -> columns.add(new Column(name, Type.DECIMAL)));
        RandomModel.TEXTS.forEach(name -> columns.add(new Column(name, Type.TEXT)));
        RandomModel.DAYS.forEach(name -> columns.add(new Column(name, Type.DATE)));
        return columns;
    }

    private record Read(Catalog catalog, List<Diagnostic> problems) {}

    private static Read read(String text) {
        var parsed = Definitions.parse(List.of(file(text)), new OssieSpelling(RoundTripTest::table));
        var resolution =
                Resolver.resolve(parsed.definitions(), (dataset, source, span) -> new SourceSchema.Columns(COLUMNS));
        List<Diagnostic> problems = new ArrayList<>(parsed.diagnostics());
        problems.addAll(resolution.diagnostics());
        return new Read(resolution.sound(), problems);
    }

    private static String table(String name) {
        return name.endsWith(".csv") ? name : name.replace('.', '_') + ".csv";
    }

    private static SourceFile file(String text) {
        return new SourceFile("model.yaml", text);
    }

    private static String answer(String question, Catalog catalog) {
        try {
            var plan = OssieQuestion.read(new SourceFile("q.json", question), catalog, SEEN)
                    .plan();
            Map<String, String> relations = new HashMap<>();
            plan.sources().keySet().forEach(d -> relations.put(d.name(), source(d)));
            return SqlRenderer.render(plan, new DuckDb(), relations).text();
        } catch (DiagnosticException refused) {
            Diagnostic first = refused.diagnostics().getFirst();
            return first.code() + " " + first.ossie();
        }
    }

    /** An export says the types of columns, whose readers know them too; what a reader is told beyond that counts. */
    private static String source(Dataset dataset) {
        String source = dataset.source().toString();
        for (Column column : COLUMNS) {
            String told = column.name() + "=Told[type=" + column.type() + ", format=null]";
            source = source.replace(told + ", ", "").replace(told, "");
        }
        return source.replace(", }", "}");
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void nothingIsLost(@ForAll long seed) {
        RandomModel model = new RandomModel(seed);
        String theirs = model.text();
        Read first = read(theirs);
        assertThat(first.problems().stream().filter(Diagnostic::isError))
                .as(theirs)
                .isEmpty();
        List<String> questions = model.questions();
        List<String> wanted =
                questions.stream().map(q -> answer(q, first.catalog())).toList();
        wanted.forEach(answer -> Statistics.collect(answer.startsWith("WITH") ? "answered" : answer));
        Statistics.coverage(of -> of.check("answered").percentage(share -> share > 50));
        String text = theirs;
        for (int turn = 0; turn < 2; turn++) {
            String ours =
                    OssieImport.read(file(text), RoundTripTest::table).text().orElseThrow();
            Read imported = read(ours);
            same(theirs, ours, questions, wanted, first, imported);
            text = OssieExport.of(List.of(file(ours)), imported.catalog()).text();
            same(theirs, text, questions, wanted, first, read(text));
        }
    }

    private static void same(
            String theirs, String now, List<String> questions, List<String> wanted, Read first, Read read) {
        assertThat(read.problems().stream().map(Diagnostic::code))
                .as("%s%n%s%n%s", theirs, now, read.problems())
                .containsExactlyInAnyOrderElementsOf(
                        first.problems().stream().map(Diagnostic::code).toList());
        for (int i = 0; i < questions.size(); i++) {
            assertThat(answer(questions.get(i), read.catalog()))
                    .as("%s%n%s%n%s", questions.get(i), theirs, now)
                    .isEqualTo(wanted.get(i));
        }
    }
}
