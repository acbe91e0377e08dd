package io.bellwether.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on the demo shop, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopPagesIT {
    private Served shop;
    private Chromium chromium;

    @BeforeAll
    void start() {
        shop = new Served(Path.of("..", "examples", "shop"), "2026-11-14");
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 360", "DARK, 360"})
    void theScorecardTellsAtOnceHowThingsStand(ColorScheme scheme, int width) {
        try (var tab = tab(scheme, width)) {
            tab.open("/", "KPI is off track")
                    .picture("scorecard-" + scheme + "-" + width)
                    .isSound()
                    .isAccessible();
            assertThat(tab.page()
                            .getByRole(AriaRole.HEADING, named("Customers who tell their friends"))
                            .last())
                    .isVisible();
            assertThat(tab.page().locator("a[data-row]")).hasCount(12);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 360", "DARK, 360"})
    void aKpiTellsWhereItIsAndHowItIsJudged(ColorScheme scheme, int width) {
        try (var tab = tab(scheme, width)) {
            tab.open("/kpi/fewer_returns", "How it is judged")
                    .picture("kpi-" + scheme + "-" + width)
                    .isSound()
                    .isAccessible();
            assertThat(tab.page().locator("body")).containsText("Return rate is 5.9");
            assertThat(tab.page().locator("body")).containsText("decrease_by: 20%");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "revenue_of_the_year",
        "net_revenue_on_plan",
        "always_open",
        "basket_in_band",
        "fast_first_response",
        "studio_launch",
        "parcels_on_time",
        "gift_campaign"
    })
    void everyKindOfTargetHasItsPage(String kpi) {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            tab.open("/kpi/" + kpi, "How it is judged")
                    .picture("kpi-" + kpi)
                    .isSound()
                    .isAccessible();
        }
    }

    @Test
    void theKeyboardReachesEverything() {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            Page page = tab.open("/", "KPI is off track").page();
            page.keyboard().press("j");
            assertThat(page.locator("a[data-row]").first()).isFocused();
            page.keyboard().press("j");
            assertThat(page.locator("a[data-row]").nth(1)).isFocused();
            page.keyboard().press("k");
            page.keyboard().press("Enter");
            page.getByText("How it is judged").waitFor();
            assertThat(page.url()).endsWith("/kpi/fewer_returns");
            page.keyboard().press("u");
            page.getByText("KPI is off track").first().waitFor();
            page.keyboard().press("/");
            page.keyboard().type("basket");
            assertThat(page.locator("a[data-row]")).hasCount(1);
            page.keyboard().press("Escape");
        }
    }

    @Test
    void theAddressHoldsTheWholeState() {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            Page page = tab.open("/?as_of=2026-09-30&owner=lena@example.com", "Showing")
                    .page();
            assertThat(page.locator("body")).containsText("Wed 30 Sep 2026");
            assertThat(page.locator("a[data-row]")).hasCount(3);
        }
    }

    @Test
    void anUnknownKpiIsSaidWithTheNearestName() {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            tab.open("/kpi/fewer_return", "no KPI named")
                    .picture("kpi-unknown")
                    .isSound()
                    .isAccessible();
            assertThat(tab.page().locator("body")).containsText("did you mean \"fewer_returns\"?");
        }
    }

    @Test
    void theChartIsThereAsCsvWithAllItsNumbers() throws IOException {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            Page page = tab.open("/kpi/fewer_returns", "How it is judged").page();
            var download = page.waitForDownload(
                    () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("CSV"))
                            .first()
                            .click());
            List<String> lines = Files.readAllLines(download.path());
            assertThat(download.suggestedFilename()).isEqualTo("fewer_returns-2026-11-14.csv");
            assertThat(lines).hasSize(15);
            assertThat(lines.getFirst()).isEqualTo("period_start,period,value,path,open");
            // Until noon of the 14th 307 came back of 5,064 sold; at the end of that day it was 324 of 5,442.
            assertThat(lines.get(13)).startsWith("2026-11-01,Nov,0.0606").endsWith(",true");
        }
    }

    @Test
    void theTableSaysTheSameAsTheChart() {
        try (var tab = tab(ColorScheme.LIGHT, 1440)) {
            Page page = tab.open("/kpi/fewer_returns", "How it is judged").page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Table"))
                    .first()
                    .click();
            assertThat(page.locator("table").first()).containsText("Nov 2025");
            tab.isSound().isAccessible().picture("kpi-table");
        }
    }

    private Tab tab(ColorScheme scheme, int width) {
        return new Tab(chromium.browser(), shop.address(), scheme, width);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
