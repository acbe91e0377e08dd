package io.bellwether.app.message;

import io.bellwether.core.judge.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told, before it is written for a channel.
 *
 * @param type for machines: {@code alert.fail}, {@code digest.daily}
 * @param subject one line
 * @param tone what it says at a glance
 * @param lead one or two sentences
 * @param facts for machines, by name: texts, numbers, booleans
 */
public record Letter(
        String type, String subject, Status.Tone tone, String lead, List<Part> parts, Map<String, ?> facts) {
    public Letter {
        parts = List.copyOf(parts);
    }

    /** Some lines under a heading. */
    public record Part(@Nullable String heading, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One thing and what there is to say of it.
     *
     * @param link the address of its page, or null
     */
    public record Line(String title, String text, @Nullable String link) {}
}
