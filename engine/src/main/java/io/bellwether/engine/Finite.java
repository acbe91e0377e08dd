package io.bellwether.engine;

import org.jspecify.annotations.Nullable;

/** No answer holds a number that is none. */
public final class Finite {
    private Finite() {}

    /** @throws EngineException where the value is infinite or not a number (NaN) */
    public static @Nullable Object checked(@Nullable Object value, String column) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw EngineException.of(
                    "E606",
                    column + " is infinite or not a number: it is computed of numbers that are too large",
                    "look at what is multiplied, or raised to a power, in its expression");
        }
        return value;
    }
}
