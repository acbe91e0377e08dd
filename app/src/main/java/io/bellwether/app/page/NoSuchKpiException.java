package io.bellwether.app.page;

import org.jspecify.annotations.Nullable;

/** The address names a KPI that the workspace does not have. */
public final class NoSuchKpiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String fix;

    public NoSuchKpiException(String name, @Nullable String fix) {
        super("no KPI named \"" + name + "\"", null, false, false);
        this.fix = fix;
    }

    public @Nullable String fix() {
        return fix;
    }
}
