package io.bellwether.app.cli;

import io.bellwether.app.extract.Extracts;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.Calendar;
import io.bellwether.engine.Deadline;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "extract",
        description = "Copies of datasets in the order of time, which are then read in their place.",
        mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "DATASET", arity = "0..*", description = "Make or refresh the extracts of these.")
    List<String> datasets = new ArrayList<>();

    @Option(names = "--refresh", description = "Refresh all extracts that there are.")
    boolean refresh;

    @Option(
            names = "--overlap",
            paramLabel = "DAYS",
            description = "How many days before the last known row rows may have changed; default: as defined, else 7.")
    @Nullable
    Integer overlap;

    @Option(names = "--full", description = "Read everything again.")
    boolean full;

    @Option(names = "--drop", description = "Take the extracts away; the sources are read again.")
    boolean drop;

    ExtractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (datasets.isEmpty() && !refresh) {
            throw new UsageException("nothing to extract", "name datasets, or use --refresh");
        }
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            List<String> names = new ArrayList<>(datasets);
            if (refresh) {
                names.addAll(bellwether.extracts().names(catalog));
            }
            for (String name : names.stream().distinct().toList()) {
                one(bellwether, catalog, dataset(name, catalog));
            }
            return Exit.FINE;
        }
    }

    private void one(Bellwether bellwether, Catalog catalog, Dataset dataset) {
        if (drop) {
            bellwether.extracts().drop(dataset.name());
            terminal.out().println(dataset.name() + ": no extract any more");
            return;
        }
        Calendar calendar = catalog.workspace().calendar();
        Instant now = terminal.clock().instant();
        Extracts.Refreshed done = terminal.progress()
                .during(
                        "Extracting " + dataset.name(),
                        () -> bellwether.extracts().refresh(dataset, calendar, manner(dataset), now, Deadline.none()));
        terminal.out().println(done.text());
    }

    private Extracts.Manner manner(Dataset dataset) {
        var declared = Extracts.Manner.of(dataset);
        return new Extracts.Manner(overlap == null ? declared.overlap() : Period.ofDays(overlap), full);
    }

    private static Dataset dataset(String name, Catalog catalog) {
        return catalog.dataset(name)
                .orElseThrow(() -> new UsageException(
                        "no dataset named \"" + name + "\"",
                        Nearest.fix(name, catalog.datasets().keySet()).orElse(null)));
    }
}
