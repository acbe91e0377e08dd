package io.bellwether.engine.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Excel's days since a first one, with the time as a fraction, in either of its two calendars. */
final class SerialDate {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);

    /** The day after 31 December 9999, as the calendar of 1900 counts. */
    private static final BigDecimal END = BigDecimal.valueOf(2_958_466);

    private SerialDate() {}

    /** Empty where Excel itself shows no date. In the calendar of 1900 day 60 is a 29 February that never was. */
    static Optional<LocalDateTime> of(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(END) >= 0) {
            return Optional.empty();
        }
        long millis = serial.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long day = Math.floorDiv(millis, 86_400_000L);
        if (!from1904 && day == 60) {
            return Optional.empty();
        }
        LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        return Optional.of(
                zero.plusDays(day).atStartOfDay().plusNanos(Math.floorMod(millis, 86_400_000L) * 1_000_000L));
    }
}
