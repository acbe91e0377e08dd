package io.bellwether.app.review;

import static io.bellwether.app.people.Team.MARIA;
import static io.bellwether.app.people.Team.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.message.Outbox;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.Action.From;
import io.bellwether.app.people.CheckIn;
import io.bellwether.app.people.Team;
import io.bellwether.app.review.Reviews.Said;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.core.time.Due;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class ReviewsTest {
    private static final String STORES = "io.bellwether.app.store.StoreOnBoth#stores";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource(STORES)
    void goesFromTheWorstAndHeaviestOnAndEndsAsMinutesAndCheckIns(Opening store) {
        try (var team = new Team(folder, store.open())) {
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, "2026-02-28"), "grow").id();
            // Revenue is at risk (pace 0.77); of three sales two are made where 59 of 90 days are over: on track, and
            // heavier.
            assertThat(reviews.meeting(id).items())
                    .extracting(item -> item.standing().kpi())
                    .containsExactly("revenue_2026", "sales_count");
            reviews.record(team.as(MARIA, "2026-02-28"), id, said("revenue_2026", "Slow", 4, "retarget"));
            reviews.record(team.as(SAM, "2026-02-28"), id, said("sales_count", null, null, "keep"));
            reviews.act(team.as(SAM, "2026-02-28"), id, action("revenue_2026"));
            Meeting ended = reviews.end(team.as(SAM, "2026-03-01"), id, "Go on");
            assertThat(ended.review().endedBy()).isEqualTo(SAM);
            assertThat(ended.participants()).containsExactly(MARIA, SAM);
            CheckIn kept = team.people().checkIns().latest("revenue_2026").orElseThrow();
            assertThat(kept.person()).isEqualTo(MARIA);
            assertThat(kept.comment()).isEqualTo("Slow");
            assertThat(kept.confidence()).isEqualTo(4);
            assertThat(kept.status()).isEqualTo("at_risk");
            assertThat(kept.review()).isEqualTo(id);
            assertThat(team.people().checkIns().latest("sales_count")).isEmpty();
            Minutes minutes = Minutes.of(reviews.meeting(id), team.catalog());
            assertThat(minutes.lines().getFirst().decision()).isEqualTo("Change the target (Maria Silva)");
            assertThat(minutes.lines().getFirst().command()).isEqualTo("bellwether retarget revenue_2026");
            assertThat(minutes.actions()).hasSize(1);
            assertThat(reviews.last("grow")).contains(LocalDate.parse("2026-03-01"));
            refused("P836", () -> reviews.end(team.as(SAM, "2026-03-01"), id, null));
            refused("P836", () -> reviews.record(team.as(SAM, "2026-03-01"), id, said("sales_count", "x", 1, null)));
            refused("P836", () -> reviews.act(team.as(SAM, "2026-03-01"), id, action("revenue_2026")));
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void ofWhatTwoSayTheNewestCountsPartByPart(Opening store) {
        try (var team = new Team(folder, store.open())) {
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, "2026-02-28"), "grow").id();
            assertThat(reviews.start(team.as(SAM, "2026-02-28"), "grow").id()).isEqualTo(id);
            reviews.record(team.as(MARIA, "2026-02-28"), id, said("revenue_2026", "Slow", 4, null));
            reviews.record(team.as(SAM, "2026-02-28"), id, said("revenue_2026", null, 6, "act"));
            Meeting.Item item = reviews.meeting(id).items().getFirst();
            assertThat(item.comment())
                    .extracting(Meeting.Part::value, Meeting.Part::person)
                    .containsExactly("Slow", MARIA);
            assertThat(item.confidence())
                    .extracting(Meeting.Part::value, Meeting.Part::person)
                    .containsExactly(6, SAM);
            reviews.record(team.as(SAM, "2026-02-28"), id, said("revenue_2026", "", null, null));
            assertThat(reviews.meeting(id).items().getFirst().comment()).isNull();
            refused(
                    "P839",
                    () -> reviews.record(team.as(SAM, "2026-02-28"), id, said("revenue_2026", null, null, "acts")));
            refused("P832", () -> reviews.record(team.as(SAM, "2026-02-28"), id, said("idea", "x", null, null)));
            refused(
                    "P835",
                    () -> reviews.record(team.as(SAM, "2026-02-28"), 99, said("revenue_2026", "x", null, null)));
            refused("P832", () -> reviews.start(team.as(SAM, "2026-02-28"), "grwo"));
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void nothingThatManySayAtOnceIsLost(Opening store) throws Exception {
        try (var team = new Team(folder, store.open());
                var threads = Executors.newFixedThreadPool(4)) {
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, "2026-02-28"), "grow").id();
            List<Callable<Meeting>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                var author = team.as(i % 2 == 0 ? MARIA : SAM, "2026-02-28");
                var words = said(i % 4 < 2 ? "revenue_2026" : "sales_count", "say " + i, null, null);
                all.add(() -> reviews.record(author, id, words));
            }
            for (var each : threads.invokeAll(all)) {
                each.get();
            }
            assertThat(reviews.meeting(id).review().revision()).isEqualTo(40);
            List<Integer> ends = new ArrayList<>();
            List<Callable<Meeting>> two = List.of(
                    () -> reviews.end(team.as(MARIA, "2026-02-28"), id, "one"),
                    () -> reviews.end(team.as(SAM, "2026-02-28"), id, "two"));
            for (var each : threads.invokeAll(two)) {
                try {
                    each.get();
                    ends.add(1);
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused.getCause()).hasMessageStartingWith("P836");
                }
            }
            assertThat(ends).hasSize(1);
            assertThat(team.people().checkIns().recent(10)).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void minutesAreMailedOnceToWhoIsConcerned(Opening store) throws IOException {
        Files.writeString(folder.resolve("mail.yml"), "mail: { host: localhost, from: bellwether@example.com }\n");
        try (var team = new Team(folder, store.open())) {
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, "2026-02-28"), "grow").id();
            reviews.record(team.as(MARIA, "2026-02-28"), id, said("revenue_2026", "Slow, @li.wei", 4, null));
            refused("P839", () -> reviews.send(team.as(MARIA, "2026-02-28"), id));
            reviews.end(team.as(MARIA, "2026-02-28"), id, null);
            assertThat(reviews.send(team.as(MARIA, "2026-02-28"), id)).containsExactly(MARIA, SAM);
            reviews.send(team.as(MARIA, "2026-02-28"), id);
            List<Outbox.Row> mails = team.store().read(handle -> Outbox.latest(handle, Optional.empty(), 10));
            assertThat(mails)
                    .extracting(Outbox.Row::address)
                    .containsExactlyInAnyOrder(MARIA, SAM, "li.wei@example.com");
            assertThat(mails)
                    .filteredOn(mail -> mail.address().equals(SAM))
                    .allSatisfy(mail -> assertThat(mail.body()).contains("Slow, @li.wei"));
        }
    }

    @Test
    void withoutAMailServerNothingIsPutIntoTheOutbox() {
        try (var team = new Team(folder, StoreOnBoth.sqlite().open())) {
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, "2026-02-28"), "grow").id();
            reviews.record(team.as(MARIA, "2026-02-28"), id, said("revenue_2026", "Slow, @sam", 4, null));
            reviews.end(team.as(MARIA, "2026-02-28"), id, null);
            refused("P839", () -> reviews.send(team.as(MARIA, "2026-02-28"), id));
            List<Outbox.Row> mails = team.store().read(handle -> Outbox.latest(handle, Optional.empty(), 10));
            assertThat(mails).isEmpty();
        }
    }

    @Test
    void remindersFollowFromTheCadencesAndTheLastTime() {
        try (var team = new Team(folder, StoreOnBoth.sqlite().open())) {
            var last = java.util.Map.of("grow", LocalDate.parse("2026-01-31"));
            var due = ReviewsDue.of(team.catalog(), last, LocalDate.parse("2026-03-31"));
            assertThat(due).hasSize(1);
            assertThat(due.getFirst().due().state()).isEqualTo(Due.State.OVERDUE);
            assertThat(due.getFirst().due().missed()).isEqualTo(1);
        }
    }

    @Test
    void minutesKeepHostileTextsAsText() throws IOException {
        try (var team = new Team(folder, StoreOnBoth.sqlite().open())) {
            Reviews reviews = new Reviews(team.people());
            long id = reviews.start(team.as(MARIA, "2026-02-28"), "grow").id();
            String hostile = "</p><script>alert(1)</script> <img src=x onerror=alert(2)> \"q\" 'a' & שלום "
                    + "long ".repeat(1_900);
            reviews.record(team.as(MARIA, "2026-02-28"), id, said("revenue_2026", hostile, 4, "act"));
            Minutes minutes = Minutes.of(reviews.end(team.as(MARIA, "2026-02-28"), id, hostile), team.catalog());
            assertThat(MinutesHtml.of(minutes))
                    .doesNotContain("<script", "<img")
                    .contains("&lt;script&gt;alert(1)");
            PdfReader read = new PdfReader(MinutesPdf.of(minutes));
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(read).getTextFromPage(page)).append('\n');
            }
            assertThat(read.getNumberOfPages()).isGreaterThan(2);
            assertThat(text).contains("Revenue of the year", "<script>alert(1)</script>", "Decision: Act");
            assertThat(text.toString().split("long", -1)).hasSizeGreaterThan(3_000);
            assertThat(MinutesText.of(minutes))
                    .contains("Review: Grow the shop", "At risk", "Decision: Act (Maria Silva)");
        }
    }

    private static Said said(String kpi, String comment, Integer confidence, String decision) {
        return new Said(kpi, comment, confidence, null, decision);
    }

    private static Action.New action(String kpi) {
        return new Action.New(kpi, "Call the regulars", SAM, LocalDate.parse("2026-04-01"), From.PAGE, null);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).hasMessageStartingWith(code + " ");
    }
}
