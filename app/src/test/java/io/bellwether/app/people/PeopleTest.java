package io.bellwether.app.people;

import static io.bellwether.app.people.Team.MARIA;
import static io.bellwether.app.people.Team.SAM;
import static io.bellwether.app.people.Team.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.people.Action.From;
import io.bellwether.app.people.CheckIn.Said;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.time.Due;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Check-ins, actions, and all else that people say, on both stores. */
class PeopleTest {
    private static final String STORES = "io.bellwether.app.store.StoreOnBoth#stores";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource(STORES)
    void aCheckInStandsBesideWhatTheKpiStoodAtThen(Opening store) {
        try (var team = new Team(folder, store.open())) {
            CheckIns checkIns = team.people().checkIns();
            checkIns.add(team.as(MARIA, "2026-02-28"), "revenue_2026", new Said("Slow", 4, "rain\nand more rain"));
            checkIns.add(team.as(SAM, "2026-03-31"), "revenue_2026", new Said("Better", 6, null));
            List<CheckIn> said = checkIns.of("revenue_2026", 10);
            assertThat(said).extracting(CheckIn::comment).containsExactly("Better", "Slow");
            // 300 of 2400 where 59/365 are due: pace 0.77. 600 where 90/365 are due: pace 1.01.
            assertThat(said).extracting(CheckIn::status).containsExactly("on_track", "at_risk");
            assertThat(said.getLast().value()).isEqualByComparingTo(new BigDecimal("300"));
            assertThat(said.getLast().note()).isEqualTo("rain\nand more rain");
            assertThat(checkIns.latest("revenue_2026")).contains(said.getFirst());
            assertThat(checkIns.latest("sales_count")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void onlyTheAuthorCorrectsACheckInAndItsHistoryStays(Opening store) {
        try (var team = new Team(folder, store.open())) {
            CheckIns checkIns = team.people().checkIns();
            long first = checkIns.add(team.as(MARIA, "2026-02-28"), "revenue_2026", new Said("Slwo", 4, null))
                    .id();
            long second = checkIns.correct(team.as(MARIA, "2026-03-01"), first, new Said("Slow", 5, null))
                    .id();
            refused("P834", () -> checkIns.correct(team.as(SAM, "2026-03-01"), second, new Said("Fast", 9, null)));
            refused("P835", () -> checkIns.correct(team.as(SAM, "2026-03-01"), 99, new Said("Fast", 9, null)));
            checkIns.correct(team.as(MARIA, "2026-03-02"), second, new Said("Slow, alas", 5, null));
            assertThat(checkIns.of("revenue_2026", 10))
                    .extracting(CheckIn::comment)
                    .containsExactly("Slow, alas");
            assertThat(checkIns.history(second))
                    .extracting(CheckIn::comment)
                    .containsExactly("Slwo", "Slow", "Slow, alas");
            assertThat(checkIns.history(first).getLast().day()).isEqualTo(day("2026-02-28"));
            assertThat(team.store().<Audit.Verified>read(Audit::verify).brokenAt())
                    .isNull();
            List<Audit.Entry> log = team.store().read(h -> Audit.latest(h, Optional.of("kpi:revenue_2026"), 10));
            assertThat(log)
                    .extracting(Audit.Entry::action)
                    .containsExactly("check_in.correct", "check_in.correct", "check_in.add");
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void hostileTextsAreKeptAsTheyAreAndTheirLimitsRefused(Opening store) {
        try (var team = new Team(folder, store.open())) {
            CheckIns checkIns = team.people().checkIns();
            String long10k = "<script>alert('x')</script> שלום \u202Eevil 😀 "
                            .repeat(300)
                            .substring(0, 9_999) + "!";
            var kept = checkIns.add(team.as(MARIA, "2026-03-31"), "revenue_2026", new Said(long10k, 0, null));
            assertThat(checkIns.of("revenue_2026", 1).getFirst().comment())
                    .isEqualTo(kept.comment())
                    .isEqualTo(long10k);
            for (String bad : List.of("x".repeat(10_001), "", " \n ", "a\u0000b", "a\u001b[2Jb", "half \ud83d")) {
                refused(
                        "P831",
                        () -> checkIns.add(team.as(MARIA, "2026-03-31"), "revenue_2026", new Said(bad, 5, null)));
            }
            for (Integer bad : new Integer[] {null, -1, 11}) {
                refused(
                        "P833",
                        () -> checkIns.add(team.as(MARIA, "2026-03-31"), "revenue_2026", new Said("a", bad, null)));
            }
            refused("P832", () -> checkIns.add(team.as(MARIA, "2026-03-31"), "revenue", new Said("a", 5, null)));
            refused(
                    "P831",
                    () -> team.people()
                            .actions()
                            .open(team.as(MARIA, "2026-03-31"), action("two\nlines", "2026-04-30")));
            refused(
                    "P831",
                    () -> team.people()
                            .actions()
                            .open(team.as(MARIA, "2026-03-31"), action("x".repeat(201), "2026-04-30")));
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void anActionHasAnOwnerADueDateAndAnOutcomeForGood(Opening store) {
        try (var team = new Team(folder, store.open())) {
            Actions actions = team.people().actions();
            long id = actions.open(team.as(MARIA, "2026-02-10"), action("Call France", "2026-02-20"))
                    .id();
            refused("P838", () -> actions.open(team.as(MARIA, "2026-02-10"), action("Late", "2026-02-09")));
            refused("P837", () -> actions.move(team.as(MARIA, "2026-02-11"), id, "sma@example.com", null));
            actions.move(team.as(MARIA, "2026-02-11"), id, MARIA, day("2026-02-25"));
            assertThat(actions.list("revenue_2026", null, Action.State.OPEN)
                            .getFirst()
                            .isOverdue(day("2026-02-25")))
                    .isFalse();
            assertThat(actions.list("revenue_2026", null, Action.State.OPEN)
                            .getFirst()
                            .isOverdue(day("2026-02-26")))
                    .isTrue();
            Action done = actions.done(team.as(SAM, "2026-02-28"), id, "They buy more");
            assertThat(done.owner()).isEqualTo(MARIA);
            assertThat(done.person()).isEqualTo(MARIA);
            assertThat(done.stepBy()).isEqualTo(SAM);
            assertThat(done.value()).isEqualByComparingTo(new BigDecimal("300"));
            refused("P836", () -> actions.drop(team.as(SAM, "2026-02-28"), id, "no"));
            refused("P835", () -> actions.done(team.as(SAM, "2026-02-28"), id + 1, "no"));
            assertThat(actions.list("revenue_2026", null, Action.State.OPEN)).isEmpty();
            // March against February, whole months: 300 against 200. The year's sum can only grow and would say
            // nothing.
            Map<Long, Measured.Delta> effects = actions.effects(List.of(done), team.as(MARIA, "2026-03-31"));
            assertThat(effects.get(id).from()).isEqualByComparingTo(new BigDecimal("200"));
            assertThat(effects.get(id).to()).isEqualByComparingTo(new BigDecimal("300"));
            assertThat(actions.effects(List.of(done), team.as(MARIA, "2026-02-28")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void whoIsNamedIsToldOnceAndUntilTheyLook(Opening store) {
        try (var team = new Team(folder, store.open())) {
            var said = new Said(
                    "@sam and @SAM@example.com. see sales@sam @nobody @maria", 5, "@李伟 what do you think, @li.wei?");
            team.people().checkIns().add(team.as(MARIA, "2026-03-31"), "revenue_2026", said);
            List<Mention> sams = team.people().mentions().of(SAM, 10);
            assertThat(sams).hasSize(1);
            assertThat(sams.getFirst().author()).isEqualTo(MARIA);
            assertThat(sams.getFirst().subject()).isEqualTo("kpi:revenue_2026");
            assertThat(team.people().mentions().of("li.wei@example.com", 10)).hasSize(1);
            assertThat(team.people().mentions().of(MARIA, 10)).isEmpty();
            assertThat(team.people().work(SAM).unread()).hasSize(1);
            team.people()
                    .mentions()
                    .seen(SAM, sams.getFirst().id(), sams.getFirst().at().plusSeconds(9));
            team.people()
                    .mentions()
                    .seen(SAM, sams.getFirst().id(), sams.getFirst().at().plusSeconds(9));
            assertThat(team.people().work(SAM).unread()).isEmpty();
            assertThat(team.people().mentions().of(SAM, 10).getFirst().seen()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void eventsAndNotesAreOnTheChartsThatTheyAreAbout(Opening store) {
        try (var team = new Team(folder, store.open())) {
            Remarks remarks = team.people().remarks();
            var all = new Remarks.On(null, null);
            long strike = remarks.event(team.as(MARIA, "2026-03-31"), day("2026-03-01"), "Strike", null, all)
                    .id();
            remarks.event(
                    team.as(MARIA, "2026-03-31"),
                    day("2026-02-01"),
                    "Sale",
                    "campaign",
                    new Remarks.On(null, "revenue"));
            remarks.event(
                    team.as(MARIA, "2026-03-31"),
                    day("2026-01-01"),
                    "Count",
                    null,
                    new Remarks.On("sales_count", null));
            assertThat(remarks.eventsOn("revenue_2026", "revenue"))
                    .extracting(Remark::label)
                    .containsExactly("Strike", "Sale");
            remarks.note(team.as(SAM, "2026-03-31"), "2026-02", "A big one", new Remarks.On("revenue_2026", null));
            assertThat(remarks.notes(new Remarks.On("revenue_2026", "revenue")))
                    .extracting(Remark::day)
                    .containsExactly(day("2026-02-01"));
            assertThat(remarks.notes(new Remarks.On("sales_count", "sales_count")))
                    .isEmpty();
            refused(
                    "P838",
                    () -> remarks.note(
                            team.as(SAM, "2026-03-31"), "last week", "x", new Remarks.On("revenue_2026", null)));
            refused(
                    "P832",
                    () -> remarks.note(team.as(SAM, "2026-03-31"), "2026-02", "x", new Remarks.On(null, "revnue")));
            refused("P834", () -> remarks.withdraw(team.as(SAM, "2026-03-31"), strike));
            remarks.withdraw(team.as(MARIA, "2026-03-31"), strike);
            refused("P835", () -> remarks.withdraw(team.as(MARIA, "2026-03-31"), strike));
            assertThat(remarks.events()).extracting(Remark::label).containsExactly("Sale", "Count");
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void anOwnerTakesOnEachPromiseAndThanksComeWhenItIsKept(Opening store) {
        try (var team = new Team(folder, store.open())) {
            Author reader = team.as(MARIA, "2026-03-31");
            Kpi kpi = team.catalog().kpi("sales_count").orElseThrow();
            var taking = team.people().acknowledgements();
            assertThat(taking.isMissing(reader, kpi, team.people().work(null).taken()))
                    .isTrue();
            refused("P834", () -> taking.add(reader, "sales_count"));
            taking.add(team.as(SAM, "2026-03-31"), "sales_count");
            assertThat(taking.isMissing(reader, kpi, team.people().work(null).taken()))
                    .isFalse();
            refused("P839", () -> team.people().praises().add(reader, "revenue_2026", "Well done"));
            team.people().praises().add(reader, "sales_count", "Well done, @sam");
            assertThat(team.people().work(null).praised()).containsExactly("sales_count 2026-Q1");
            assertThat(team.people().praises().of("sales_count")).hasSize(1);
            assertThat(team.people().mentions().of(SAM, 1)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void whatIsDueFollowsFromTheLastCheckIns(Opening store) {
        try (var team = new Team(folder, store.open())) {
            Author reader = team.as(MARIA, "2026-03-31");
            Kpi revenue = team.catalog().kpi("revenue_2026").orElseThrow();
            assertThat(team.people().work(null).checkIn(reader, revenue))
                    .map(Due::state)
                    .contains(Due.State.DUE);
            for (String day : List.of("2026-01-05", "2026-01-20")) {
                team.people().checkIns().add(team.as(MARIA, day), "revenue_2026", new Said("a", 5, null));
            }
            team.people().checkIns().add(team.as(MARIA, "2026-03-02"), "sales_count", new Said("a", 5, null));
            Work work = team.people().work(null);
            assertThat(work.lastCheckIns())
                    .isEqualTo(Map.of("revenue_2026", day("2026-01-20"), "sales_count", day("2026-03-02")));
            assertThat(work.checkIn(reader, revenue)).map(Due::state).contains(Due.State.OVERDUE);
            assertThat(work.checkIn(reader, team.catalog().kpi("idea").orElseThrow()))
                    .isEmpty();
        }
    }

    private static Action.New action(String title, String due) {
        return new Action.New("revenue_2026", title, SAM, day(due), From.PAGE, null);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).hasMessageStartingWith(code + " ");
    }
}
