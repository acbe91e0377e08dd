package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets, cadences and words in a calendar of weeks, and what cannot be said of it. One unit is sold each day. */
class RetailCalendarTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        StringBuilder rows = new StringBuilder("day,sold\n");
        for (var day = java.time.LocalDate.of(2021, 1, 31); day.getYear() < 2025; day = day.plusDays(1)) {
            rows.append(day).append(",1\n");
        }
        Files.writeString(folder.resolve("sales.csv"), rows);
        definitions("{ pattern: 4-5-4, year_ends: saturday nearest the end of january, year_named_by: start }");
    }

    private void definitions(String calendar) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Retail
                calendar: %s
                datasets:
                  - { name: sales, source: sales.csv, time: day }
                metrics:
                  - { name: sold, expression: sum(sales.sold), direction: up }
                objectives:
                  - { name: sell, statement: Sell, owner: a@example.com, timeframe: FY2024 }
                kpis:
                  - { name: quarter, metric: sold, objective: sell, owner: a@example.com, cadence: weekly, target: { total: 91, by: FY2024-Q1 } }
                  - { name: monthly, metric: sold, objective: sell, owner: a@example.com, cadence: fiscal_monthly, target: { at_least: 28 } }
                  - { name: year, metric: sold, objective: sell, owner: a@example.com, cadence: fiscal_quarterly, target: { increase_by: 10%%, baseline: FY2023 } }
                """.formatted(calendar));
    }

    @Test
    void aScorecardCountsInWeeks() {
        Cli cli = Cli.run(folder, "status", "--as-of", "2024-04-06", "--format", "csv");
        assertThat(cli.exit()).as(cli.err()).isZero();
        // The quarter began on 4 February: 63 days of 91. P02 (35 days) has just ended. 2023 had 371 days.
        assertThat(cli.out()).contains("quarter,", ",63,", "P02 FY2024", ",35,", ",371,");
    }

    @Test
    void aLongJanuaryIsHeldAgainstTheShortOne() {
        Cli cli = Cli.run(
                folder,
                "query",
                "sold",
                "--by",
                "time.fiscal_month",
                "--from",
                "FY2023-P12",
                "--to",
                "FY2023-P12",
                "--compare",
                "year_ago,previous",
                "--format",
                "csv");
        assertThat(cli.out()).isEqualTo("time.fiscal_month,sold,sold_year_ago,sold_previous\n2023-12-31,35,28,35\n");
    }

    @Test
    void lengthsThatDifferCannotBeCountedByTime() {
        Cli cli = Cli.run(folder, "query", "sold", "--by", "time.month", "--offset", "1 fiscal_quarter");
        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("Q506", "count in weeks: 13 weeks, 52 weeks");
        Cli one = Cli.run(
                folder,
                "query",
                "sold",
                "--from",
                "FY2024",
                "--to",
                "FY2024",
                "--offset",
                "1 fiscal_year",
                "--as-of",
                "2025-03-01",
                "--format",
                "csv");
        assertThat(one.out()).as("one stretch can").isEqualTo("sold\n371\n");
    }

    @Test
    void wrongUseIsSaidWithItsPlace() throws IOException {
        definitions("{ pattern: 4-4-6, year_ends: last saturday of january }");
        assertThat(check()).contains("D308", "did you mean \"4-4-5\"?");
        definitions("{ pattern: 4-4-5 }");
        assertThat(check()).contains("D304", "add year_ends: last saturday of january");
        definitions("{ pattern: 4-4-5, year_ends: 31 january }");
        assertThat(check()).contains("D318", "does not say when a year ends");
        definitions("{ pattern: 4-4-5, year_ends: last saturday of january, week_starts: monday }");
        assertThat(check()).contains("D341", "write week_starts: sunday");
        definitions("{ pattern: 4-4-5, year_ends: last saturday of january, fiscal_year_starts: may }");
        assertThat(check()).contains("D341", "exclude each other");
        definitions("{ year_ends: last saturday of january }");
        assertThat(check()).contains("D341", "needs a \"pattern\"");
    }

    private String check() {
        return Cli.run(folder, "check").out();
    }
}
