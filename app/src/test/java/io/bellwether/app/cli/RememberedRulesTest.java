package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that no folder of files can break: the clean workspace, and what people did or left undone. */
class RememberedRulesTest {
    private static final Pattern CODE = Pattern.compile("(?m)^\\S.*?  ([A-Z]\\d{3})  ");
    private static final String FILE = "bellwether.yml";

    @TempDir
    Path folder;

    @BeforeEach
    void clean() throws IOException {
        Path from = Path.of("../examples/lint/clean");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Files.writeString(
                folder.resolve(FILE),
                "people: [ { email: maria@example.com, name: Maria } ]\n",
                StandardOpenOption.APPEND);
    }

    /** Looks at the files as the server does on a day. */
    private void look(String day) {
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()), Map.of())) {
            bellwether.note(bellwether.loader().load(1).good(), Instant.parse(day + "T12:00:00Z"));
        }
    }

    private void write(String before, String after) throws IOException {
        String text = Files.readString(folder.resolve(FILE));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(FILE), text.replace(before, after));
    }

    private String run(String... arguments) {
        var result = new Shell(folder).run(arguments);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    private Set<String> found() {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(run("check", "--data", "--as-of", "2026-06-30")).results().forEach(r -> codes.add(r.group(1)));
        return codes;
    }

    @Test
    void aTargetThatMovedWithoutAReasonIsK118() throws IOException {
        look("2026-02-01");
        assertThat(found()).isEmpty();
        write("total: 60_000, by: 2026", "total: 55_000, by: 2026");
        look("2026-05-01");
        assertThat(found()).containsExactly("K118");
        run("retarget", "revenue_of_the_year", "--reason", "The second shop never opened", "--as", "maria@example.com");
        assertThat(found()).isEmpty();
    }

    @Test
    void aKpiThatNobodyTalksOfIsK119() {
        talk("more_orders", "2026-06-28");
        talk("fewer_returns", "2026-06-28");
        talk("revenue_of_the_year", "2026-05-01");
        assertThat(found()).containsExactly("K119");
        talk("revenue_of_the_year", "2026-06-28");
        assertThat(found()).isEmpty();
    }

    private void talk(String kpi, String day) {
        run("check-in", kpi, "--comment", "Fine", "--confidence", "7", "--as", "maria@example.com", "--as-of", day);
    }

    @Test
    void aMetricThatSomebodyAskedForWithinAYearIsNotM204() throws IOException {
        write(
                "metrics:\n",
                "metrics:\n  - { name: unused, description: x, expression: max(sales.amount), unit: currency, direction: up }\n");
        assertThat(found()).containsExactly("M204");
        asked("2025-06-29");
        assertThat(found()).containsExactly("M204");
        asked("2025-07-01");
        assertThat(found()).isEmpty();
    }

    private void asked(String day) {
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()), Map.of())) {
            var catalog = bellwether.loader().load(1).good();
            bellwether.looks().metric("unused");
            bellwether.looks().write(bellwether.store(catalog), Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        }
    }
}
