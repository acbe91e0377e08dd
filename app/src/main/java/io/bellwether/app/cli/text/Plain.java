package io.bellwether.app.cli.text;

import io.bellwether.core.unit.Equality;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A value as plain text: numbers written out in full, moments at midnight as their date. */
final class Plain {
    private Plain() {}

    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Double number -> floating(number);
            case Float number -> floating(number.doubleValue());
            case LocalDateTime time -> moment(time);
            default -> value.toString();
        };
    }

    private static String floating(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        var plain = Equality.decimal(number).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }

    private static String moment(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString().replace('T', ' ');
    }
}
