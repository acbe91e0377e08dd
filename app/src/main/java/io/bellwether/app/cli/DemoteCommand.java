package io.bellwether.app.cli;

import io.bellwether.app.promise.Goalposts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "demote",
        description = "Makes a draft of a KPI, which is shown but not judged; with --remove only its metric stays.",
        mixinStandardHelpOptions = true)
final class DemoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    DecisionOptions options = new DecisionOptions();

    @Parameters(paramLabel = "KPI", description = "The name of a KPI.")
    String kpi = "";

    @Option(names = "--remove", description = "Take the KPI out of its file; its history stays.")
    boolean remove;

    DemoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.decide(new Goalposts.Wish.Demote(kpi, remove), terminal);
    }
}
