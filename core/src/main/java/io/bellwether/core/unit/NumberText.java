package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people read them, in English. A number and its unit never part at the end of a line; minus is a minus sign;
 * a missing value is a dash.
 */
public final class NumberText {
    /** What stands for a value that is not there. */
    public static final String MISSING = "–";

    private NumberText() {}

    /** Short, for a tile: {@code £7.64M}, {@code 11.8 %}, {@code 3 h 12 min}, {@code 12,408}. */
    public static String tile(@Nullable BigDecimal value, Unit unit) {
        return value == null ? MISSING : Form.of(unit).tile(value, 0).text();
    }

    /** All that is known: {@code £8,712,345.67}, {@code 11.8234 %}; fractions without end to ten digits. */
    public static String exact(@Nullable BigDecimal value, Unit unit) {
        return value == null ? MISSING : Form.of(unit).exact(value);
    }

    /** As somebody wrote it in a definition: {@code 20 %}, {@code £10M}, {@code 99.95 %}: no digit lost, none added. */
    public static String written(BigDecimal value, Unit unit) {
        Form form = Form.of(unit);
        return Stream.of(0, 1)
                .map(more -> form.tile(value, more))
                .filter(shown -> shown.value().compareTo(value) == 0)
                .map(Form.Shown::text)
                .findFirst()
                .orElseGet(() -> form.exact(value));
    }

    /** {@code value} for a tile, with as many more digits as it takes to look different from {@code other}, if it is. */
    public static String beside(@Nullable BigDecimal value, @Nullable BigDecimal other, Unit unit) {
        if (value == null || other == null || value.compareTo(other) == 0) {
            return tile(value, unit);
        }
        Form form = Form.of(unit);
        return Stream.of(0, 1, 2)
                .filter(more -> form.tile(value, more)
                                .value()
                                .compareTo(form.tile(other, more).value())
                        != 0)
                .map(more -> form.tile(value, more).text())
                .findFirst()
                .orElseGet(() -> form.exact(value));
    }

    /** A difference between two values of that unit: {@code +0.7 pp}, {@code −£3,400}, {@code +12 min}. */
    public static String difference(@Nullable BigDecimal from, @Nullable BigDecimal to, Unit unit) {
        return from == null || to == null ? MISSING : Change.absolute(from, to, unit);
    }

    /** A change as a share of where it started: {@code +4.1 %}; a dash where it started at nothing. */
    public static String relative(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return from == null || to == null || from.signum() == 0 ? MISSING : Change.relative(from, to);
    }

    /**
     * How a value changed, as people say it of that unit: shares, ratios and scores by their difference ({@code +0.7
     * pp}, {@code −0.2 points}), all else relatively ({@code +4.1 %}) unless it started at nothing or changed its sign.
     */
    public static String change(@Nullable BigDecimal from, @Nullable BigDecimal to, Unit unit) {
        if (from == null || to == null) {
            return MISSING;
        }
        boolean byDifference = switch (unit) {
            case Unit.Percent _, Unit.Ratio _, Unit.Named _ -> true;
            case Unit.Count _, Unit.Currency _, Unit.Duration _, Unit.None _ -> false;
        };
        return byDifference || from.signum() * to.signum() <= 0 ? difference(from, to, unit) : relative(from, to);
    }

    /** A share of something, as progress is: {@code 40 %}; whole percents. */
    public static String share(@Nullable BigDecimal share) {
        return share == null ? MISSING : new Form.Share().tile(share, -1).text();
    }
}
