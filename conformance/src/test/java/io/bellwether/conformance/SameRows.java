package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows are the same when their values are; decimals to the last digit, sums of doubles to a part in a thousand million. */
final class SameRows {
    private static final MathContext DOUBLE = new MathContext(9);

    private SameRows() {}

    static void check(List<List<@Nullable Object>> ours, List<List<@Nullable Object>> theirs, boolean ordered) {
        assertThat(texts(ours, theirs, ordered)).isEqualTo(texts(theirs, ours, ordered));
    }

    private static List<String> texts(
            List<List<@Nullable Object>> rows, List<List<@Nullable Object>> others, boolean ordered) {
        boolean inexact = hasDouble(rows) || hasDouble(others);
        var texts = rows.stream()
                .map(row -> row.stream().map(v -> text(v, inexact)).toList().toString());
        return (ordered ? texts : texts.sorted(Comparator.naturalOrder())).toList();
    }

    private static boolean hasDouble(List<List<@Nullable Object>> rows) {
        return rows.stream().anyMatch(row -> row.stream().anyMatch(Double.class::isInstance));
    }

    private static String text(@Nullable Object value, boolean inexact) {
        return switch (value) {
            case null -> "NULL";
            case Number number -> number(new BigDecimal(number.toString()), inexact);
            case Date date -> date.toLocalDate().toString();
            case Timestamp time -> time.toLocalDateTime().toString();
            default -> value.toString();
        };
    }

    private static String number(BigDecimal number, boolean inexact) {
        BigDecimal rounded = inexact ? number.round(DOUBLE) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
