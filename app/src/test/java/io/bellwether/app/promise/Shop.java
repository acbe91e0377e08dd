package io.bellwether.app.promise;

import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.app.store.Store;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A shop that takes 10 a day in the second half of 2026, and one KPI over it that tests write as they like. */
final class Shop {
    final Path folder;

    Shop(Path folder) {
        this.folder = folder;
        write("bellwether.yml", """
                name: Shop
                time_zone: Europe/Paris
                currency: EUR
                people: [ { email: maria@example.com, name: Maria } ]
                """);
        write("model.yml", """
                datasets:
                  - name: sales
                    source: sales.csv
                    time: day
                    fields:
                      - { name: paid, expression: "cast(amount as decimal(18, 2))" }
                metrics:
                  - { name: revenue, expression: sum(sales.paid), unit: currency, direction: up }
                  - { name: sold, expression: count(*) , unit: count, direction: up }
                objectives:
                  - { name: grow, statement: Grow, owner: maria@example.com }
                """.replace("count(*)", "count(sales.amount)"));
        sales("10.00");
        kpi("target: { total: 900, by: 2026-Q3 }");
    }

    /** Each day from 1 July to 31 December 2026 sells for the same amount, in two countries. */
    Shop sales(String amount) {
        var rows = new StringBuilder("day,country,amount\n");
        for (var day = java.time.LocalDate.of(2026, 7, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            rows.append(day)
                    .append(day.getDayOfMonth() % 2 == 0 ? ",France," : ",Spain,")
                    .append(amount)
                    .append('\n');
        }
        return write("sales.csv", rows.toString());
    }

    /** The KPI {@code sales}, with these keys beside the usual ones. */
    Shop kpi(String... keys) {
        return write(
                "kpis.yml",
                "kpis:\n  - name: sales\n    metric: revenue\n    objective: grow\n    owner: maria@example.com\n"
                        + "    cadence: monthly\n    " + String.join("\n    ", keys) + "\n");
    }

    Shop write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WorkspaceFolder workspace() {
        return new WorkspaceFolder(folder, List.of());
    }

    Bellwether open() {
        return Bellwether.open(workspace());
    }

    /** The files as they are now. */
    static Catalog catalog(Bellwether bellwether) {
        return bellwether.loader().load(1).good();
    }

    static PromiseHistory promises(Store store, Bellwether bellwether) {
        return new PromiseHistory(store, new Hindsight(bellwether.answering()));
    }
}
