package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dbt answers where it is not obvious; every expected row counted by hand from the few rows below. */
class DbtAnswersTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void project() throws IOException {
        String manifest;
        try (var in = Objects.requireNonNull(DbtAnswersTest.class.getResourceAsStream("/dbt/stays.json"))) {
            manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        shell = new Shell(folder)
                .file("p/semantic_manifest.json", manifest)
                .file("p/stays.csv", """
                        home_id,day,paid,copy,instant,guest
                        1,2026-01-29,2026-01-02,2026-01-01,true,ann
                        1,2026-01-30,2026-03-01,2026-01-01,false,
                        2,2026-01-31,2026-03-05,2026-01-02,false,bob
                        """)
                .file("p/homes.csv", "id,built,copy\n1,2026-01-29,2026-01-01\n2,2026-01-30,2026-01-02\n")
                .file("p/owners.csv", """
                        home_id,person,share,copy
                        1,eve,half,2026-01-01
                        1,dan,half,2026-01-02
                        2,eve,whole,2026-01-02
                        """)
                .file("p/days.csv", """
                        day,season
                        2026-01-28,2026-01-01
                        2026-01-29,2026-01-01
                        2026-01-30,2026-02-01
                        2026-01-31,2026-02-01
                        """);
    }

    private String ask(String metrics, String by, String... more) {
        List<String> words = new ArrayList<>(List.of("query", metrics, "-w", "p", "--format", "csv"));
        words.addAll(by.isEmpty() ? List.of() : List.of("--by", by));
        words.addAll(List.of(more));
        var result = shell.run(words.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    @Test
    void aConditionOnACustomGrainHoldsForRunningTotals() {
        assertThat(ask(
                        "so_far",
                        "metric_time",
                        "--where",
                        "{{ TimeDimension('metric_time', 'season') }} > '2026-01-15'"))
                .isEqualTo("metric_time__day,so_far\n2026-01-30,2\n2026-01-31,3\n");
    }

    @Test
    void aRunningTotalEndsWithTheTimeSpineInEachOfSeveralPeriods() {
        // The last week of the spine goes on in February, which it does not list.
        assertThat(ask("so_far", "metric_time__week,metric_time__month"))
                .isEqualTo("metric_time__week,metric_time__month,so_far\n2026-01-26,2026-01-01,1\n");
    }

    @Test
    void aRunningTotalByAnotherTimeIsTheTotal() {
        assertThat(ask("so_far,nights", "stay__paid__month"))
                .isEqualTo("stay__paid__month,so_far,nights\n2026-01-01,1,1\n2026-03-01,2,2\n");
    }

    @Test
    void aCountWithoutRowsIsNothing() {
        assertThat(ask("guests,instant_guests", "metric_time"))
                .isEqualTo("metric_time__day,guests,instant_guests\n2026-01-29,1,1\n2026-01-30,0,\n2026-01-31,1,\n");
    }

    @Test
    void aDayWithoutRowsOfOneMetricHasARowAlthoughAnotherHasSome() {
        assertThat(ask("every_day,every_instant_day", "metric_time,home")).isEqualTo("""
                metric_time__day,home,every_day,every_instant_day
                2026-01-28,,0,
                2026-01-29,1,1,1
                2026-01-30,1,1,
                2026-01-30,,0,
                2026-01-31,2,1,
                2026-01-31,,0,
                """);
    }

    @Test
    void aRowMeetsItsOwnCopyOfWhatConnectsItToMany() {
        // Home 1 has two owners, each in another copy of the data; it is in the first.
        assertThat(ask("homes", "home__person,home__share"))
                .isEqualTo("home__person,home__share,homes\neve,half,1\neve,whole,1\n");
    }

    @Test
    void conditionsAsWarehousesWriteThem() {
        for (String where : List.of(
                "{{ TimeDimension('metric_time', 'day') }} >= '2026-01-30'::date",
                "{{ TimeDimension('metric_time', 'day') }} > DATE '2026-01-30' - interval '1 day'",
                "{{ TimeDimension('metric_time', 'day') }} between '2026-01-30'::timestamp and '2026-01-31' -- both",
                "{# those of the end #} extract(day from {{ TimeDimension('metric_time', 'day') }})::int + 1::int > 30",
                "{{ Dimension('stay__instant') }}::varchar(5) ILIKE 'FALSE' /* as text */",
                "DATE_TRUNC('month', {{ TimeDimension('stay__paid') }}) = CAST('2026-03-01' AS TIMESTAMP)")) {
            assertThat(ask("nights", "", "--where", where)).as(where).isEqualTo("nights\n2\n");
        }
    }

    @Test
    void whatImportWritesAnswersTheSame() {
        List<List<String>> questions = List.of(
                List.of("so_far", "metric_time__week,metric_time__month"),
                List.of("guests,instant_guests", "metric_time"),
                List.of("every_day,every_instant_day", "metric_time,home"),
                List.of("homes", "home__person,home__share"),
                List.of("nights", "metric_time__season"));
        List<String> live = questions.stream().map(q -> ask(q.get(0), q.get(1))).toList();
        var written = shell.run("import", "p/semantic_manifest.json", "--to", "p", "--tables", ".");
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(questions.stream().map(q -> ask(q.get(0), q.get(1))).toList())
                .isEqualTo(live);
    }

    @Test
    void periodsShorterThanAMillisecondAreRefused() {
        var refused = shell.run("query", "nights", "--by", "stay__day__microsecond", "-w", "p");
        assertThat(refused.err())
                .contains("no period is shorter than a millisecond: \"stay__day__microsecond\"")
                .contains("ask for stay__day__millisecond");
    }
}
