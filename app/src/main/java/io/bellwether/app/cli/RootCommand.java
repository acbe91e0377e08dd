package io.bellwether.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "bellwether",
        description = "KPIs from definitions to judgement.",
        mixinStandardHelpOptions = true,
        version = "bellwether 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 fine, 1 the workspace has errors, 2 wrong usage, 3 the engine failed."})
final class RootCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine line = spec.commandLine();
            line.usage(line.getErr());
        }
        return Exit.USAGE;
    }
}
