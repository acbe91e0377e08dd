package io.bellwether.app.cli;

import io.bellwether.app.promise.Goalposts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        description = "Makes a KPI of a metric, or an active one of a draft, with the evidence beside the decision.",
        mixinStandardHelpOptions = true)
final class PromoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    DecisionOptions options = new DecisionOptions();

    @Parameters(paramLabel = "METRIC|KPI", description = "A metric, or a KPI that is not active.")
    String metric = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The KPI's name; default: the metric's.")
    @Nullable
    String name;

    @Option(names = "--to", paramLabel = "TARGET", description = "Such as \"reach: 80\".")
    @Nullable
    String to;

    @Option(names = "--by", paramLabel = "WHEN", description = "The end of the timeframe: 2026-12-31, or 2026-Q4.")
    @Nullable
    String by;

    @Option(names = "--objective", paramLabel = "NAME", description = "What it serves.")
    @Nullable
    String objective;

    @Option(names = "--owner", paramLabel = "EMAIL", description = "Who answers for it.")
    @Nullable
    String owner;

    @Option(names = "--cadence", paramLabel = "WORD", description = "daily, weekly, monthly, quarterly or yearly.")
    @Nullable
    String cadence;

    @Option(names = "--label", paramLabel = "TEXT", description = "What people read.")
    @Nullable
    String label;

    @Option(names = "--why", paramLabel = "TEXT", description = "One sentence for who has to move it.")
    @Nullable
    String why;

    @Option(names = "--response", paramLabel = "TEXT", description = "What is done when it is off track.")
    @Nullable
    String response;

    PromoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> keys = new LinkedHashMap<>();
        put(keys, "label", label);
        put(keys, "objective", objective);
        put(keys, "owner", owner);
        put(keys, "cadence", cadence);
        put(keys, "why", why);
        put(keys, "response", response);
        return options.decide(new Goalposts.Wish.Promote(name == null ? metric : name, metric, to, by, keys), terminal);
    }

    private static void put(Map<String, String> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}
