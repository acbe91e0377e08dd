package io.bellwether.app.extract;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * A process that extracts version after version of a file, or of a server's table, until somebody kills it. Every row of a
 * version has its number.
 */
public final class ExtractLoop {
    static final int DAYS = 400;

    private ExtractLoop() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            var dataset = catalog.dataset("orders").orElseThrow();
            var calendar = catalog.workspace().calendar();
            // Half of the refreshes link the months of before, and read a year of them again.
            for (int version = Integer.parseInt(arguments[1]); ; version++) {
                write(folder, version);
                var manner = new Extracts.Manner(Period.ofYears(10), version % 2 == 0);
                bellwether.extracts().refresh(dataset, calendar, manner, Instant.EPOCH, Deadline.none());
                System.out.println(version);
            }
        }
    }

    private static void sql(String address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The source changes in one step: what is tested is the extract, not the file. */
    static void write(Path folder, int version) throws IOException, SQLException {
        Path address = folder.resolve("address");
        if (Files.exists(address)) {
            sql(
                    Files.readString(address),
                    "CREATE TABLE IF NOT EXISTS orders (day date, version int)",
                    "INSERT INTO orders SELECT '2025-01-01'::date + i, 0 FROM generate_series(0, " + (DAYS - 1)
                            + ") AS i WHERE NOT EXISTS (SELECT 1 FROM orders)",
                    "UPDATE orders SET version = " + version);
            return;
        }
        StringBuilder rows = new StringBuilder("day,version\n");
        for (int day = 0; day < DAYS; day++) {
            rows.append(LocalDate.of(2025, 1, 1).plusDays(day))
                    .append(',')
                    .append(version)
                    .append('\n');
        }
        Path fresh = Files.writeString(folder.resolve("orders.new"), rows);
        Files.move(fresh, folder.resolve("orders.csv"), StandardCopyOption.ATOMIC_MOVE);
    }
}
