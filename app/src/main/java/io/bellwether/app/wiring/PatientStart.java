package io.bellwether.app.wiring;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts what goes on by itself as soon as it can be: the store, and the first catalog that holds, may come after the server.
 * After a power cut everything starts at once, and the data's server rarely first.
 */
public final class PatientStart implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Runnable start;
    private final Consumer<List<Diagnostic>> told;
    private List<Diagnostic> last = List.of();
    private @Nullable Thread trying;

    /** @param told what keeps it from starting, whenever that is something else */
    public PatientStart(Runnable start, Consumer<List<Diagnostic>> told) {
        this.start = start;
        this.told = told;
    }

    /** Starts now, or later by itself. */
    public void begin() {
        if (!started()) {
            trying = Thread.ofVirtual().name("patient-start").start(this::again);
        }
    }

    private void again() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (!started());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean started() {
        try {
            start.run();
            return true;
        } catch (DiagnosticException e) {
            if (!e.diagnostics().equals(last)) {
                last = e.diagnostics();
                told.accept(last);
            }
            return false;
        }
    }

    @Override
    public void close() {
        if (trying != null) {
            trying.interrupt();
        }
    }
}
