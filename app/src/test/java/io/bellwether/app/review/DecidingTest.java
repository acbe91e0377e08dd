package io.bellwether.app.review;

import static io.bellwether.app.people.Team.MARIA;
import static io.bellwether.app.people.Team.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.people.Action;
import io.bellwether.app.people.Team;
import io.bellwether.app.promise.Decision;
import io.bellwether.app.promise.Dossier;
import io.bellwether.app.promise.Version;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.StoreOnBoth.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a review decides goes to where promises are kept. */
class DecidingTest {
    private static final String STORES = "io.bellwether.app.store.StoreOnBoth#stores";
    private static final String DAY = "2026-03-01";

    @TempDir
    Path folder;

    private static Deciding.Wanted wanted(
            String kpi, String decision, @Nullable String to, Deciding.@Nullable Todo todo) {
        return new Deciding.Wanted(kpi, decision, "The shop is closed in May", to, null, todo, null);
    }

    private static Deciding.Wanted wanted(String kpi, String decision) {
        return wanted(kpi, decision, null, null);
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void aNewTargetIsWrittenVersionedAndInTheMinutes(Opening store) throws IOException {
        try (var team = new Team(folder, store.open())) {
            Deciding deciding = new Deciding(team.people(), team.goalposts());
            long id = new Reviews(team.people())
                    .start(team.as(MARIA, DAY), "grow")
                    .id();
            Meeting meeting =
                    deciding.decide(team.as(MARIA, DAY), id, wanted("revenue_2026", "retarget", "total: 2000", null));
            assertThat(written("bellwether.yml")).contains("total: 2000").doesNotContain("total: 2400");
            Decision decision = team.promises().decisions().of("revenue_2026").getFirst();
            assertThat(decision.action()).isEqualTo("retarget");
            assertThat(decision.person()).isEqualTo(MARIA);
            assertThat(Dossier.read(decision.dossier()).history()).isNotEmpty();
            Version version = team.promises().versions().of("revenue_2026").getLast();
            assertThat(version.number()).isEqualTo(2);
            assertThat(version.reason()).isEqualTo("The shop is closed in May");
            assertThat(version.decision()).isEqualTo(decision.id());
            Minutes.Line line = Minutes.of(meeting, team.catalog()).lines().getFirst();
            assertThat(line.decision()).isEqualTo("Change the target (Maria Silva)");
            assertThat(line.done()).contains("2,000").endsWith("because: The shop is closed in May");
            assertThat(line.command()).isNull();
            assertThat(team.store().read(Audit::verify).brokenAt()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void demoteAndRetireStandInTheFile(Opening store) throws IOException {
        try (var team = new Team(folder, store.open())) {
            Deciding deciding = new Deciding(team.people(), team.goalposts());
            long id = new Reviews(team.people())
                    .start(team.as(MARIA, DAY), "grow")
                    .id();
            deciding.decide(team.as(SAM, DAY), id, wanted("sales_count", "demote"));
            deciding.decide(team.as(SAM, DAY), id, wanted("revenue_2026", "retire"));
            assertThat(written("bellwether.yml")).contains("lifecycle: draft", "lifecycle: retired");
            assertThat(team.promises().versions().of("sales_count").getLast().change())
                    .contains("draft");
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void actOpensItsActionAndKeepKeepsItsEvidence(Opening store) throws IOException {
        try (var team = new Team(folder, store.open())) {
            Deciding deciding = new Deciding(team.people(), team.goalposts());
            String before = writtenAfter(team);
            long id = new Reviews(team.people())
                    .start(team.as(MARIA, DAY), "grow")
                    .id();
            var todo = new Deciding.Todo("Call the regulars, @sam@example.com", SAM, LocalDate.parse("2026-03-15"));
            Meeting meeting = deciding.decide(team.as(MARIA, DAY), id, wanted("revenue_2026", "act", null, todo));
            deciding.decide(team.as(MARIA, DAY), id, wanted("sales_count", "keep"));
            assertThat(meeting.items().getFirst().actions()).hasSize(1);
            Action action = team.people()
                    .actions()
                    .list("revenue_2026", null, Action.State.OPEN)
                    .getFirst();
            assertThat(action.owner()).isEqualTo(SAM);
            assertThat(action.sourceId()).isEqualTo(id);
            assertThat(team.promises().decisions().of("sales_count").getFirst().dossier())
                    .isNotNull();
            assertThat(written("bellwether.yml")).isEqualTo(before);
        }
    }

    private String writtenAfter(Team team) throws IOException {
        assertThat(team.catalog().kpis()).isNotEmpty();
        return written("bellwether.yml");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void whatWasOnlyChosenIsKeptAtTheEndAndStillToBeCarriedOut(Opening store) {
        try (var team = new Team(folder, store.open())) {
            Deciding deciding = new Deciding(team.people(), team.goalposts());
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, DAY), "grow").id();
            reviews.record(team.as(SAM, DAY), id, new Reviews.Said("sales_count", "Fine", 8, null, "keep"));
            reviews.record(team.as(MARIA, DAY), id, new Reviews.Said("revenue_2026", null, null, null, "retire"));
            Minutes minutes = Minutes.of(deciding.end(team.as(MARIA, DAY), id, "Go on"), team.catalog());
            Decision kept = team.promises().decisions().of("sales_count").getFirst();
            assertThat(kept.person()).isEqualTo(SAM);
            assertThat(kept.reason()).isEqualTo("Fine");
            assertThat(kept.dossier()).isNotNull();
            Decision open = team.promises().decisions().of("revenue_2026").getFirst();
            assertThat(open.change()).isEqualTo("not carried out yet");
            assertThat(open.reason()).isEqualTo("Go on");
            assertThat(minutes.lines().getFirst().command()).isEqualTo("bellwether retire revenue_2026");
            assertThat(minutes.lines().getFirst().done()).isNull();
            // It changes no promise: the file still says what it said.
            assertThat(team.promises().versions().of("revenue_2026")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void nothingIsKeptOfWhatCannotBeDone(Opening store) throws IOException {
        try (var team = new Team(folder, store.open())) {
            Deciding deciding = new Deciding(team.people(), team.goalposts());
            String before = writtenAfter(team);
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, DAY), "grow").id();
            refused("P839", deciding, team, id, wanted("revenue_2026", "retarget"));
            refused("P839", deciding, team, id, wanted("revenue_2026", "act"));
            refused("P839", deciding, team, id, wanted("revenue_2026", "promote"));
            refused("P832", deciding, team, id, wanted("idea", "retire"));
            refused(
                    "P83",
                    deciding,
                    team,
                    id,
                    new Deciding.Wanted("revenue_2026", "keep", "  ", null, null, null, null));
            refused("", deciding, team, id, wanted("revenue_2026", "retarget", "raech: 1", null));
            refused(
                    "P80",
                    deciding,
                    team,
                    id,
                    new Deciding.Wanted("revenue_2026", "retire", "x", null, null, null, "0"));
            var late = new Deciding.Todo("Call", SAM, LocalDate.parse("2025-01-01"));
            refused("P838", deciding, team, id, wanted("revenue_2026", "act", null, late));
            reviews.end(team.as(MARIA, DAY), id, null);
            refused("P836", deciding, team, id, wanted("revenue_2026", "retire"));
            assertThat(written("bellwether.yml")).isEqualTo(before);
            assertThat(team.promises().decisions().of("revenue_2026")).isEmpty();
            assertThat(reviews.meeting(id).items()).allMatch(item -> item.decision() == null);
        }
    }

    private static void refused(String code, Deciding deciding, Team team, long id, Deciding.Wanted wanted) {
        assertThatThrownBy(() -> deciding.decide(team.as(MARIA, DAY), id, wanted))
                .hasMessageStartingWith(code);
    }
}
