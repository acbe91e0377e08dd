package io.bellwether.app.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A few rows to start with where a person brings none: a year of orders, the same each time. */
public final class ExampleRows {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 365;
    private static final String[] COUNTRIES = {"Germany", "France", "Austria", "Germany"};

    private ExampleRows() {}

    /** Writes {@code data/orders.csv} into the folder; the file. */
    public static Path write(Path folder) {
        try {
            Path file = folder.resolve("data").resolve("orders.csv");
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.writeString(file, text());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text() {
        var text = new StringBuilder("order_id,ordered_at,customer_id,country,quantity,unit_price\n");
        for (int day = 0; day < DAYS; day++) {
            int quantity = day % 29 == 28 ? -1 : 1 + day * 7 % 5;
            text.append("O").append(1000 + day).append(',');
            text.append(FIRST.plusDays(day)).append(" 10:00:00,");
            text.append("C").append(day * day % 47).append(',');
            text.append(COUNTRIES[day % COUNTRIES.length]).append(',');
            text.append(quantity).append(',');
            text.append(9 + day % 4 * 5).append(".90\n");
        }
        return text.toString();
    }
}
