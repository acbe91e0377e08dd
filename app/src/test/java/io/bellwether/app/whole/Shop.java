package io.bellwether.app.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** A workspace with two numbers a day, which are high or low, and all that may happen to a KPI. */
final class Shop {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final int FIRST_TARGET = 1_000;

    final Path folder;
    private final Map<LocalDate, int[]> days = new TreeMap<>();

    /** @param store the {@code store:} of the workspace, or nothing */
    Shop(Path folder, Receivers receivers, String store) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Shop
                time_zone: UTC
                %s
                people: [{ email: maria@example.com, name: Maria }]
                mail: { host: localhost, port: %d, security: none, from: bellwether@example.com }
                allow_private_hosts: [localhost]
                datasets: [{ name: days, source: days.csv, time: day }]
                metrics:
                  - { name: level_a, expression: sum(days.a), unit: count, direction: up, grain: day }
                  - { name: level_b, expression: sum(days.b), unit: count, direction: up, grain: day }
                  - { name: typed, unit: count, direction: up, manual: { every: day } }
                objectives: [{ name: grow, statement: Grow, owner: maria@example.com, timeframe: 2026 }]
                alerts:
                  - { name: high_a, on: level_a, when: { above: 50 }, to: [{ webhook: "http://localhost:%d/" }] }
                  - { name: high_b, on: level_b, when: { above: 50 }, to: [{ webhook: "http://localhost:%d/" }, { email: maria@example.com }] }
                """.formatted(
                        store, receivers.mailPort(), receivers.hookPort(), receivers.hookPort()));
        Files.writeString(folder.resolve("kpis.yml"), kpis(FIRST_TARGET));
    }

    /** The file of KPIs, as it is with another target: all else of it stays, comments too. */
    static String kpis(int target) {
        return """
                # Written by a person, who wants to find it again.
                kpis:
                  - name: moved # its target moves
                    metric: level_a
                    objective: grow
                    owner: maria@example.com
                    target: { total: %d, by: 2026 } # so much in all
                    cadence: daily

                  - name: steady
                    metric: level_b
                    objective: grow
                    owner: maria@example.com
                    target: { at_least: 50, every: month }
                    cadence: daily
                """.formatted(target);
    }

    String kpisNow() throws IOException {
        return Files.readString(folder.resolve("kpis.yml"));
    }

    /** The rows of all days up to one, which is the last. */
    void day(LocalDate day, int a, int b) throws IOException {
        days.put(day, new int[] {a, b});
        StringBuilder text = new StringBuilder("day,a,b\n");
        days.forEach((d, values) -> text.append(d)
                .append(',')
                .append(values[0])
                .append(',')
                .append(values[1])
                .append('\n'));
        Path part = folder.resolve("days.csv.part");
        Files.writeString(part, text);
        Files.move(
                part, folder.resolve("days.csv"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    int a(LocalDate day) {
        return days.getOrDefault(day, new int[2])[0];
    }

    int b(LocalDate day) {
        return days.getOrDefault(day, new int[2])[1];
    }
}
