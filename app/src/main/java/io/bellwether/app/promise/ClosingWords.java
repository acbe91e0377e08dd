package io.bellwether.app.promise;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a close is told. */
public final class ClosingWords {
    private static final int PLACES = 6;

    private ClosingWords() {}

    /** {@code reported £1.20M, At risk}; with {@code ; now £1.18M, Off track} where data has changed since. */
    public static String text(Closing closing, @Nullable Target target, Unit unit) {
        String reported = "reported " + stand(closing, closing.reported(), closing.now(), target, unit);
        return closing.isRestated()
                ? reported + "; now " + stand(closing, closing.now(), closing.reported(), target, unit)
                : reported;
    }

    /** The same, with the last good number beside one that could not be judged. */
    public static String text(Closing closing, List<Closing> all, @Nullable Target target, Unit unit) {
        return text(closing, target, unit)
                + closing.goodBefore(all)
                        .map(good ->
                                "; last good " + NumberText.tile(good.now().value(), unit) + " (" + good.label() + ")")
                        .orElse("");
    }

    private static String stand(
            Closing closing, Closing.Stand one, Closing.Stand other, @Nullable Target target, Unit unit) {
        return value(closing, one, other, target, unit) + ", " + one.status().label();
    }

    /**
     * The number that bears a verdict out, with as many digits as tell it from the other: where a promise had to hold in every
     * period of a timeframe, the share in which it was kept, since the last period's own number says nothing of the others.
     */
    public static String value(
            Closing closing, Closing.Stand one, Closing.Stand other, @Nullable Target target, Unit unit) {
        return closing.kind() == Closing.Kind.TIMEFRAME && isShareKept(one, target)
                ? kept(one)
                : NumberText.beside(one.value(), other.value(), unit);
    }

    private static String kept(Closing.Stand one) {
        return "kept in " + NumberText.share(java.util.Objects.requireNonNull(one.progress())) + " of the periods";
    }

    private static boolean isShareKept(Closing.Stand one, @Nullable Target target) {
        if (one.progress() == null) {
            return false;
        }
        return switch (target) {
            case Target.AtLeast _, Target.AtMost _, Target.Between _ -> true;
            // Of a plan that sums up, progress is what there is over what is planned; of a rate's, it is not.
            case Target.FromMetric _ ->
                one.value() != null
                        && one.target() != null
                        && one.value()
                                        .subtract(one.progress().multiply(one.target()))
                                        .abs()
                                        .compareTo(one.target().abs().movePointLeft(PLACES))
                                > 0;
            case null -> false;
            case Target.Reach _, Target.Change _, Target.Total _ -> false;
        };
    }
}
