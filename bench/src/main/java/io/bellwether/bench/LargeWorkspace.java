package io.bellwether.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace with as many metrics and KPIs as wanted over a small file: plain, filtered, derived metrics in turn. */
final class LargeWorkspace {
    private static final int PER_FILE = 50;
    private static final int OBJECTIVES = 10;

    private LargeWorkspace() {}

    static void write(Path folder, int metrics, int kpis) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), head());
        Files.writeString(folder.resolve("sales.csv"), rows());
        for (int first = 0; first < metrics; first += PER_FILE) {
            StringBuilder text = new StringBuilder("metrics:\n");
            for (int i = first; i < Math.min(metrics, first + PER_FILE); i++) {
                text.append(metric(i));
            }
            Files.writeString(folder.resolve("metrics-" + first / PER_FILE + ".yml"), text);
        }
        for (int first = 0; first < kpis; first += PER_FILE) {
            StringBuilder text = new StringBuilder("kpis:\n");
            for (int i = first; i < Math.min(kpis, first + PER_FILE); i++) {
                text.append(kpi(i, metrics));
            }
            Files.writeString(folder.resolve("kpis-" + first / PER_FILE + ".yml"), text);
        }
    }

    private static String head() {
        StringBuilder text = new StringBuilder("""
                name: Large
                time_zone: Europe/London
                currency: GBP
                datasets:
                  - name: sales
                    source: sales.csv
                    time: sold_on
                    fields:
                      - { name: amount, expression: quantity * price }
                objectives:
                """);
        for (int i = 0; i < OBJECTIVES; i++) {
            text.append("  - { name: objective_%d, statement: Grow %d, owner: maria@example.com, timeframe: 2026 }%n"
                    .formatted(i, i));
        }
        return text.toString();
    }

    private static String rows() {
        StringBuilder text = new StringBuilder("sold_on,order_no,region,quantity,price\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("2026-%02d-%02d,%d,R%d,%d,%d.50%n"
                    .formatted(1 + i % 12, 1 + i % 28, i / 2, i % 10, 1 + i % 7, 3 + i % 90));
        }
        return text.toString();
    }

    private static String metric(int i) {
        String expression = switch (i % 5) {
            case 0 -> "sum(sales.amount)";
            case 1 -> "sum(sales.quantity) filter (where sales.region = 'R%d')".formatted(i % 10);
            case 2 -> "count(distinct sales.order_no)";
            case 3 -> "m%d / nullif(m%d, 0)".formatted(i - 3, i - 1);
            default -> "(m%d - m%d) * 1.0 / nullif(m%d + m%d, 0)".formatted(i - 4, i - 3, i - 4, i - 3);
        };
        String direction = i % 7 == 0 ? "down" : "up";
        return """
                  - name: m%d
                    label: Metric %d
                    description: The metric of its number, for people who count
                    expression: "%s"
                    unit: ratio
                    direction: %s
                """.formatted(i, i, expression, direction);
    }

    private static String kpi(int i, int metrics) {
        int metric = i % metrics;
        return """
                  - name: k%d
                    metric: m%d
                    objective: objective_%d
                    owner: maria@example.com
                    role: %s
                    kind: output
                    target: { at_least: %d, by: 2026 }
                    cadence: monthly
                    supporting: [m%d, m%d]
                    why: It shows whether the region grows
                    response: Call the region's manager within a week
                """.formatted(
                        i,
                        metric,
                        i % OBJECTIVES,
                        i % 2 == 0 ? "leading" : "lagging",
                        100 + i,
                        (metric + 1) % metrics,
                        (metric + 2) % metrics);
    }
}
