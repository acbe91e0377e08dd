package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of people, as somebody types them; "today" is 2026-11-15. */
class PeopleCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void people() {
        shell = Shell.smallShop(folder).file("people.yml", """
                people:
                  - { email: maria@example.com, name: Maria }
                  - { email: sam@example.com, name: Sam }
                """);
    }

    @Test
    void aCheckInIsSaidListedAndNoLongerDue() {
        assertThat(fine("check-in"))
                .contains("revenue_2026", "spanish_orders", "2026-10")
                .doesNotContain("basket");
        assertThat(fine(
                        "check-in",
                        "revenue_2026",
                        "--comment",
                        "All well",
                        "--confidence",
                        "8",
                        "--as",
                        "maria@example.com"))
                // Ten months of 21.00 − 10.50, and 1.25 to 10.25 on top: 162.50. No row came since October: silence
                // makes no number.
                .isEqualTo("Check-in 1 on revenue_2026: on track, €163 (1 Jan – 31 Oct 2026), confidence 8 of 10\n");
        assertThat(fine("check-in")).doesNotContain("revenue_2026");
        fine("check-in", "--correct", "1", "--comment", "Well", "--confidence", "7", "--as", "maria@example.com");
        assertThat(fine("check-in", "revenue_2026", "--format", "json"))
                .contains("\"comment\" : \"Well\"", "\"confidence\" : 7")
                .doesNotContain("All well");
        assertThat(fine("check-in", "spanish_orders")).isEqualTo("Nothing was said about spanish_orders yet.\n");
    }

    @Test
    void aDigestOfAnotherDayTellsWhatIsDueOnThatDay() {
        fine("action", "add", "revenue_2026", "--title", "Call them", "--due", "2026-12-10", "--as", "sam@example.com");
        assertThat(fine("digest", "--as", "sam@example.com")).doesNotContain("Call them");
        assertThat(fine("digest", "--as", "sam@example.com", "--as-of", "2026-12-11"))
                .contains("Call them");
    }

    @Test
    void mistakesSayHowToMendThem() {
        wrong(
                "P832",
                "did you mean \"revenue_2026\"?",
                "check-in",
                "revenue_202",
                "--comment",
                "a",
                "--confidence",
                "1",
                "--as",
                "sam@example.com");
        wrong("P832", "did you mean \"revenue_2026\"?", "check-in", "revenue_202");
        wrong("P833", "0 is none", "check-in", "revenue_2026", "--comment", "a", "--as", "sam@example.com");
        wrong(
                "which KPI",
                "check-in KPI",
                "check-in",
                "--comment",
                "a",
                "--confidence",
                "1",
                "--as",
                "sam@example.com");
        wrong(
                "no person \"sma@example.com\"",
                "sam@example.com",
                "check-in",
                "revenue_2026",
                "--comment",
                "a",
                "--as",
                "sma@example.com");
        wrong(
                "--due is not a day",
                "2026-11-30",
                "action",
                "add",
                "revenue_2026",
                "--title",
                "a",
                "--due",
                "soon",
                "--as",
                "sam@example.com");
        wrong(
                "P838",
                "later day",
                "action",
                "add",
                "revenue_2026",
                "--title",
                "a",
                "--due",
                "2026-11-14",
                "--as",
                "sam@example.com");
        wrong("P835", "list", "review", "minutes", "7");
        wrong("no text for a terminal", "--out", "review", "minutes", "1", "--format", "pdf");
        wrong("none is named", "--kpi", "note", "add", "--period", "2026-10", "--text", "a", "--as", "sam@example.com");
    }

    @Test
    void anActionGoesFromOpenToDoneWithWhatCameOfIt() {
        fine(
                "action",
                "add",
                "revenue_2026",
                "--title",
                "Call Spain",
                "--due",
                "2026-11-30",
                "--owner",
                "sam@example.com",
                "--as",
                "maria@example.com");
        assertThat(fine("action", "list", "--owner", "sam@example.com")).contains("open", "2026-11-30", "Call Spain");
        fine("action", "move", "1", "--due", "2026-12-31", "--as", "sam@example.com");
        fine("action", "done", "1", "--outcome", "They order more", "--as", "sam@example.com", "--as-of", "2026-10-31");
        assertThat(fine("action", "list", "--state", "done", "--format", "json"))
                .contains("\"outcome\" : \"They order more\"", "\"opened_by\" : \"maria@example.com\"");
        assertThat(fine("action", "list", "--state", "open")).isEqualTo("There are no such actions.\n");
    }

    @Test
    void eventsAndNotesAreListedUntilTheyAreTakenBack() {
        fine("event", "add", "--date", "2026-10-12", "--label", "Fair", "--as", "maria@example.com");
        fine(
                "note",
                "add",
                "--period",
                "2026-10",
                "--kpi",
                "revenue_2026",
                "--text",
                "A big order",
                "--as",
                "maria@example.com");
        assertThat(fine("event", "list")).contains("Fair", "external");
        assertThat(fine("note", "list", "--kpi", "revenue_2026")).contains("A big order", "2026-10");
        fine("event", "withdraw", "1", "--as", "maria@example.com");
        assertThat(fine("event", "list")).isEqualTo("No event was typed in yet.\n");
    }

    @Test
    void aReviewIsHeldFromTheCommandLineToItsMinutes() throws IOException {
        assertThat(fine("review", "list")).contains("grow", "due", "There was no review yet.");
        assertThat(fine("review", "start", "grow", "--as", "maria@example.com"))
                .contains("Review 1 of grow", "revenue_2026");
        assertThat(fine(
                        "review",
                        "record",
                        "1",
                        "spanish_orders",
                        "--comment",
                        "Fine",
                        "--confidence",
                        "9",
                        "--decision",
                        "RETIRE",
                        "--as",
                        "sam@example.com"))
                .contains("bellwether review decide 1 spanish_orders retire");
        fine(
                "review",
                "act",
                "1",
                "revenue_2026",
                "--title",
                "Letters",
                "--due",
                "2026-11-30",
                "--as",
                "sam@example.com");
        assertThat(fine("review", "end", "1", "--summary", "Go on", "--as", "maria@example.com"))
                .contains(
                        "Review: Grow the shop", "“Fine” Sam, confidence 9 of 10", "Decision: Retire (Sam)", "Letters");
        fine("review", "minutes", "1", "--format", "pdf", "--out", "m.pdf");
        assertThat(Files.readAllBytes(folder.resolve("m.pdf"))).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(fine("review", "minutes", "1", "--format", "html")).startsWith("<!doctype html>");
        assertThat(fine("review", "minutes", "1", "--format", "json"))
                .contains("\"command\" : \"bellwether retire spanish_orders\"");
        assertThat(fine("review", "list")).contains("done", "2026-11-15");
    }

    @Test
    void anObjectiveMaySayHowOftenItIsReviewed() {
        shell.file("kpis.yml", text("kpis.yml").replace("timeframe: 2026 }", "timeframe: 2026, review: quarterly }"));
        assertThat(fine("review", "list")).contains("quarter").contains("2026-Q3");
        shell.file("kpis.yml", text("kpis.yml").replace("review: quarterly", "review: often"));
        assertThat(shell.run("check").out() + shell.run("check").err()).contains("kpis.yml:2", "often");
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String fine(String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.exit())
                .as(String.join(" ", arguments) + "\n" + result.err())
                .isZero();
        return result.out();
    }

    private void wrong(String what, String fix, String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.exit()).isEqualTo(Exit.USAGE);
        assertThat(result.err()).contains(what, fix).doesNotContain("E699");
    }
}
