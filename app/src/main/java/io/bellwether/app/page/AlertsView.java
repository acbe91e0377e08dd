package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of alerts: how each stands, and what was sent. */
public record AlertsView(List<AlertView> alerts, List<MessageView> messages) {
    /** @param when what it waits for, in words */
    public record AlertView(String name, String when, List<String> receivers, List<StandingView> standings) {}

    /**
     * @param tone good, bad, warn or none
     * @param href the page of what is watched, or null
     */
    public record StandingView(
            String subject,
            @Nullable String href,
            String receiver,
            String state,
            String tone,
            String since,
            String text) {}

    /** @param failed whether it was given up and may be tried again */
    public record MessageView(
            long id,
            String about,
            String receiver,
            String subject,
            String state,
            String tone,
            boolean failed,
            String added,
            String problem) {}

    /** What a command did. */
    public record Told(String text) {}
}
