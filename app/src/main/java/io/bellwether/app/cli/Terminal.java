package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Progress;
import io.bellwether.app.cli.text.Screen;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a command runs in.
 *
 * @param data for answers that programs read: as they are, unless a person looks on
 * @param out for answers that people read, and nothing else
 * @param err for progress and problems
 * @param folder the folder that relative paths start from
 * @param clock the only clock: read here, and handed down as an as-of
 */
public record Terminal(PrintStream data, PrintStream out, PrintStream err, Path folder, Clock clock) {
    /** Over streams of any bytes: what people read has no characters that order a terminal about. */
    public Terminal(PrintStream out, PrintStream err, Path folder, Clock clock) {
        this(isSeen() ? Screen.over(out) : out, Screen.over(out), Screen.over(err), folder, clock);
    }

    private static boolean isSeen() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    Progress progress() {
        return new Progress(err);
    }
}
