package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsResolverTest {
    private static final String METRICS = """
            metrics:
              - { name: revenue, expression: sum(sales.amount), unit: currency, direction: up }
            """;

    private static Resolution workspace(String text) {
        return Workspaces.shop(METRICS + text);
    }

    private static Operations operations(String text) {
        Resolution resolution = workspace(text);
        assertThat(resolution.diagnostics()).isEmpty();
        return resolution.sound().operations();
    }

    private static List<String> problems(String text) {
        return workspace(text).diagnostics().stream()
                .map((Diagnostic d) -> d.code() + " " + d.message() + " / " + d.fix())
                .toList();
    }

    @Test
    void findsPeopleWhateverTheCaseOfTheirAddress() {
        Operations operations = operations("""
                people:
                  - { email: Maria@Example.com, name: Maria López, team: sales, time_zone: Europe/Madrid }
                  - email: sam@example.com
                """);
        Person maria = operations.person(" MARIA@example.com ").orElseThrow();
        assertThat(maria.email()).isEqualTo("maria@example.com");
        assertThat(maria.zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
        assertThat(operations.person("sam@example.com").orElseThrow().name()).isEqualTo("sam");
        assertThat(operations.team("sales")).containsExactly(maria);
        assertThat(operations.person("eve@example.com")).isEmpty();
    }

    @Test
    void thePersonTwiceIsAProblem() {
        assertThat(problems("people: [ {email: a@b.c}, {email: A@B.C} ]\n"))
                .singleElement()
                .asString()
                .startsWith("D306 people: the name \"a@b.c\" is taken");
    }

    @Test
    void readsAlertsWithAllThatTheySay() {
        Alert alert = operations("""
                        alerts:
                          - on: [revenue, sales]
                            when: { change: 10%, against: year_ago, minimum: 1_000 }
                            to: [ maria@example.com, {webhook: "https://example.com/hook", secret: "${env:S}"}, {slack: "${env:HOOK}"} ]
                            on_recover: false
                            renotify_after: 7 days
                            quiet_hours: 22:00-7:00
                        """).alerts().getFirst();
        assertThat(alert.name()).isEqualTo("change of revenue, sales");
        assertThat(alert.on())
                .containsExactly(
                        new Alert.Subject(Alert.Subject.Kind.METRIC, "revenue"),
                        new Alert.Subject(Alert.Subject.Kind.DATASET, "sales"));
        assertThat(alert.when())
                .isEqualTo(new Alert.When.Change(new BigDecimal("0.10"), "year_ago", new BigDecimal("1000")));
        assertThat(alert.to())
                .containsExactly(
                        new Alert.Channel(Alert.Channel.Kind.EMAIL, "maria@example.com", null),
                        new Alert.Channel(Alert.Channel.Kind.WEBHOOK, "https://example.com/hook", "${env:S}"),
                        new Alert.Channel(Alert.Channel.Kind.SLACK, "${env:HOOK}", null));
        assertThat(alert.moments()).containsExactly(Alert.Moment.FAIL, Alert.Moment.ERROR);
        assertThat(alert.renotifyAfter()).isEqualTo(Period.ofDays(7));
        assertThat(alert.quietHours()).isEqualTo(new Alert.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    }

    @Test
    void twoAlertsOnTheSameHaveTwoNames() {
        String two = "alerts: [ {on: revenue, when: anomaly, to: a@b.c}, {on: revenue, when: anomaly, to: d@e.f} ]\n";
        assertThat(operations(two).alerts())
                .extracting(Alert::name)
                .containsExactly("anomaly of revenue", "anomaly of revenue (2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{on: revenu, when: status, to: a@b.c} | D301 no KPI, metric, objective or dataset \"revenu\" / did you mean \"revenue\"?",
                "{on: revenue, when: stats, to: a@b.c} | D308 \"stats\" is not a when / did you mean \"status\"?",
                "{on: revenue, when: {above: 1, below: 2}, to: a@b.c} | D304 \"when\" names one thing",
                "{on: revenue, when: {change: 0%}, to: a@b.c} | D336 a change is more than nothing",
                "{on: revenue, when: {change: 5%, against: yesterday}, to: a@b.c} | D308 a change is against previous or year_ago",
                "{on: revenue, when: status, to: nobody} | D372 \"nobody\" is not an e-mail address",
                "{on: revenue, when: status, to: {slack: \"https://hooks.example.com/T0/SECRET\"}} | D371 the address of the hook holds a secret",
                "{on: revenue, when: status, to: {webhook: \"ftp://x\"}} | D372 a webhook is an address",
                "{on: revenue, when: status, to: a@b.c, quiet_hours: at night} | D318 quiet hours are from one time",
            })
    void saysWhatIsWrongWithAnAlert(String alert, String problem) {
        assertThat(problems("alerts: [ " + alert + " ]\n")).anyMatch(p -> p.startsWith(problem.strip()));
    }

    @Test
    void aSecretInAnAlertIsNotShown() {
        String text = "alerts: [ {on: revenue, when: status, to: {slack: \"https://hooks.example.com/T0/SECRET\"}} ]\n";
        assertThat(workspace(text).diagnostics())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.span().file().text()).doesNotContain("SECRET"));
    }

    @Test
    void readsWaiversServersAndDigests() {
        Operations operations = operations("""
                waivers: [ {code: K107, on: grow, reason: The second team starts in March, until: 2026-03-01} ]
                store: { url: "jdbc:postgresql://db/bellwether", user: b, password: "${env:P}" }
                mail: { host: smtp.example.com, port: 2525, security: none, from: kpi@example.com }
                digest: { weekly: "08:00", weekday: friday }
                allow_private_hosts: [ hooks.internal ]
                """);
        Operations.Waiver waiver = operations.waivers().getFirst();
        assertThat(waiver.holds(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(waiver.holds(LocalDate.of(2026, 3, 2))).isFalse();
        assertThat(operations.store().password()).isEqualTo("${env:P}");
        assertThat(operations.mail().port()).isEqualTo(2525);
        assertThat(operations.digests()).isEqualTo(new Operations.Digests(null, LocalTime.of(8, 0), DayOfWeek.FRIDAY));
        assertThat(operations.privateHosts()).containsExactly("hooks.internal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store: {url: \"jdbc:mysql://x\"} | D372 the store's url is not one of PostgreSQL",
                "store: {url: \"jdbc:postgresql://x/y\", password: hunter2} | D371 the password holds a secret",
                "mail: {host: h, from: me} | D372 \"me\" is not an e-mail address",
                "mail: {host: h, from: a@b.c, port: 70000} | D336 a port is 1 to 65535",
                "waivers: [ {code: K107, until: 2026-01-01} ] | D304 a waiver has no \"reason\"",
                "waivers: [ {code: K107, reason: r, until: soon} ] | D318 \"soon\" is not a date",
                "digest: { daily: noon } | D318 \"noon\" is not a time of day",
            })
    void saysWhatIsWrongWithTheRest(String text, String problem) {
        assertThat(problems(text + "\n")).anyMatch(p -> p.startsWith(problem.strip()));
    }

    @Test
    void quietHoursReachOverMidnight() {
        var night = new Alert.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(List.of(LocalTime.of(22, 0), LocalTime.of(23, 59), LocalTime.MIDNIGHT, LocalTime.of(6, 59)))
                .allMatch(night::holds);
        assertThat(List.of(LocalTime.of(7, 0), LocalTime.NOON, LocalTime.of(21, 59)))
                .noneMatch(night::holds);
    }
}
