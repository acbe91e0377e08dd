package io.bellwether.app.cli;

import io.bellwether.app.manual.Entry;
import io.bellwether.app.manual.Values;
import io.bellwether.core.catalog.Catalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Gives the value of a period, or corrects it.", mixinStandardHelpOptions = true)
final class ValuesAddCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    ActorOption actor = new ActorOption();

    @Parameters(paramLabel = "METRIC", description = "A metric that is typed in.")
    String metric = "";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = "As 2026-10, 2026-W46, FY2027-Q1.")
    String period = "";

    @Option(names = "--value", paramLabel = "VALUE", description = "In the metric's unit: 81%%, 4h, 1_200.")
    @Nullable
    String value;

    @Option(names = "--take-back", description = "Takes the period's value back instead.")
    boolean takeBack;

    @Option(
            names = "--where",
            paramLabel = "NAME=MEMBER",
            description = "Of what: region=EU. May be given several times.")
    Map<String, String> where = new LinkedHashMap<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why a value that is there is corrected.")
    @Nullable
    String reason;

    @Option(names = "--key", paramLabel = "KEY", description = "The same again under the same key changes nothing.")
    @Nullable
    String key;

    ValuesAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (takeBack == (value != null)) {
            throw new UsageException("say either --value or --take-back", "as --value 81%");
        }
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            var giving = new Values.Giving(
                    catalog,
                    metric,
                    actor.in(catalog, System.getenv()),
                    terminal.clock().instant(),
                    "typed");
            var entry = new Entry(ValuesAddCommand::place, period, where, value, reason);
            var given =
                    bellwether.values(() -> catalog).give(giving, new Values.Batch(List.of(entry), null, key, null));
            terminal.out().println(given.text());
            return Exit.FINE;
        }
    }

    private static String place(String part) {
        return switch (part) {
            case "" -> "the value";
            case "period", "value", "reason" -> "--" + part;
            default -> "--where " + part;
        };
    }
}
