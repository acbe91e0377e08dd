package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.AppCodes;
import io.bellwether.core.judge.JudgeCodes;
import io.bellwether.core.lint.RuleCode;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.CodeEntry;
import io.bellwether.core.source.Severity;
import io.bellwether.engine.EngineCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of diagnostics is written from the modules' lists of codes and the examples; never by hand. */
class DiagnosticsReferenceTest {
    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/diagnostics.md");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]\\d{3})(?:\"|  )");

    private static Stream<CodeEntry> entries() {
        return Stream.of(PlanCodes.ALL, JudgeCodes.ALL, EngineCodes.ALL, AppCodes.ALL)
                .flatMap(List::stream);
    }

    @Test
    void isUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void explainsEveryCodeThatTheSourcesRaiseAndNoOther() {
        Set<String> raised = new TreeSet<>();
        for (Path file : Repository.javaFiles("main")) {
            boolean lists = file.endsWith("EngineCodes.java") || file.endsWith("AppCodes.java");
            if (!lists && !file.toString().contains("bench")) {
                CODE.matcher(String.join("\n", Repository.lines(file)))
                        .results()
                        .forEach(r -> raised.add(r.group(1)));
            }
        }
        Stream<String> rules = Arrays.stream(RuleCode.values()).map(RuleCode::id);
        Stream<String> definitions = Arrays.stream(Code.values()).map(Code::id);
        assertThat(Stream.of(rules, definitions, entries().map(CodeEntry::code)).flatMap(s -> s))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(raised);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What is wrong

                Every problem has a code that stays the same, a place, and where possible what would mend it. An error keeps
                the workspace from being served (the last good one stays); a warning does not. Each example below is a
                workspace in `examples/broken`, or in `examples/unanswered` with the command that brings the problem out.
                This page is generated; `DiagnosticsReferenceTest` writes it.

                | codes | what is at fault |
                |---|---|
                | D3xx | a definition, alone or with the data and questions that it meets |
                | K10x | an active KPI that lacks what makes it one; all other rules are in [Rules](lint.md) |
                | S4xx | a source: a file, a folder, a connection |
                | S72x | the store, and its backups |
                | Q5xx | a question or a command |
                | E6xx | the engine, or Bellwether itself |
                | P8xx | what a person wants to say or do |
                | H7xx | a request to the server |
                """);
        for (Code code : Code.values()) {
            page.append("\n## ").append(code.id()).append(": ").append(code.title());
            page.append(code.severity() == Severity.WARNING ? " (warning)" : "").append("\n\n");
            page.append(code.meaning())
                    .append("\n\n")
                    .append(fenced(example("broken", code.id()).orElseThrow()));
        }
        for (CodeEntry entry :
                entries().sorted((a, b) -> a.code().compareTo(b.code())).toList()) {
            page.append("\n## ")
                    .append(entry.code())
                    .append(": ")
                    .append(entry.title())
                    .append("\n\n");
            page.append(entry.meaning()).append(' ').append(entry.fix()).append('\n');
            example("unanswered", entry.code())
                    .ifPresent(text -> page.append('\n').append(fenced(text)));
        }
        return page.toString();
    }

    private static String fenced(String text) {
        return "```text\n" + text + "```\n";
    }

    /** What the first example of that code shows, after the command where there is one. */
    private static Optional<String> example(String kind, String code) throws IOException {
        try (Stream<Path> folders =
                Files.list(Repository.ROOT.resolve("examples").resolve(kind))) {
            Path folder = folders.filter(f -> f.getFileName().toString().startsWith(code))
                    .min(Path::compareTo)
                    .orElse(null);
            if (folder == null) {
                return Optional.empty();
            }
            Path command = folder.resolve("command.txt");
            String line =
                    Files.exists(command) ? "$ bellwether " + String.join(" ", Files.readAllLines(command)) + "\n" : "";
            String said = Files.readString(folder.resolve("expected.txt"));
            return Optional.of(line + said.replaceFirst("exit \\d\\n$", ""));
        }
    }
}
