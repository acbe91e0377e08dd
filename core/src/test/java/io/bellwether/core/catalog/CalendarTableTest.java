package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Show;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar's tables, and what datasets say about time. */
class CalendarTableTest {
    @Test
    void tablesAreSortedShortestFirst() {
        Resolution resolution = Workspaces.stays("""
                calendar:
                  week_starts: sunday
                  tables:
                    - { dataset: days, time: ds, grains: { alien_day: alien_day, fiscal_period: fiscal_period } }
                    - { dataset: users, time: joined_on, grain: month }
                    - { dataset: listings, time: created_at, grain: hour, grains: [capacity] }
                metrics:
                  - { name: x, expression: count(bookings.id), where: "time.fiscal_period = 'P1' and time.capacity > 1" }
                """);
        assertThat(resolution.diagnostics()).isEmpty();
        assertThat(resolution.sound().workspace().calendarTables())
                .extracting(CalendarTable::grain)
                .containsExactly(Grain.HOUR, Grain.DAY, Grain.MONTH);
        CalendarTable days = resolution.sound().workspace().calendarTables().get(1);
        assertThat(days.dataset()).isEqualTo("days");
        assertThat(days.field()).isEqualTo("ds");
        assertThat(days.grains()).containsOnlyKeys("alien_day", "fiscal_period");
        Expr where = ((Metric.Expression) resolution.sound().metrics().get("x")).where();
        assertThat(Show.of(where)).isEqualTo("(and (equal time.fiscal_period 'P1') (greater time.capacity 1))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{ dataset: dayz, time: ds } ~ D301 ~ no dataset named \"dayz\"",
                "{ dataset: days, time: dz } ~ D301 ~ \"days\" has no field or column \"dz\"",
                "{ dataset: days, time: alien_day } ~ D339 ~ \"alien_day\" is a number, not a date or timestamp",
                "{ dataset: days, time: ds, grain: fortnight } ~ D308 ~ \"fortnight\" is not a grain",
                "{ dataset: days, time: ds, grains: { moon: phase } } ~ D301 ~ \"days\" has no field or column \"phase\"",
                "{ dataset: days, time: ds, grains: { month: alien_day } } ~ D306 ~ calendar: the grain \"month\" is taken",
                "{ dataset: days, time: ds, grains: { moon: } } ~ D303 ~ the grain \"moon\" needs the column that defines it",
                "{ dataset: days } ~ D304 ~ a calendar table has no \"time\"",
                "{ dataset: days, time: ds, grian: day } ~ D302 ~ a calendar table has no key \"grian\"",
                "days ~ D303 ~ a calendar table is a block of keys, not a text",
            })
    void refuses(String table, String code, String message) {
        Resolution resolution = Workspaces.stays("calendar:\n  table: " + table + "\n");
        assertThat(resolution.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo(code);
            assertThat(d.message()).isEqualTo(message);
        });
    }

    @Test
    void whoUsesAGrainOfABrokenTableIsNotBlamed() {
        Resolution resolution = Workspaces.stays("""
                calendar: { table: { dataset: dayz, time: ds, grains: { moon: phase } } }
                metrics: [{ name: x, expression: count(bookings.id), to_date: moon, where: time.moon > 3 }]
                """);
        assertThat(Workspaces.codes(resolution)).containsExactly("D301");
    }

    @Test
    void datasetsSayWhatTheyAreAboutAndWhenARowHolds() {
        Dataset listings = Workspaces.stays().sound().datasets().get("listings");
        assertThat(listings.entities()).containsExactly("listing");
        assertThat(listings.validity()).isEqualTo(new Dataset.Validity("valid_from", "valid_to"));
    }

    @Test
    void aTimeFieldMayHaveAGrain() {
        Resolution resolution = Workspaces.stays("""
                datasets:
                  - name: sales
                    source: s.csv
                    fields:
                      - { name: month, expression: InvoiceDate, grain: month }
                      - { name: amount, expression: Quantity, grain: month }
                      - { name: other, expression: ShippedOn, grain: fortnight }
                """);
        assertThat(Workspaces.codes(resolution)).containsExactly("D308", "D339");
        Field month = resolution.sound().datasets().get("sales").fields().get("month");
        assertThat(month.grain()).isEqualTo(Grain.MONTH);
        assertThat(month.type()).isEqualTo(Type.TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{ from: ShippedOn } ~ D304",
                "{ from: ShippedOn, to: Country } ~ D339",
                "{ from: ShippedOn, to: gone } ~ D301",
                "[ShippedOn, InvoiceDate] ~ D303",
            })
    void validityNeedsTwoTimes(String validity, String code) {
        Resolution resolution =
                Workspaces.stays("datasets:\n  - name: sales\n    source: s.csv\n    validity: " + validity + "\n");
        assertThat(Workspaces.codes(resolution)).containsExactly(code);
    }
}
