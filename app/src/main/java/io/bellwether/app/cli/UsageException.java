package io.bellwether.app.cli;

import org.jspecify.annotations.Nullable;

/** A command line that cannot be followed. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String fix;

    UsageException(String message, @Nullable String fix) {
        super(message, null, false, false);
        this.fix = fix;
    }

    @Nullable
    String fix() {
        return fix;
    }
}
