package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.lint.RuleCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The reference of rules is written from their list and the examples; never by hand. */
class LintReferenceTest {
    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/lint.md");

    @Test
    void isUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Rules

                What breaks a rule still is computed: a rule tells of mistakes that the field knows. A **warning** is about a
                KPI that misleads or that nobody keeps; **advice** is about one that could be better. Neither changes the exit
                code of `bellwether check`. The errors K101 to K106, which an active KPI must not have, are in
                [What is wrong](diagnostics.md). Rules speak once a workspace has no errors. Those marked *data* read rows or
                what was remembered, and run with `check --data` and on the page `/advice`.

                Each example is a workspace in `examples/lint` that breaks that rule and no other, checked with
                `--data --as-of 2026-06-30`. How to waive a rule is in the guide's page [Advice](../guide/advice.md).
                This page is generated; `LintReferenceTest` writes it.

                | code | rule | |
                |---|---|---|
                """);
        for (RuleCode rule : RuleCode.values()) {
            String data = rule.needsData() ? ", data" : "";
            page.append("| [")
                    .append(rule.id())
                    .append("](#")
                    .append(anchor(rule))
                    .append(") | ");
            page.append(rule.title())
                    .append(" | ")
                    .append(severity(rule))
                    .append(data)
                    .append(" |\n");
        }
        for (RuleCode rule : RuleCode.values()) {
            page.append("\n## ")
                    .append(rule.id())
                    .append(": ")
                    .append(rule.title())
                    .append("\n\n");
            page.append(rule.meaning())
                    .append("\n\n**To mend it:** ")
                    .append(rule.mend())
                    .append("\n");
            page.append(example(rule));
        }
        return page.toString();
    }

    private static String anchor(RuleCode rule) {
        String heading = rule.id() + ": " + rule.title();
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private static String severity(RuleCode rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }

    /** What the first example of the rule shows, without the count at the end. */
    private static String example(RuleCode rule) throws IOException {
        try (var folders = Files.list(Repository.ROOT.resolve("examples/lint"))) {
            Path folder = folders.filter(f -> f.getFileName().toString().startsWith(rule.id()))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            if (folder == null) {
                return ""; // told by what is remembered, which no folder of files can show
            }
            String said = Files.readString(folder.resolve("expected.txt")).replaceFirst("\n\n[^\n]*\n$", "\n");
            return "\n```text\n" + said + "```\n";
        }
    }
}
