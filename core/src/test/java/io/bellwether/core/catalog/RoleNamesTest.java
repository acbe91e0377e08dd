package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Show;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in conditions on rows: roles, {@code self}, {@code time}, {@code calendar}, {@code per}. */
class RoleNamesTest {
    private static final String METRICS = """
            metrics:
              - { name: bookings, expression: count(bookings.id) }
              - { name: views, expression: sum(listings.capacity) }
              - name: x
                expression: sum(bookings.value)
                where: >
                  %s
            """;

    private static Resolution where(String condition) {
        return Workspaces.stays(METRICS.formatted(condition));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "listing.country = 'France' ~ (equal listing.country 'France')",
                "listing.COUNTRY = 'France' ~ (equal listing.country 'France')",
                "listing.host.home = guest.home ~ (equal listing.host.home guest.home)",
                "host.joined_on >= '2020-01-01' ~ (greater_or_equal host.joined_on 2020-01-01)",
                "self.is_instant and not bookings.is_instant ~ (and self.is_instant (not bookings.is_instant))",
                "time.month = '2020-01-01' ~ (equal time.month 2020-01-01)",
                "time.hour > '2020-01-01' ~ (greater time.hour 2020-01-01)",
                "time.day_of_week in (6, 7) ~ (in time.day_of_week 6 7)",
                "calendar(listing.created_at, 'month') = time.month ~ (equal (calendar listing.created_at month) time.month)",
                "per(bookings, listing.listing_id) > 2 ~ (greater (per bookings listing.listing_id) 2)",
                "per(views, users.user_id, bookings.guest_id) = 1.5 ~ (equal (per views users.user_id bookings.guest_id) 1.5)",
            })
    void resolves(String condition, String shown) {
        Resolution resolution = where(condition);
        assertThat(resolution.diagnostics()).isEmpty();
        Metric.Expression metric =
                (Metric.Expression) resolution.sound().metrics().get("x");
        assertThat(Show.of(metric.where())).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "listin.country = 'F' ~ D301 ~ no dataset or role named \"listin\" ~ did you mean \"listing\"?",
                "listing.contry = 'F' ~ D301 ~ \"listing\" has no field or column \"contry\" ~ did you mean \"country\"?",
                "listing.hst.home = 'F' ~ D301 ~ no role \"hst\" leads on from \"listing\" ~ did you mean \"host\"?",
                "guest.host.home = 'F' ~ D301 ~ no role \"host\" leads on from \"guest\" ~ did you mean \"host\"?",
                "self.homee = 'F' ~ D301 ~ \"self\" has no field or column \"homee\" ~ did you mean \"home\"?",
                "listing.capacity = 'F' ~ D324 ~ cannot compare a number and a text ~ convert the text: cast(x as decimal(18, 2))",
                "time.mnth > '2020-01-01' ~ D308 ~ no grain \"mnth\" ~ did you mean \"month\"?",
                "calendar(listing.country, 'day') = 1 ~ D324 ~ \"calendar\" takes a date or a timestamp, not a text ~",
                "calendar(listing.created_at, 'alien_day') = 1 ~ D308 ~ no grain \"alien_day\" ~",
                "per(bokings, users.user_id) > 1 ~ D301 ~ no metric named \"bokings\" ~ did you mean \"bookings\" (more1.yml:2)?",
                "per(bookings, users.id) > 1 ~ D301 ~ \"users\" has no field or column \"id\" ~",
                "per(bookings, time.month) > 1 ~ D323 ~ a metric is taken per field, not per time ~ write per(orders, customers.id)",
                "per(bookings, users.user_id) = 'x' ~ D324 ~ cannot compare a number and a text ~ convert the text: cast(x as decimal(18, 2))",
                "bookings > 3 ~ D328 ~ \"bookings\" is a metric; rows are described by fields ~ write dataset.field, or per(",
                "days.alien_day = 1 ~ D330 ~ no relationship connects bookings and days ~",
            })
    void refuses(String condition, String code, String message, String fix) {
        Resolution resolution = where(condition);
        assertThat(resolution.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo(code);
            assertThat(d.message()).isEqualTo(message);
            assertThat(fix == null ? "" : d.fix()).startsWith(fix == null ? "" : fix);
        });
    }

    @Test
    void aRoleThatIsAlsoADatasetIsLeftToThePlanner() {
        Resolution resolution = Workspaces.stays("""
                relationships: [{ name: days, from: listings, to: users, columns: { user_id: user_id } }]
                metrics: [{ name: x, expression: count(bookings.id), where: days.alien_day > 2 and days.home = 'x' }]
                """);
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void severalRelationshipsMayShareAName() {
        Resolution resolution = Workspaces.stays("""
                relationships: [{ name: guest, from: bookings, to: listings, columns: { listing_id: listing_id } }]
                metrics: [{ name: x, expression: count(bookings.id), where: guest.home = 'x' and guest.capacity > 2 }]
                """);
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void aRoleWhoseDefinitionIsBrokenIsNotBlamedOnItsUse() {
        Resolution resolution = Workspaces.stays("""
                relationships: [{ name: owner, from: listings, to: users, columns: { user: user_id } }]
                metrics: [{ name: x, expression: count(bookings.id), where: owner.home = 'x' }]
                """);
        assertThat(Workspaces.codes(resolution)).containsExactly("D301");
        assertThat(resolution.diagnostics().getFirst().message())
                .isEqualTo("\"listings\" has no field or column \"user\"");
    }

    @Test
    void anAggregateNeedsARealDataset() {
        Resolution resolution = Workspaces.stays("metrics: [{ name: x, expression: sum(host.user_id) }]");
        assertThat(Workspaces.codes(resolution)).containsExactly("D327");
    }

    @Test
    void whatARowHasHasNoPlaceOutsideOfAggregates() {
        Resolution resolution = Workspaces.stays("""
                metrics:
                  - { name: a, expression: count(bookings.id) }
                  - { name: b, expression: "per(a, users.user_id)" }
                  - { name: c, expression: a + time.day }
                  - { name: d, expression: "sum(bookings.value) filter (where per(a, self.guest_id) > 1)" }
                """);
        assertThat(Workspaces.codes(resolution)).containsExactly("D327", "D327");
        assertThat(resolution.sound().metrics()).containsOnlyKeys("a", "d");
    }

    @Test
    void aMetricPerSomethingMakesACircleToo() {
        Resolution resolution = Workspaces.stays("""
                metrics:
                  - { name: a, expression: count(bookings.id), where: "per(b, users.user_id) > 1" }
                  - { name: b, expression: "count(bookings.id) filter (where per(a, users.user_id) > 1)" }
                """);
        assertThat(resolution.diagnostics())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .isEqualTo("the metric stands on itself: a → b → a");
    }

    @Test
    void fieldsKnowNeitherMetricsNorTheCalendar() {
        Resolution resolution = Workspaces.shop("""
                datasets:
                  - name: users
                    source: u.csv
                    fields:
                      - { name: a, expression: "per(x, user_id)" }
                      - { name: b, expression: "calendar(joined_on, 'month')" }
                      - { name: c, expression: time.month }
                """);
        assertThat(Workspaces.codes(resolution)).containsExactly("D328", "D333", "D333");
    }

    @Test
    void conditionsOfAQuestionTakeTheSameNames() {
        Catalog catalog = Workspaces.stays(METRICS.formatted("bookings.is_instant"))
                .catalog()
                .orElseThrow();
        String text = "is_instant and host.home = 'x' and per(x, user_id) > 1.5 and time.month > '2020-01-01'";
        var parsed = RowExpressions.parseCondition(new SourceFile("--where", "listing." + "country = 'x'"), catalog);
        assertThat(parsed.diagnostics()).isEmpty();
        var whole = RowExpressions.parseCondition(
                new SourceFile("--where", text.replace("user_id", "guest.user_id")), catalog);
        assertThat(whole.diagnostics()).isEmpty();
        assertThat(whole.condition().map(Show::of).orElseThrow())
                .isEqualTo("(and (and (and bookings.is_instant (equal host.home 'x'))"
                        + " (greater (per x guest.user_id) 1.5)) (greater time.month 2020-01-01))");
    }
}
