package io.bellwether.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.bellwether.app.people.Team;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People say and do things on the pages. */
class PeoplePagesIT {
    private static final String HOSTILE =
            "<script>document.title='x'</script><img src=x onerror=\"document.title='x'\"> שלום \u202Eevil";

    private Served served;
    private Chromium chromium;

    @BeforeEach
    void start(@TempDir Path folder) {
        Team.write(folder);
        served = Served.telling(folder, "2026-03-31");
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        chromium.close();
        served.close();
    }

    @Test
    void aCheckInIsSaidAndCorrectedAndWhoIsNamedIsTold() {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            Page page = be(tab, "/check-ins", "Two check-ins are due, one of them yours", "maria@example.com");
            button(page, "Check in on Revenue of the year").click();
            page.getByLabel("How is it doing?").fill(HOSTILE + " @sam");
            page.getByLabel("How sure are you that the target will be met?").fill("4");
            button(page, "Check in").last().click();
            page.getByText("4 of 10").waitFor();
            assertThat(page.locator("article").first()).containsText("<script>document.title");
            assertThat(page).hasTitle("Check-ins");
            tab.isSound().isAccessible().picture("check-ins");
            button(page, "Correct").click();
            page.locator("article").getByLabel("How is it doing?").fill("Fine after all");
            button(page, "Correct it").click();
            page.getByText("Fine after all").waitFor();
            assertThat(page.locator("article").first()).containsText("corrected");
            be(tab, "/actions", "unread mentions", "sam@example.com");
            tab.open("/check-ins", "You were mentioned");
            assertThat(page.locator(".badge")).hasCount(0);
        }
    }

    @Test
    void aWholeReviewIsHeldByTwoAtOnceAndEndsAsMinutes() throws IOException {
        try (var tab = tab(ColorScheme.LIGHT, 1440);
                var other = tab(ColorScheme.DARK, 360)) {
            Page maria = be(tab, "/review", "Not reviewed yet", "maria@example.com");
            button(maria, "Start the review of Grow the shop").click();
            maria.getByText("step through").waitFor();
            maria.keyboard().press("j");
            assertThat(maria.locator("[data-item]").first()).isFocused();
            maria.keyboard().press("j");
            maria.keyboard().press("k");
            assertThat(maria.locator("[data-item]").first()).isFocused();
            Locator revenue =
                    maria.locator("[data-item]").filter(new Locator.FilterOptions().setHasText("Revenue of the year"));
            revenue.getByLabel("How is it doing?").fill("Better than we feared");
            // It is kept when she stops typing, though she does not leave the field.
            revenue.locator("small").first().waitFor();
            revenue.getByLabel("Decision").selectOption("retarget");
            revenue.getByLabel("Target, as in the file").fill("total: 2000");
            button(revenue, "Look at the evidence about Revenue of the year").click();
            revenue.getByLabel("Why").fill("The market is smaller");
            button(revenue, "Decide and write it").click();
            revenue.getByText("Carried out").waitFor();
            Page sam = be(other, "/review", "Go on", "sam@example.com");
            sam.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on"))
                    .click();
            sam.getByText("Minutes:").or(sam.getByText("Review:")).first().waitFor();
            Locator same =
                    sam.locator("[data-item]").filter(new Locator.FilterOptions().setHasText("Revenue of the year"));
            assertThat(same.getByLabel("How is it doing?")).hasValue("Better than we feared");
            same.getByLabel("Confidence").selectOption("6");
            button(same, "Open an action about Revenue of the year").click();
            same.getByLabel("What is to be done?").fill("Ask the regulars");
            same.getByLabel("Until when?").fill("2026-04-30");
            button(same, "Open the action").click();
            same.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Ask the regulars"))
                    .waitFor();
            other.isSound().isAccessible().picture("review-360-dark");
            // What Sam said shows on Maria's page by itself.
            revenue.getByText("Ask the regulars").waitFor();
            assertThat(revenue.getByLabel("Confidence")).hasValue("6");
            tab.isSound().isAccessible().picture("review");
            maria.getByLabel("What did it come to?").fill("On we go");
            button(maria, "End it and write the minutes").click();
            maria.getByText("Minutes as PDF").waitFor();
            tab.isSound().isAccessible().picture("minutes");
            var pdf = maria.waitForDownload(
                    () -> maria.getByText("Minutes as PDF").click());
            Assertions.assertThat(Files.readAllBytes(pdf.path()))
                    .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
            Page kpi = tab.open("/kpi/revenue_2026", "Better than we feared").page();
            assertThat(kpi.locator("body")).containsText("Ask the regulars");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 360"})
    void theKpiPageTakesActionsNotesAndThanks(ColorScheme scheme, int width) {
        try (var tab = tab(scheme, width)) {
            Page page = be(tab, "/kpi/sales_count", "Say well done", "maria@example.com");
            page.getByLabel("Your thanks").fill("Well done, @sam");
            button(page, "Say it").click();
            page.getByText("“Well done, @sam”").waitFor();
            button(page, "Open an action").click();
            page.getByLabel("What is to be done?").fill("Count again");
            page.getByLabel("Until when?").fill("2026-04-30");
            button(page, "Open the action").click();
            page.getByText("Opened by Maria Silva").waitFor();
            button(page, "Done").click();
            page.getByLabel("What came of it?").fill("All there");
            button(page, "It is done").click();
            page.getByText("Too early to tell").waitFor();
            button(page, "Add a note").click();
            page.getByLabel("On which point of the chart?").selectOption("2026-02");
            page.getByLabel("What is to be known about it?").fill("Half the month closed");
            button(page, "Keep the note").click();
            assertThat(page.locator("body")).containsText("Feb 2026");
            page.getByText("Half the month closed").first().waitFor();
            tab.isSound().isAccessible().picture("kpi-people-" + scheme + "-" + width);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/check-ins, are due",
        "/actions, No action is open",
        "/events, Nothing is known yet",
        "/review, Not reviewed yet"
    })
    void everyPageTellsWhatToDoWhereThereIsNothing(String path, String text) {
        for (int width : new int[] {1440, 360}) {
            try (var tab = tab(width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT, width)) {
                tab.open(path, text).isSound().isAccessible().picture("empty" + path.replace('/', '-') + "-" + width);
            }
        }
    }

    @Test
    void whoSaysNothingOfThemselvesIsAskedWhoTheyAre() {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            Page page = tab.open("/events", "Nothing is known yet").page();
            page.getByLabel("What?").fill("Strike");
            button(page, "Keep").click();
            page.getByText("choose a person on the page").waitFor();
            assertThat(page.getByLabel("What?")).hasValue("Strike");
            page.getByLabel("You are").selectOption("maria@example.com");
            button(page, "Keep").click();
            page.getByText("It stands on the charts").waitFor();
            page.getByText("Strike").waitFor();
        }
    }

    /** Opens a page and chooses who sits in front of it. */
    private static Page be(Tab tab, String path, String text, String email) {
        Page page = tab.open("/audit", "The log is whole").page();
        page.getByLabel("You are").selectOption(email);
        return tab.open(path, text).page();
    }

    private Tab tab(ColorScheme scheme, int width) {
        return new Tab(chromium.browser(), served.address(), scheme, width);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
