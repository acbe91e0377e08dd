package io.bellwether.app.people;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What exactly an owner acknowledges: the promise of a KPI as it is defined, told apart from every other by a short text. */
public final class Promises {
    private Promises() {}

    /** The same for the same target, metric, slice, direction and thresholds, wherever they stand in the files. */
    public static String fingerprint(Kpi kpi) {
        String all = String.join(
                "|",
                kpi.metric(),
                Objects.toString(where(kpi)),
                kpi.direction().name(),
                plain(kpi.thresholds().onTrack()),
                plain(kpi.thresholds().atRisk()),
                target(kpi.target()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the places in the files that its nodes carry. */
    private static @Nullable String where(Kpi kpi) {
        return kpi.where() == null ? null : kpi.where().toString().replaceAll("span=[^=]*?:\\d+:\\d+", "");
    }

    private static String target(@Nullable Target target) {
        if (target == null) {
            return "";
        }
        Target.Terms terms = target.terms();
        String what = switch (target) {
            case Target.Reach(var level, var _) -> "reach " + plain(level);
            case Target.Change change -> "change " + change.increase() + plain(change.amount()) + change.relative();
            case Target.Total(var amount, var _) -> "total " + plain(amount);
            case Target.AtLeast(var bound, var _) -> "at_least " + plain(bound);
            case Target.AtMost(var bound, var _) -> "at_most " + plain(bound);
            case Target.Between(var low, var high, var _) -> "between " + plain(low) + " " + plain(high);
            case Target.FromMetric(var metric, var _) -> "metric " + metric;
        };
        return what + "|" + terms.schedule() + "|" + terms.baseline() + "|" + terms.path() + "|" + terms.tolerance() + "|"
                + terms.required();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
