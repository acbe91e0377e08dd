package io.bellwether.app.cli;

import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "retarget",
        description =
                "Gives a KPI another target, in its file, by a person and for a reason. With a reason alone: says why"
                        + " its last change was made.",
        mixinStandardHelpOptions = true)
final class RetargetCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    DecisionOptions options = new DecisionOptions();

    @Parameters(paramLabel = "KPI", description = "The name of a KPI.")
    String kpi = "";

    @Option(
            names = "--to",
            paramLabel = "TARGET",
            description =
                    "A value of the form that the target has now, such as 1_250_000, or another form: \"reach: 80\".")
    @Nullable
    String to;

    @Option(names = "--by", paramLabel = "WHEN", description = "The end of the timeframe: 2026-12-31, or 2026-Q4.")
    @Nullable
    String by;

    RetargetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return to == null && by == null && options.reason != null
                ? explained()
                : options.decide(new Goalposts.Wish.Retarget(kpi, to, by), terminal);
    }

    private int explained() {
        try (Bellwether bellwether = options.workspace.open(terminal)) {
            Catalog catalog = Loading.noted(bellwether, terminal);
            if (catalog.kpi(kpi).isEmpty()) {
                throw Unknown.kpi(kpi, catalog);
            }
            Person person = options.actor.in(catalog, System.getenv());
            boolean done = bellwether
                    .promises(catalog)
                    .versions()
                    .explain(kpi, terminal.clock().instant(), person.email(), String.valueOf(options.reason));
            if (!done) {
                throw new UsageException(
                        "the last change of " + kpi + " has its reason already", "say --to or --by for another one");
            }
            terminal.out().println("The reason stands beside the last change of " + kpi + ".");
            return Exit.FINE;
        }
    }
}
