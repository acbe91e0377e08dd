package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a command runs in.
 *
 * @param out for answers, and nothing else
 * @param err for progress and problems
 * @param folder the folder that relative paths start from
 * @param clock the only clock: read here, and handed down as an as-of
 */
public record Terminal(PrintStream out, PrintStream err, Path folder, Clock clock) {
    Progress progress() {
        return new Progress(err);
    }
}
