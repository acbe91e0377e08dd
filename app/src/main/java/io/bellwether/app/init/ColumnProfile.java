package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data says about one column.
 *
 * @param filled rows that have a value
 * @param distinct different values, about
 * @param low the lowest value as text, or null
 * @param high the highest value as text, or null
 * @param negative rows below zero; 0 for what is no number
 * @param fractional rows that are no whole number
 * @param fine rows that need more than four decimal places
 * @param reading an expression that makes a date or a number of the column's texts, or null where it is read as it stands
 * @param common the most frequent values of a column with few, the most frequent first
 */
record ColumnProfile(
        Column column,
        long filled,
        long distinct,
        @Nullable String low,
        @Nullable String high,
        long negative,
        long fractional,
        long fine,
        @Nullable String reading,
        List<String> common) {
    String name() {
        return column.name();
    }

    Type type() {
        return column.type();
    }

    /** Its value in a statement of the embedded engine. */
    String expression() {
        String quoted = '"' + name().replace("\"", "\"\"") + '"';
        return reading == null ? quoted : Readings.engine(reading, quoted);
    }

    boolean isNumeric() {
        return column.type().isNumeric();
    }

    /** Whether every value is a number from 0 to 1 with a fraction among them. */
    boolean isShare() {
        return isNumeric()
                && fractional > 0
                && low != null
                && high != null
                && new BigDecimal(low).signum() >= 0
                && new BigDecimal(high).compareTo(BigDecimal.ONE) <= 0;
    }

    ColumnProfile withCommon(List<String> values) {
        return new ColumnProfile(
                column, filled, distinct, low, high, negative, fractional, fine, reading, List.copyOf(values));
    }
}
