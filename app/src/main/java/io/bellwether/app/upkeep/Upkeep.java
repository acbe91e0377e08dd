package io.bellwether.app.upkeep;

import io.bellwether.app.extract.Extracts;
import io.bellwether.app.query.Answering;
import io.bellwether.app.rollup.Rollups;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Workspace;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Severity;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.RowFiles;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The extracts and rollups that definitions ask for. Answers never wait for them: what is missing is read from the data. */
public final class Upkeep {
    private static final String FIX = "run bellwether refresh";

    private final Extracts extracts;
    private final Rollups rollups;
    private final Answering answering;
    private final RowFiles files;

    /**
     * @param text what was done
     * @param problem why it was not, or null
     */
    public record Done(String text, @Nullable Diagnostic problem) {}

    /**
     * @param answering over the sources themselves
     * @param files where the embedded engine writes rows
     */
    public Upkeep(Extracts extracts, Rollups rollups, Answering answering, RowFiles files) {
        this.extracts = extracts;
        this.rollups = rollups;
        this.answering = answering;
        this.files = files;
    }

    /** What is asked for and is missing or old: a warning each. Nothing is read for it but names and dates of files. */
    public List<Diagnostic> notices(Catalog catalog, Instant now) {
        List<Diagnostic> notices = new ArrayList<>();
        for (Dataset dataset : declared(catalog)) {
            switch (extracts.state(dataset, now, catalog.workspace().calendar())) {
                case FRESH -> {}
                case MISSING ->
                    notices.add(notice("S426", dataset, "the extract of " + dataset.name() + " is not there yet"));
                case STALE ->
                    notices.add(notice("S427", dataset, "the extract of " + dataset.name() + " is out of date"));
            }
        }
        int missing = catalog.workspace().rollups() == null ? 0 : rollups.missing(extracts.in(catalog));
        if (missing > 0) {
            String message = missing == 1 ? "1 rollup is not there yet" : missing + " rollups are not there yet";
            notices.add(new Diagnostic("S428", Severity.WARNING, null, message, FIX));
        }
        return notices;
    }

    private static Diagnostic notice(String code, Dataset dataset, String message) {
        return new Diagnostic(code, Severity.WARNING, dataset.span(), message, FIX);
    }

    private static List<Dataset> declared(Catalog catalog) {
        return catalog.datasets().values().stream()
                .filter(dataset -> dataset.extract() != null)
                .toList();
    }

    /**
     * Brings up to date whatever is due: the one call for a job. One that fails is missed by no other; cancelling the
     * deadline ends it between two statements.
     */
    public List<Done> refreshDue(Catalog catalog, Instant now, Deadline deadline) {
        List<Done> done = new ArrayList<>();
        for (Dataset dataset : declared(catalog)) {
            if (extracts.state(dataset, now, catalog.workspace().calendar()) != Extracts.State.FRESH) {
                done.add(extract(dataset, catalog, now, deadline));
            }
        }
        Workspace.Rollups wanted = catalog.workspace().rollups();
        if (wanted != null && rollups.isDue(wanted, now, catalog.workspace().calendar())) {
            rollups.build(extracts.in(catalog), answering, files, deadline)
                    .forEach(built -> done.add(new Done("rollup of " + built.what(), built.problem())));
            rollups.looked(now);
        }
        return done;
    }

    private Done extract(Dataset dataset, Catalog catalog, Instant now, Deadline deadline) {
        try {
            var manner = Extracts.Manner.of(dataset);
            return new Done(
                    extracts.refresh(dataset, catalog.workspace().calendar(), manner, now, deadline)
                            .text(),
                    null);
        } catch (DiagnosticException e) {
            return new Done(dataset.name(), e.diagnostics().getFirst());
        } catch (EngineException e) {
            return new Done(dataset.name(), e.diagnostic(dataset.span()));
        } catch (UncheckedIOException e) {
            String message = "the extract of " + dataset.name() + " cannot be written: " + e.getCause();
            return new Done(
                    dataset.name(), Diagnostic.error("E608", dataset.span(), message, "check space and rights"));
        }
    }
}
