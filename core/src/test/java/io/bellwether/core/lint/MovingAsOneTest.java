package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.lint.MovingAsOne.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.jspecify.annotations.Nullable;

/** The short way to say that two do not move as one never says it of two that do. */
class MovingAsOneTest {
    @Property(tries = 500)
    void asPearsonSays(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 60) int length,
            @ForAll @DoubleRange(min = 0, max = 0.5) double noise) {
        var random = new java.util.Random(seed);
        double[] a = new double[length];
        double[] b = new double[length];
        for (int i = 0; i < length; i++) {
            a[i] = random.nextGaussian() * 1000;
            b[i] = -3 * a[i] + noise * 3000 * random.nextGaussian();
        }
        double expected = new PearsonsCorrelation().correlation(a, b);
        double found = series(a).with(series(b));
        if (Math.abs(expected) > MovingAsOne.AS_ONE) {
            assertThat(found).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
        } else {
            assertThat(Math.abs(found)).isLessThanOrEqualTo(MovingAsOne.AS_ONE);
        }
    }

    private static Series series(double[] numbers) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (double number : numbers) {
            values.add(BigDecimal.valueOf(number));
        }
        return Series.of(values);
    }
}
