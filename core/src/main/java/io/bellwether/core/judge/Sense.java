package io.bellwether.core.judge;

import io.bellwether.core.unit.Equality;
import java.math.BigDecimal;

/** Which way is towards the target. */
enum Sense {
    UP(1),
    DOWN(-1);

    private final int sign;

    Sense(int sign) {
        this.sign = sign;
    }

    boolean isThere(BigDecimal actual, BigDecimal target, Equality equality) {
        return equality.compare(actual, target) * sign >= 0;
    }

    /**
     * Whether there is no way to go: the start is at the target, or beyond it already. Then all that can be asked is
     * whether the actual is there too.
     */
    boolean isFlat(BigDecimal start, BigDecimal target, Equality equality) {
        return isThere(start, target, equality);
    }
}
