package io.bellwether.app.cli.text;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Says on standard error what takes long: nothing in the first second, then a line now and then. */
public final class Progress {
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private final PrintStream err;

    public Progress(PrintStream err) {
        this.err = err;
    }

    /** Does the work; what it is shows while it lasts longer than a second. */
    public <T> T during(String what, Supplier<T> work) {
        var teller = Thread.ofVirtual().start(() -> tell(what));
        try {
            return work.get();
        } finally {
            teller.interrupt();
        }
    }

    private void tell(String what) {
        var shown = SILENCE;
        try {
            Thread.sleep(SILENCE);
            err.println(what + " …");
            while (true) {
                Thread.sleep(AGAIN);
                shown = shown.plus(AGAIN);
                err.println(what + " … " + shown.toSeconds() + " s");
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
