package io.bellwether.app.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The one way in which the store writes an instant: UTC with six decimals, so that the order of texts is that of time. */
public final class Moments {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Moments() {}

    public static String text(Instant instant) {
        return FORM.format(instant.truncatedTo(ChronoUnit.MICROS));
    }

    public static Instant read(String text) {
        return Instant.parse(text);
    }
}
