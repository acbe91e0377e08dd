package io.bellwether.app.message;

import java.time.Instant;

/** Each message by the carrier of its channel. */
public record Carriers(Carrier mail, Carrier hooks) implements Carrier {
    @Override
    public Outcome carry(Message message, Instant at) {
        return switch (message.to().kind()) {
            case EMAIL -> mail.carry(message, at);
            case WEBHOOK, SLACK, TEAMS -> hooks.carry(message, at);
        };
    }
}
