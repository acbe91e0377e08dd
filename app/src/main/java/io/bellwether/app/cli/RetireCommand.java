package io.bellwether.app.cli;

import io.bellwether.app.promise.Goalposts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "retire",
        description = "Ends a KPI: it is no longer judged or shown on the scorecard, and its history stays.",
        mixinStandardHelpOptions = true)
final class RetireCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    DecisionOptions options = new DecisionOptions();

    @Parameters(paramLabel = "KPI", description = "The name of a KPI.")
    String kpi = "";

    RetireCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.decide(new Goalposts.Wish.Retire(kpi), terminal);
    }
}
