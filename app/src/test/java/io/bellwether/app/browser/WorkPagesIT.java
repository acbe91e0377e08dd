package io.bellwether.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.bellwether.app.people.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the work around the numbers: each is used, and looked at on a wide light screen and a narrow dark one. */
class WorkPagesIT {
    private static final int TOO_MANY = 3400;
    private static final Page.GetByRoleOptions FEBRUARY =
            new Page.GetByRoleOptions().setName("Feb 2026").setExact(true);

    @TempDir
    Path folder;

    private Chromium chromium;

    @BeforeEach
    void start() {
        Team.write(folder);
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        chromium.close();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void theGoalpostsAreMovedInTheOpen() throws IOException {
        try (var served = Served.telling(folder, "2026-03-31");
                var tab = tab(served, ColorScheme.LIGHT, 1440)) {
            Page page = be(tab, "/kpi/revenue_2026/goalposts", "Move the goalposts, in the open");
            page.getByLabel("Target, a value or as in the file").fill("2_500");
            button(page, "Look at the evidence").click();
            page.getByText("target £2,400 → £2,500").waitFor();
            assertThat(page.locator("pre")).containsText("total: 2_500");
            tab.isSound().isAccessible().picture("goalposts-plan");
            page.getByLabel("Why").fill("A second shop <b>opens</b>");
            button(page, "Decide and write it").click();
            page.getByText("maria@example.com: A second shop <b>opens</b>")
                    .first()
                    .waitFor();
            Assertions.assertThat(Files.readString(folder.resolve("bellwether.yml")))
                    .contains("target: { total: 2_500, by: 2026 }");
            tab.isSound().isAccessible().picture("goalposts");
            served.look();
            Page kpi = tab.open("/kpi/revenue_2026", "Goalposts moved").page();
            assertThat(kpi.locator("body")).containsText("Target £2,400 → £2,500");
            try (var narrow = tab(served, ColorScheme.DARK, 360)) {
                narrow.open("/kpi/revenue_2026/goalposts", "What was promised, and when")
                        .isSound()
                        .isAccessible()
                        .picture("goalposts-360-dark");
            }
        }
    }

    @Test
    void aValueIsTypedInAndCorrectedWithAReason() throws IOException {
        write("mood.yml", """
                metrics:
                  - { name: mood, label: Mood, description: How we are., unit: points, direction: up, manual: { every: month } }
                """);
        try (var served = Served.telling(folder, "2026-03-31");
                var tab = tab(served, ColorScheme.LIGHT, 1440);
                var narrow = tab(served, ColorScheme.DARK, 360)) {
            Page page = be(tab, "/values", "A file of values");
            assertThat(page.locator(".about")).containsText("How we are. Every month");
            page.getByRole(AriaRole.TEXTBOX, FEBRUARY).fill("seven");
            button(page, "Save 1 value").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("\"seven\" is not a number");
            page.getByRole(AriaRole.TEXTBOX, FEBRUARY).fill("7.5");
            button(page, "Save 1 value").click();
            page.getByText("maria@example.com").first().waitFor();
            page.getByRole(AriaRole.TEXTBOX, FEBRUARY).fill("7");
            page.getByLabel("Why are values corrected?").fill("Counted twice");
            button(page, "Save 1 value").click();
            page.getByText("Counted twice").waitFor();
            assertThat(page.locator("tr.old")).containsText("7.5 points");
            tab.isSound().isAccessible().picture("values");
            narrow.open("/values", "A file of values").isSound().isAccessible().picture("values-360-dark");
        }
    }

    @Test
    void dataIsLookedAtAndWhatFailsIsSaid() throws IOException {
        Path definitions = folder.resolve("bellwether.yml");
        Files.writeString(
                definitions,
                Files.readString(definitions)
                        .replace("    time: day\n", "    time: day\n    tests: [{ sql: \"amount < 250\" }]\n"));
        try (var served = Served.telling(folder, "2026-03-31");
                var tab = tab(served, ColorScheme.LIGHT, 1440);
                var narrow = tab(served, ColorScheme.DARK, 360)) {
            Page page = be(tab, "/health", "Look now");
            button(page, "Look now").click();
            page.getByText("cannot be trusted").first().waitFor();
            tab.isSound().isAccessible().picture("health");
            narrow.open("/health", "cannot be trusted").isSound().isAccessible().picture("health-360-dark");
        }
    }

    @Test
    void anAlertIsTriedAndAJobIsRun() throws IOException {
        write("alerts.yml", """
                alerts:
                  - on: revenue_2026
                    when: status
                    to: [{ webhook: "https://hooks.example.com/secret-part" }]
                """);
        try (var served = Served.telling(folder, "2026-03-31");
                var tab = tab(served, ColorScheme.LIGHT, 1440);
                var narrow = tab(served, ColorScheme.DARK, 360)) {
            Page page = be(tab, "/alerts", "status of revenue_2026");
            assertThat(page.locator("body")).not().containsText("secret-part");
            button(page, "Send a test of status of revenue_2026").click();
            assertThat(page.locator(".done, .wrong").first()).not().isEmpty();
            tab.isSound().isAccessible().picture("alerts");
            narrow.open("/alerts", "status of revenue_2026")
                    .isSound()
                    .isAccessible()
                    .picture("alerts-360-dark");
            tab.open("/jobs", "Judges all KPIs");
            button(page, "Run now: closing").click();
            assertThat(page.locator(".done")).containsText("closing: ");
            tab.isSound().isAccessible().picture("jobs");
            narrow.open("/jobs", "Judges all KPIs").isSound().isAccessible().picture("jobs-360-dark");
        }
    }

    @Test
    void tenThousandFindingsAreShownSheetBySheet() throws IOException {
        write(
                "many.yml",
                IntStream.range(0, TOO_MANY)
                        .mapToObj(i -> "  - { name: m%d, expression: sum(sales.amount) }\n".formatted(i))
                        .collect(Collectors.joining("", "metrics:\n", "")));
        try (var served = Served.telling(folder, "2026-03-31");
                var tab = tab(served, ColorScheme.LIGHT, 1440)) {
            Page page = tab.open("/advice", "To mend it").page();
            String open = page.locator(".tools a").first().innerText();
            Assertions.assertThat(Integer.parseInt(open.replaceAll("\\D", ""))).isGreaterThanOrEqualTo(10_000);
            Assertions.assertThat(page.locator("main li").count()).isBetween(50, 500);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Before"))
                    .waitFor();
            tab.isSound().isAccessible().picture("advice-many");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 360"})
    void theAuditTellsWhoDidWhat(ColorScheme scheme, int width) {
        try (var served = Served.telling(folder, "2026-03-31");
                var tab = tab(served, scheme, width)) {
            Page page = be(tab, "/check-ins", "are due");
            button(page, "Check in on Revenue of the year").click();
            page.getByLabel("How is it doing?").fill("So and so. ".repeat(40));
            page.getByLabel("How sure are you that the target will be met?").fill("4");
            button(page, "Check in").last().click();
            page.locator("article").getByText("4 of 10").waitFor();
            tab.open("/audit", "check_in.add");
            page.locator("summary").first().click();
            assertThat(page.locator("details[open]")).containsText("\"confidence\":4");
            // The name of the workspace and its KPIs stand beside a page that was opened by its link, too.
            assertThat(page.locator("nav[aria-label=Pages]")).containsText("Corner shop");
            tab.isSound().isAccessible().picture("audit-" + width);
        }
    }

    private static Page be(Tab tab, String path, String text) {
        Page page = tab.open("/audit", "The log is whole").page();
        page.getByLabel("You are").selectOption(Team.MARIA);
        return tab.open(path, text).page();
    }

    private Tab tab(Served served, ColorScheme scheme, int width) {
        return new Tab(chromium.browser(), served.address(), scheme, width);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
