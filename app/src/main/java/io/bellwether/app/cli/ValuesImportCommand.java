package io.bellwether.app.cli;

import io.bellwether.app.cli.text.TextTable;
import io.bellwether.app.manual.Comparing;
import io.bellwether.app.manual.ManualMetric;
import io.bellwether.app.manual.Previews;
import io.bellwether.app.manual.Upload;
import io.bellwether.app.manual.Values;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.unit.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Shows what a CSV or Excel file of values would change; with --yes writes it.",
        mixinStandardHelpOptions = true)
final class ValuesImportCommand implements Callable<Integer> {
    /** Rows that a person reads; the counts are of all. */
    private static final int SHOWN = 50;

    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    ActorOption actor = new ActorOption();

    @Parameters(index = "0", paramLabel = "METRIC", description = "A metric that is typed in.")
    String metric = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "Columns: period, each dimension, value, perhaps reason.")
    Path file = Path.of("");

    @Option(names = "--yes", description = "Writes what the preview shows, if no row is wrong.")
    boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why values that are there are corrected.")
    @Nullable
    String reason;

    ValuesImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(terminal.folder().resolve(file))) {
            bytes = in.readNBytes(Upload.LARGEST + 1);
        }
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            var previews = new Previews(bellwether.values(() -> catalog));
            var now = terminal.clock().instant();
            var preview = previews.look(catalog, metric, bytes, now);
            terminal.out().print(text(preview.comparing()));
            if (preview.token() == null) {
                terminal.err()
                        .print(DiagnosticText.render(preview.comparing().problems().stream()
                                .limit(SHOWN)
                                .toList()));
                return Exit.USAGE;
            }
            if (!yes) {
                terminal.err().println("Nothing is written yet: add --yes to write it.");
                return Exit.FINE;
            }
            var giving = new Values.Giving(catalog, metric, actor.in(catalog, System.getenv()), now, "uploaded");
            terminal.out()
                    .println(previews.confirm(giving, bytes, preview.token(), reason)
                            .text());
            return Exit.FINE;
        }
    }

    private static String text(Comparing comparing) {
        ManualMetric metric = comparing.metric();
        var table = new TextTable(List.of("WHERE", "PERIOD", "OF", "BEFORE", "NOW", ""))
                .right(3)
                .right(4);
        comparing.lines().stream()
                .limit(SHOWN)
                .forEach(line -> table.row(List.of(
                        line.entry().place().of(""),
                        line.entry().period(),
                        String.join(", ", line.entry().where().values()),
                        line.before() == null ? "" : NumberText.exact(line.before(), metric.unit()),
                        line.value() == null
                                ? String.valueOf(line.entry().value())
                                : NumberText.exact(line.value().number(), metric.unit()),
                        word(line.state()))));
        int more = comparing.lines().size() - SHOWN;
        String rest = more > 0 ? "… and " + more + " rows more\n" : "";
        return table.text() + rest + comparing.count(Comparing.State.NEW) + " new, "
                + comparing.count(Comparing.State.CHANGED) + " changed, "
                + comparing.count(Comparing.State.SAME) + " the same, "
                + comparing.count(Comparing.State.WRONG) + " wrong\n";
    }

    private static String word(Comparing.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
