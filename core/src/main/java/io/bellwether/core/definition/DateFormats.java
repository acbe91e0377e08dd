package io.bellwether.core.definition;

import java.util.Optional;

/** Ways to write dates, in the words of strptime: {@code %d.%m.%Y}. */
final class DateFormats {
    /** What stands for a part of a moment; a hyphen before it allows for one digit, which is allowed anyway. */
    private static final String PARTS = "aAbBdmyYHIMSfpjzZ";

    private DateFormats() {}

    /** Why it is none; empty where it is one. */
    static Optional<String> wrong(String format) {
        boolean year = false;
        boolean day = false;
        boolean month = false;
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                continue;
            }
            i += i + 1 < format.length() && format.charAt(i + 1) == '-' ? 2 : 1;
            char part = i < format.length() ? format.charAt(i) : ' ';
            if (part != '%' && PARTS.indexOf(part) < 0) {
                return Optional.of("%" + (part == ' ' ? "" : part) + " stands for nothing");
            }
            year |= part == 'y' || part == 'Y';
            month |= part == 'm' || part == 'b' || part == 'B' || part == 'j';
            day |= part == 'd' || part == 'j';
        }
        if (!year) {
            return Optional.of("it has no year, %Y or %y");
        }
        return day && !month ? Optional.of("it has a day and no month, %m, %b or %B") : Optional.empty();
    }
}
