package io.bellwether.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody breaks a file while others look at the pages. */
class BrokenWorkspaceIT {
    @TempDir
    Path folder;

    @Test
    void theLastGoodVersionStaysWithTheProblemBesideIt() throws IOException {
        SmallWorkspace.write(folder);
        try (var served = new Served(folder, "2026-03-31");
                var chromium = Chromium.start();
                var tab = new Tab(chromium.browser(), served.address(), ColorScheme.LIGHT, 1440)) {
            tab.open("/", "Revenue").isSound().isAccessible().picture("small");
            Path file = folder.resolve("bellwether.yml");
            String good = Files.readString(file);
            Files.writeString(file, good.replace("metric: revenue\n", "metric: revnue\n"));
            served.look();
            tab.open("/", "error in the workspace").picture("broken").isSound().isAccessible();
            assertThat(tab.page().locator("body")).containsText("did you mean");
            assertThat(tab.page().locator("body")).containsText("bellwether.yml:");
            assertThat(tab.page().locator("a[data-row]")).hasCount(1);
            Files.writeString(file, good);
            served.look();
            tab.open("/", "Revenue");
            assertThat(tab.page().getByText("error in the workspace")).hasCount(0);
        }
    }

    @Test
    void aWorkspaceThatWasNeverGoodSaysWhy() throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), "name: X\ntime_zone: Europe/Nowhere\n");
        try (var served = new Served(folder, "2026-03-31");
                var chromium = Chromium.start();
                var tab = new Tab(chromium.browser(), served.address(), ColorScheme.DARK, 360)) {
            tab.page().navigate(served.address().toString());
            tab.page().getByText("The workspace has errors").waitFor();
            assertThat(tab.page().locator("body")).containsText("bellwether.yml:2");
            tab.picture("never-good").isAccessible();
        }
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), "name: New\ntime_zone: UTC\n");
        try (var served = new Served(folder, "2026-03-31");
                var chromium = Chromium.start();
                var tab = new Tab(chromium.browser(), served.address(), ColorScheme.LIGHT, 1440)) {
            tab.open("/", "KPI").isSound().isAccessible().picture("empty");
        }
    }
}
