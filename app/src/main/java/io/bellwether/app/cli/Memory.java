package io.bellwether.app.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory as people write it: {@code 4GB}, {@code 512 MB}. */
final class Memory {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([MG])(?:i?B)?");
    private static final long MEGABYTE = 1024 * 1024;

    /** With less DuckDB cannot even begin. */
    private static final long LEAST = 64 * MEGABYTE;

    private Memory() {}

    static long bytes(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT).replace("IB", "B"));
        if (!form.matches()) {
            throw new UsageException("\"" + text + "\" is no amount of memory", "write --memory 4GB or --memory 512MB");
        }
        long unit = form.group(2).equals("G") ? 1024 * MEGABYTE : MEGABYTE;
        long bytes =
                new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
        if (bytes < LEAST) {
            throw new UsageException("--memory " + text + " is too little for the engine", "give it 64MB or more");
        }
        return bytes;
    }
}
