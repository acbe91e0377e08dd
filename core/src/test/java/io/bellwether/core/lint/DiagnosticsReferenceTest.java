package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of diagnostics is written from the list of codes and the broken examples; never by hand. */
class DiagnosticsReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/diagnostics.md");

    @Test
    void isUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("bellwether.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What is wrong with a definition

                Every problem has a code that stays the same, a place, and where possible what would mend it. An error keeps
                the workspace from being served (the last good one stays); a warning does not. Each example below is a
                workspace in `examples/broken`. This page is generated; `DiagnosticsReferenceTest` writes it.
                """);
        for (Code code : Code.values()) {
            page.append("\n## ").append(code.id()).append(": ").append(code.title());
            page.append(code.severity() == Severity.WARNING ? " (warning)" : "").append("\n\n");
            page.append(code.meaning())
                    .append("\n\n```text\n")
                    .append(example(code))
                    .append("```\n");
        }
        return page.toString();
    }

    private static String example(Code code) throws IOException {
        for (Path folder : BrokenExamples.all()) {
            if (folder.getFileName().toString().startsWith(code.id())) {
                return Files.readString(folder.resolve("expected.txt"));
            }
        }
        throw new IllegalStateException("no example of " + code.id());
    }
}
