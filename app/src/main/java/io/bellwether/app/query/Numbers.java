package io.bellwether.app.query;

import io.bellwether.core.unit.Equality;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Values of an answer as exact numbers. */
public final class Numbers {
    private Numbers() {}

    /** How the value may be compared with others. */
    public static Equality equality(@Nullable Object value) {
        return value instanceof Double ? Equality.OF_DOUBLES : Equality.EXACT;
    }

    /** Null for what is no number, infinity and not-a-number among it. */
    public static @Nullable BigDecimal decimal(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            case Double number when Double.isFinite(number) -> Equality.decimal(number);
            case null, default -> null;
        };
    }
}
