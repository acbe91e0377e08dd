package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of jobs. */
public record JobsView(List<JobView> jobs) {
    /** @param due when it runs next, in words */
    public record JobView(
            String name,
            String what,
            String cadence,
            String due,
            boolean running,
            @Nullable RunView last,
            List<RunView> runs) {}

    /** @param tone good, bad, warn or none */
    public record RunView(String started, String took, String outcome, String tone, String message) {}
}
