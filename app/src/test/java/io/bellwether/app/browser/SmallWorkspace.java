package io.bellwether.app.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Four sales, one metric, one KPI: small enough to count by hand. */
public final class SmallWorkspace {
    private SmallWorkspace() {}

    public static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("sales.csv"), """
                day,country,amount
                2026-01-10,UK,100.00
                2026-02-10,FR,200.00
                2026-03-10,UK,300.00
                2026-04-10,UK,999.00
                """);
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Corner shop
                time_zone: Europe/London
                currency: GBP
                datasets:
                  - name: sales
                    source: sales.csv
                    time: day
                metrics:
                  - name: revenue
                    label: Revenue
                    description: What was sold
                    expression: sum(sales.amount)
                    unit: currency
                    direction: up
                objectives:
                  - { name: grow, statement: Grow the shop, owner: maria@example.com }
                kpis:
                  - name: revenue_2026
                    label: Revenue of the year
                    metric: revenue
                    objective: grow
                    owner: maria@example.com
                    cadence: monthly
                    target: { total: 2400, by: 2026 }
                    why: It pays the rent
                    response: Ask the regulars
                """);
    }
}
