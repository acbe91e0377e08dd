package io.bellwether.app.promise;

import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.util.List;

/** How a close is told. */
public final class ClosingWords {
    private ClosingWords() {}

    /** {@code reported £1.20M, At risk}; with {@code ; now £1.18M, Off track} where data has changed since. */
    public static String text(Closing closing, Unit unit) {
        String reported = "reported " + stand(closing.reported(), closing.now(), unit);
        return closing.isRestated() ? reported + "; now " + stand(closing.now(), closing.reported(), unit) : reported;
    }

    /** The same, with the last good number beside one that could not be judged. */
    public static String text(Closing closing, List<Closing> all, Unit unit) {
        return text(closing, unit)
                + closing.goodBefore(all)
                        .map(good ->
                                "; last good " + NumberText.tile(good.now().value(), unit) + " (" + good.label() + ")")
                        .orElse("");
    }

    /** As many digits as tell the two apart. */
    private static String stand(Closing.Stand one, Closing.Stand other, Unit unit) {
        return NumberText.beside(one.value(), other.value(), unit) + ", "
                + one.status().label();
    }
}
