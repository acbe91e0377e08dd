package io.bellwether.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser's tab that remembers what went wrong in it. */
final class Tab implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> complaints = new ArrayList<>();

    Tab(Browser browser, URI address, ColorScheme scheme, int width) {
        this.address = address;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width < 500 ? 800 : 900)
                .setLocale("en-GB")
                .setTimezoneId("Pacific/Auckland"));
        this.page = context.newPage();
        // Under load a page may take long; a test that fails then says nothing about the page.
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            // That the server says no to what was asked or typed is an answer, and the page's to tell.
            if (message.type().equals("error") && !message.text().matches(".*status of 40[04].*")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    /** Opens a path and waits for the text to stand there. */
    Tab open(String path, String text) {
        page.navigate(address.resolve(path).toString());
        page.getByText(text).first().waitFor();
        return this;
    }

    /** Nothing broke: no script failed, no policy was violated, and nothing is wider than the window. */
    Tab isSound() {
        assertThat(complaints).isEmpty();
        Object beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) beyond).intValue())
                .as("pixels beyond the right edge")
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** Has no violation that axe calls serious or critical. */
    Tab isAccessible() {
        page.evaluate(axe());
        Object found = page.evaluate(
                "() => axe.run(document).then(r => r.violations"
                        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')))");
        assertThat((List<?>) found).isEmpty();
        return this;
    }

    Tab picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    private static String axe() {
        try (var in = Tab.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    java.util.Objects.requireNonNull(in, "axe is not in web/node_modules")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
