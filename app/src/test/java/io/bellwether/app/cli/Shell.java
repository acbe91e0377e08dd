package io.bellwether.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Runs the command line in this process, in a folder, on a fixed day. */
final class Shell {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-15T10:00:00Z"), ZoneOffset.UTC);
    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    record Result(int exit, String out, String err) {}

    Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(stream(out), stream(err), folder, CLOCK);
        int exit = Main.run(terminal, arguments);
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Shell file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** A small shop: three orders a month in 2026, one of them returned in part. */
    static Shell smallShop(Path folder) {
        var rows = new StringBuilder("order_no,ordered_at,customer,country,quantity,price\n");
        for (int month = 1; month <= 10; month++) {
            rows.append("A%d,2026-%02d-03 09:30:00,c1,France,2,10.50%n".formatted(month, month));
            rows.append("B%d,2026-%02d-14 23:59:59,c%d,Spain,1,%d.25%n".formatted(month, month, month, month));
            rows.append("C%d,2026-%02d-28 00:00:00,,France,-1,10.50%n".formatted(month, month));
        }
        return new Shell(folder)
                .file("data/orders.csv", rows.toString())
                .file("bellwether.yml", """
                        name: Small shop
                        time_zone: Europe/Paris
                        currency: EUR
                        """)
                .file("model.yml", MODEL)
                .file("kpis.yml", KPIS);
    }

    private static final String MODEL = """
            datasets:
              - name: orders
                source: data/orders.csv
                time: ordered_at
                fields:
                  - { name: amount, expression: "quantity * cast(price as decimal(18, 2))" }
            metrics:
              - { name: revenue, label: Revenue, expression: sum(orders.amount), unit: currency, direction: up }
              - { name: orders_count, expression: "count(distinct orders.order_no) filter (where orders.quantity > 0)",
                  unit: count, direction: up }
              - { name: average_order, expression: "revenue / nullif(orders_count, 0)", unit: currency, direction: up }
            """;

    private static final String KPIS = """
            objectives:
              - { name: grow, statement: Grow the shop, owner: maria@example.com, timeframe: 2026 }
            kpis:
              - name: revenue_2026
                label: Revenue 2026
                metric: revenue
                objective: grow
                owner: maria@example.com
                target: { total: 200, by: 2026 }
                cadence: monthly
                supporting: [orders_count]
                why: It pays the rent
              - name: spanish_orders
                metric: orders_count
                where: "orders.country = 'Spain'"
                objective: grow
                owner: sam@example.com
                target: { at_least: 1, by: 2026 }
                cadence: monthly
              - name: basket
                metric: average_order
                objective: grow
                lifecycle: draft
                target: { reach: 20, by: 2026 }
            """;
}
