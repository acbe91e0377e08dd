package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole periods that stand for others, as dbt counts since its offsets follow the aggregation; counted by hand. */
class DbtPeriodsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void project() throws IOException {
        String manifest;
        try (var in = Objects.requireNonNull(DbtPeriodsTest.class.getResourceAsStream("/dbt/sales.json"))) {
            manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String days = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2026, 5, 1))
                .map(LocalDate::toString)
                .collect(Collectors.joining("\n", "day\n", "\n"));
        shell = new Shell(folder)
                .file("p/semantic_manifest.json", manifest)
                .file("p/visits.csv", """
                        id,seen,who
                        1,2026-01-03,ann
                        2,2026-01-30,bob
                        3,2026-01-31,ann
                        4,2026-02-28,cid
                        5,2026-03-29,ann
                        6,2026-03-31,bob
                        """)
                .file("p/bills.csv", "id,billed,who\n1,2026-01-01,ann\n2,2026-03-01,bob\n3,2026-03-01,dan\n")
                .file("p/all days.csv", days);
    }

    private String ask(String metrics, String... more) {
        String[] words = Stream.concat(Stream.of("query", metrics, "-w", "p", "--format", "csv"), Stream.of(more))
                .toArray(String[]::new);
        var result = shell.run(words);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    @Test
    void theMonthBeforeIsWholeWhereMonthsAreAsked() {
        assertThat(ask("month_before", "--by", "metric_time__month"))
                .isEqualTo("metric_time__month,month_before\n2026-02-01,3\n2026-03-01,1\n2026-04-01,2\n");
    }

    @Test
    void aDayThatIsAskedForBringsItsWholeMonth() {
        String header = "metric_time__month,month_before\n";
        assertThat(ask("month_before", "--by", "metric_time__month", "--where", day("= '2026-03-02'")))
                .isEqualTo(header + "2026-03-01,1\n");
        assertThat(ask("month_before", "--by", "metric_time__month", "--where", day("<= '2026-03-02'")))
                .isEqualTo(header + "2026-02-01,3\n2026-03-01,1\n");
        assertThat(ask("month_before", "--by", "metric_time__month", "--where", day("in ('2026-02-28', '2026-04-30')")))
                .isEqualTo(header + "2026-02-01,3\n2026-04-01,2\n");
        assertThat(ask("month_before", "--by", "metric_time__month", "--where", "visit__seen = '2026-03-02'"))
                .isEqualTo(header + "2026-03-01,1\n");
    }

    @Test
    void aWeekThatIsAskedForBringsBothItsMonths() {
        String week = "{{ TimeDimension('metric_time', 'week') }} = '2026-03-30'";
        assertThat(ask("month_before", "--by", "metric_time__month", "--where", week))
                .isEqualTo("metric_time__month,month_before\n2026-03-01,1\n2026-04-01,2\n");
    }

    private static String day(String condition) {
        return "{{ TimeDimension('metric_time', 'day') }} " + condition;
    }

    @Test
    void aQuarterCountsTheDaysThatAreAskedFor() {
        // By quarters each day looks a month back on its own: 30 and 31 March on 28 February, 29 April on 29 March.
        assertThat(ask("month_before", "--by", "metric_time__quarter", "--where", day(">= '2026-03-30'")))
                .isEqualTo("metric_time__quarter,month_before\n2026-01-01,2\n2026-04-01,1\n");
    }

    @Test
    void eachDayLooksBackByItself() {
        assertThat(ask("month_before", "--by", "metric_time__day", "--from", "2026-02-27", "--to", "2026-03-31"))
                .isEqualTo("""
                        metric_time__day,month_before
                        2026-03-28,1
                        2026-03-29,1
                        2026-03-30,1
                        2026-03-31,1
                        """);
    }

    @Test
    void aMonthAtItsStartIsTheMonth() {
        assertThat(ask("at_start", "--by", "metric_time__month"))
                .isEqualTo("metric_time__month,at_start\n2026-01-01,3\n2026-02-01,1\n2026-03-01,2\n");
    }

    @Test
    void filledDaysAreTheFirstOfAMonthAndCountInItsMean() {
        // January: ann on 3 and 4, bob on 30, bob and ann on 31; February begins with the window of 31 January.
        assertThat(ask("first_people", "--by", "metric_time__month", "--from", "2026-01", "--to", "2026-02"))
                .isEqualTo("metric_time__month,first_people\n2026-01-01,0\n2026-02-01,1\n");
        assertThat(ask("mean_people", "--by", "metric_time__month", "--from", "2026-01", "--to", "2026-01"))
                .startsWith("metric_time__month,mean_people\n2026-01-01,0.16129"); // 5 / 31
    }

    @Test
    void aRunningTotalIsThatOfTheFirstDayThatIsAskedFor() {
        // On 1 February the window of two days holds ann and bob of 31 January, from the 2nd on nobody.
        assertThat(ask("first_people", "--by", "metric_time__month", "--where", day("= '2026-02-01'")))
                .isEqualTo("metric_time__month,first_people\n2026-02-01,1\n");
        assertThat(ask("first_people", "--by", "metric_time__month", "--where", day("= '2026-02-02'")))
                .isEqualTo("metric_time__month,first_people\n2026-02-01,0\n");
    }

    @Test
    void whatIsKnownByTheMonthFollowsWhatHappenedInIt() {
        // Ann's bill of January follows her visit of the 31st, bob's of March the one of the 31st; dan never came.
        assertThat(ask("billed_visits", "--by", "metric_time__day"))
                .contains("\n2026-01-31,1\n", "\n2026-03-31,1\n")
                .doesNotContain("01-03,1", "01-30,1", "03-29,1");
    }

    @Test
    void theTableOfDaysIsFoundInItsQuotes() {
        var result = shell.run("check", "-w", "p");
        assertThat(result.out() + result.err()).doesNotContain("days\"");
    }
}
