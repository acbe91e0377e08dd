package io.bellwether.app.cli;

import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The moment that an answer speaks for. */
final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Answer as of the end of this day, or as of this instant (2026-11-14T10:30:00Z); default, and for today: now.")
    @Nullable
    String text;

    /** Here, and nowhere below, the clock is read. */
    AsOf in(Terminal terminal, Calendar calendar) {
        if (text == null) {
            return AsOf.instant(terminal.clock().instant(), calendar);
        }
        return AsOf.parse(text, calendar, terminal.clock().instant())
                .orElseThrow(() -> new UsageException(
                        "--as-of is not a day: \"" + text + "\"", "write 2026-11-14, or 2026-11-14T10:30:00Z"));
    }
}
