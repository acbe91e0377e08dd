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

/** Days that are filled pass what their metric asks of rows, and a stretch that is asked for holds only what has a time; counted by hand. */
class DbtFilledTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String manifest = "";

    @BeforeEach
    void project() throws IOException {
        try (var in = Objects.requireNonNull(DbtFilledTest.class.getResourceAsStream("/dbt/parcels.json"))) {
            manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String days = LocalDate.of(2026, 2, 26)
                .datesUntil(LocalDate.of(2026, 3, 4))
                .map(LocalDate::toString)
                .collect(Collectors.joining("\n", "day\n", "\n"));
        shell = new Shell(folder)
                .file("p/semantic_manifest.json", manifest)
                .file("p/parcels.csv", """
                        id,depot,sent,size,kg
                        1,a,2026-02-26,S,1
                        2,a,2026-02-28,L,4
                        3,b,2026-02-28,S,2
                        4,z,2026-03-02,S,3
                        5,b,,L,9
                        """)
                .file("p/depots.csv", "id,town,opened\na,Bern,2026-02-26\nb,Chur,2026-03-02\nc,Genf,2026-03-02\n")
                .file("p/days.csv", days);
    }

    private String ask(String... words) {
        String[] all = Stream.concat(Stream.of("query", "-w", "p", "--format", "csv"), Stream.of(words))
                .toArray(String[]::new);
        var result = shell.run(all);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    @Test
    void aDayThatTheMetricTakesOutIsNotFilled() {
        String days = "2026-02-28,2\n2026-03-01,0\n2026-03-02,1\n2026-03-03,0\n";
        assertThat(ask("late", "--by", "metric_time__day")).isEqualTo("metric_time__day,late\n" + days);
        assertThat(ask("late", "--by", "parcel__sent__day")).isEqualTo("parcel__sent__day,late\n" + days);
        assertThat(ask("late", "--by", "metric_time__month"))
                .isEqualTo("metric_time__month,late\n2026-02-01,2\n2026-03-01,1\n");
        assertThat(ask("late", "--by", "metric_time__day", "--from", "2026-02-26", "--to", "2026-03-01"))
                .isEqualTo("metric_time__day,late\n2026-02-28,2\n2026-03-01,0\n");
    }

    @Test
    void asTheInputOfTheMetricDoes() {
        assertThat(ask("late_by_input", "--by", "metric_time__day"))
                .isEqualTo("metric_time__day,late_by_input\n2026-03-01,\n2026-03-02,1\n2026-03-03,\n");
    }

    @Test
    void eachMetricHasItsOwnDays() {
        assertThat(ask("late,late_by_input", "--by", "metric_time__day")).isEqualTo("""
                        metric_time__day,late,late_by_input
                        2026-02-28,2,
                        2026-03-01,0,
                        2026-03-02,1,1
                        2026-03-03,0,
                        """);
        assertThat(ask("weight_of_late", "--by", "metric_time__day"))
                .isEqualTo("metric_time__day,weight_of_late\n2026-02-28,3\n2026-03-01,\n2026-03-02,3\n2026-03-03,\n");
    }

    @Test
    void aFieldThatTheMetricAsksForIsAskedOfFilledDaysToo() {
        assertThat(ask("big", "--by", "metric_time__day,parcel__size", "--from", "2026-02-27", "--to", "2026-03-02"))
                .isEqualTo("metric_time__day,parcel__size,big\n2026-02-28,L,1\n");
        assertThat(ask("big", "--by", "metric_time__day,depot__town", "--from", "2026-02-27", "--to", "2026-03-01"))
                .isEqualTo("metric_time__day,depot__town,big\n2026-02-27,,0\n2026-02-28,Bern,1\n2026-03-01,,0\n");
    }

    @Test
    void aStretchHoldsNothingWithoutATime() {
        assertThat(ask("all_parcels", "--by", "parcel__size", "--from", "2026-03-01"))
                .isEqualTo("parcel__size,all_parcels\nS,1\n");
        assertThat(ask("--by", "parcel__size,metric_time__day", "--from", "2026-03-02", "--to", "2026-03-02"))
                .isEqualTo("parcel__size,metric_time__day\nL,2026-03-02\nS,2026-03-02\n");
        assertThat(ask(
                        "--by",
                        "parcel__size,depot__town,metric_time__day",
                        "--from",
                        "2026-03-02",
                        "--to",
                        "2026-03-02"))
                .doesNotContain("Genf")
                .contains(",2026-03-02\n");
    }

    @Test
    void momentsBoundAStretchAndMillisecondsArePeriods() throws IOException {
        shell.file("p/parcels.csv", """
                id,depot,sent,size,kg
                1,a,2026-02-26 10:00:00.250,S,1
                2,a,2026-02-28 11:30:00,L,4
                3,b,2026-02-28 11:45:10.5,S,2
                """);
        shell.file(
                "p/semantic_manifest.json",
                manifest.replace(
                        "\"day\" } },\n        { \"name\": \"size\"",
                        "\"millisecond\" } },\n        { \"name\": \"size\""));
        assertThat(ask("all_parcels", "--from", "2026-02-28 11:40:00", "--to", "2026-02-28T11:45:10.499"))
                .isEqualTo("all_parcels\n0\n");
        assertThat(ask("all_parcels", "--from", "2026-02-28T11:40", "--to", "2026-02-28T11:45:10.500"))
                .isEqualTo("all_parcels\n1\n");
        assertThat(ask(
                        "all_parcels",
                        "--by",
                        "metric_time__millisecond",
                        "--from",
                        "2026-02-26T10:00:00.249",
                        "--to",
                        "2026-02-26T10:00:00.250"))
                .isEqualTo("""
                        metric_time__millisecond,all_parcels
                        2026-02-26 10:00:00.249,0
                        2026-02-26 10:00:00.250,1
                        """);
        assertThat(ask("--by", "parcel__sent__millisecond", "--from", "2026-02-28", "--to", "2026-02-28"))
                .isEqualTo("parcel__sent__millisecond\n2026-02-28 11:30\n2026-02-28 11:45:10.500\n");
        var refused = shell.run("query", "all_parcels", "-w", "p", "--by", "metric_time__millisecond");
        assertThat(refused.err()).contains("Q507  a stretch without bounds");
    }

    @Test
    void withoutAStretchTheValuesOfATableStandBesideNoDay() {
        assertThat(ask("--by", "parcel__size,depot__town,metric_time__day")).contains(",Genf,\n");
    }
}
