package io.bellwether.core.plan;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which stretch of time a question is about. */
public sealed interface TimeScope {
    /** One stretch, open where null; {@code end} is exclusive. */
    record Range(@Nullable LocalDateTime start, @Nullable LocalDateTime end) implements TimeScope {
        /** Whether no stretch is asked for, so that what has no time counts as well. */
        public boolean isOpen() {
            return start == null && end == null;
        }
    }

    /**
     * Many stretches at once, each a row of the answer: its first column is {@code window}, the index in the list.
     * Every window comes back, in order, also one without rows.
     */
    record Windows(List<TimeWindow> windows) implements TimeScope {
        public Windows {
            if (windows.isEmpty()) {
                throw new IllegalArgumentException("a question has at least one window");
            }
            windows = List.copyOf(windows);
        }
    }
}
