package io.bellwether.app.scorecard;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A shop with seven receipts, for the use cases over the real engine; a person's SQL over the same file is the check. */
public final class Till implements AutoCloseable {
    private final Path folder;
    private final Bellwether bellwether;
    private final Catalog catalog;

    public Till(Path folder) {
        this.folder = folder;
        try {
            Files.writeString(folder.resolve("sales.csv"), SALES);
            Files.writeString(folder.resolve("shops.csv"), "shop,land\nYork,England\nLeeds,England\nLeeds,Scotland\n");
            Files.writeString(folder.resolve("bellwether.yml"), DEFINITIONS);
            this.bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
            this.catalog = bellwether.loader().load(1).good();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Bellwether bellwether() {
        return bellwether;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** One number, by another connection. */
    public BigDecimal byHand(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        sql.replace("sales", "read_csv('" + folder.resolve("sales.csv") + "')"))) {
            rows.next();
            return new BigDecimal(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        bellwether.close();
    }

    private static final String SALES = """
            receipt,day,shop,amount
            1,2025-02-03,York,80.00
            2,2025-03-03,Leeds,20.00
            3,2026-01-10,York,100.00
            4,2026-01-31,Leeds,50.50
            5,2026-02-10,York,200.00
            6,2026-03-10,Leeds,300.00
            7,2026-03-31,York,0.25
            """;

    private static final String DEFINITIONS = """
            name: Till
            time_zone: Europe/London
            currency: GBP
            datasets:
              - { name: sales, source: sales.csv, time: day, primary_key: receipt }
              - { name: shops, source: shops.csv, primary_key: shop }
            relationships:
              - { from: sales, to: shops, columns: [shop] }
            metrics:
              - { name: revenue, expression: sum(sales.amount), unit: currency, direction: up }
              - { name: receipts, expression: count(sales.receipt), unit: count, direction: up }
              - { name: basket, expression: "revenue / nullif(receipts, 0)", unit: currency, direction: up }
            objectives:
              - { name: grow, statement: Grow, owner: maria, timeframe: 2026 }
            kpis:
              - { name: revenue_2026, metric: revenue, objective: grow, owner: maria, cadence: monthly,
                  target: { total: 2000, by: 2026 }, supporting: [receipts] }
              - { name: leeds, metric: revenue, where: "sales.shop = 'Leeds'", objective: grow, owner: sam,
                  cadence: monthly, target: { total: 100, by: 2026 } }
              - { name: basket_2026, metric: basket, objective: grow, owner: maria, cadence: monthly,
                  target: { at_least: 90, required: 75%, by: 2026 } }
              - { name: english, metric: revenue, where: "shops.land = 'England'", objective: grow, owner: sam,
                  cadence: monthly, target: { total: 100, by: 2026 } }
            """;
}
