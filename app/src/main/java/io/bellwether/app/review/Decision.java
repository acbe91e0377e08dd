package io.bellwether.app.review;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a review decides about a KPI. Those that change a promise are carried out where promises are changed, not here. */
public enum Decision {
    KEEP("Keep as it is", null),
    ACT("Act", null),
    RETARGET("Change the target", "retarget"),
    DEMOTE("Demote to a metric", "demote"),
    RETIRE("Retire", "retire");

    private final String label;
    private final @Nullable String command;

    Decision(String label, @Nullable String command) {
        this.label = label;
        this.command = command;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** The command that carries it out; empty where nothing has to be. */
    public Optional<String> command(String kpi) {
        return Optional.ofNullable(command).map(c -> "bellwether " + c + " " + kpi);
    }

    static Optional<Decision> of(@Nullable String word) {
        for (Decision decision : values()) {
            if (decision.word().equals(word)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }
}
