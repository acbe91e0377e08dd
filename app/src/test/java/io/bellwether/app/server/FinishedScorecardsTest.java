package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.page.Finished;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.CheckIn.Said;
import io.bellwether.app.people.Team;
import io.bellwether.app.query.Reads;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WatchedWorkspace;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.AsOf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Four sales of a corner shop with three people; what is made anew is counted by its writer. */
class FinishedScorecardsTest {
    private static final String MARIA = "maria@example.com";
    private static final String SAM = "sam@example.com";

    private final AtomicInteger made = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-31T12:00:05Z");
    private Path folder;
    private Bellwether bellwether;
    private WatchedWorkspace workspace;
    private WorkspacePages keepingNothing;
    private WorkspacePages pages;

    @BeforeEach
    void open(@TempDir Path empty) {
        folder = empty;
        Team.write(folder);
        bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        workspace = bellwether.watched(InstantSource.system());
        InstantSource time = () -> now;
        keepingNothing = new WorkspacePages(
                        workspace::current,
                        bellwether.scorecards(),
                        bellwether.queries(),
                        time.withZone(ZoneOffset.UTC),
                        bellwether.people(this::catalog))
                .remembering(() -> bellwether.pastPromises(catalog()));
        pages = keepingNothing.keeping(bellwether.footing());
        // The first look makes the store.
        scorecard();
        scorecard();
        made.set(0);
    }

    @AfterEach
    void close() {
        workspace.close();
        bellwether.close();
    }

    @Test
    void whatIsTheSameIsMadeOnceForEachWhoAsksForSomethingElse() {
        ScorecardFilter sams = new ScorecardFilter(SAM, null, null);
        ScorecardFilter missed = new ScorecardFilter(null, Status.MISSED, null);
        for (int round = 0; round < 3; round++) {
            assertThat(scorecard().at("/as_of").asString()).isEqualTo("2026-03-31");
            assertThat(value(json(asked("2026-02-28", ScorecardFilter.ALL, null))))
                    .isEqualTo("£300");
            assertThat(json(asked(null, sams, null)).findValuesAsString("label"))
                    .contains("Sales")
                    .doesNotContain("Revenue of the year");
            assertThat(json(asked(null, missed, null)).findValuesAsString("label"))
                    .doesNotContain("Sales");
            assertThat(titles(SAM)).contains("Your check-in is due");
        }
        assertThat(made).hasValue(4);
        Finished first = asked(null, ScorecardFilter.ALL, null);
        assertThat(asked("2026-03-31", ScorecardFilter.ALL, null)).isSameAs(first);
    }

    @Test
    void aCheckInIsSeenByTheNextWhoAsks() {
        assertThat(titles(MARIA)).contains("Your check-in is due");
        try (var other = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            checkIn(bellwether);
            assertThat(titles(MARIA)).doesNotContain("Your check-in is due").contains("One check-in is due");
            assertThat(titles(SAM)).contains("Maria Silva mentioned you", "Your check-in is due");
            other.people(this::catalog)
                    .checkIns()
                    .add(author(SAM), "sales_count", new Said("By another program", 5, null));
            assertThat(titles(SAM)).contains("Maria Silva mentioned you").doesNotContain("Your check-in is due");
        }
        int before = made.get();
        titles(SAM);
        assertThat(made).hasValue(before);
    }

    @Test
    void aChangedFileIsSeenByTheNextWhoAsks() throws IOException {
        Path sales = folder.resolve("sales.csv");
        String rows = Files.readString(sales);
        assertThat(value(scorecard())).isEqualTo("£600");
        Files.writeString(sales, rows + "2026-03-20,UK,50.00\n");
        assertThat(value(scorecard())).isEqualTo("£650");
        Files.writeString(sales, rows);
        assertThat(value(scorecard())).isEqualTo("£600");
        int before = made.get();
        assertThat(value(scorecard())).isEqualTo("£600");
        assertThat(made).hasValue(before);
    }

    @Test
    void changedDefinitionsAreSeenByTheNextWhoAsks() throws IOException {
        Path definitions = folder.resolve("bellwether.yml");
        String text = Files.readString(definitions);
        Files.writeString(definitions, text.replace("label: Revenue of the year", "label: All that came in"));
        workspace.look();
        workspace.look();
        assertThat(scorecard().findValuesAsString("label")).contains("All that came in");
        Files.writeString(definitions, "nonsense: [");
        workspace.look();
        workspace.look();
        assertThat(scorecard().path("problems")).isNotEmpty();
        assertThat(scorecard().findValuesAsString("label")).contains("All that came in");
        Files.writeString(definitions, text);
        workspace.look();
        workspace.look();
        assertThat(scorecard().path("problems")).isEmpty();
        assertThat(scorecard().findValuesAsString("label")).contains("Revenue of the year");
    }

    /** A quarter ends; London is an hour ahead of the clock. */
    @Test
    void whatPassesByTheClockIsSeenByTheNextWhoAsks() {
        now = Instant.parse("2026-03-31T22:58:59Z");
        assertThat(scorecard().path("as_of_text").asString()).isEqualTo("31 Mar 2026, 23:58");
        assertThat(made).hasValue(1);
        now = Instant.parse("2026-03-31T22:59:00Z");
        assertThat(scorecard().path("as_of_text").asString()).isEqualTo("31 Mar 2026, 23:59");
        now = Instant.parse("2026-03-31T22:59:59Z");
        assertThat(scorecard().path("as_of_text").asString()).isEqualTo("31 Mar 2026, 23:59");
        assertThat(made).hasValue(2);
        now = Instant.parse("2026-03-31T23:00:00Z");
        assertThat(scorecard().path("as_of").asString()).isEqualTo("2026-04-01");
        assertThat(made).hasValue(3);
        now = Instant.parse("2026-04-10T12:00:00Z");
        assertThat(value(scorecard())).isEqualTo("£1,599");
        assertThat(value(json(asked("2026-03-31", ScorecardFilter.ALL, null)))).isEqualTo("£600");
    }

    /** A day that is today means now, and its end from the next day on. */
    @Test
    void aDayThatWasTodayIsAnotherQuestionTomorrow() {
        JsonNode running = json(asked("2026-03-31", ScorecardFilter.ALL, null));
        assertThat(running.path("as_of_text").asString()).isEqualTo("31 Mar 2026, 13:00");
        now = now.plus(Duration.ofDays(1));
        JsonNode over = json(asked("2026-03-31", ScorecardFilter.ALL, null));
        assertThat(over.path("as_of_text").asString()).doesNotContain("13:00");
    }

    @Test
    void whatFailedIsTriedAgain() throws IOException {
        Path sales = folder.resolve("sales.csv");
        Path away = folder.resolve("away");
        Files.move(sales, away);
        assertThat(scorecard().toString()).contains("could not be read");
        assertThat(scorecard().toString()).contains("could not be read");
        assertThat(made).hasValue(2);
        Files.move(away, sales);
        assertThat(value(scorecard())).isEqualTo("£600");
        scorecard();
        assertThat(made.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void whoHasItAlreadyGetsNothingAndNothingIsMade() {
        try (Server server = Server.start(ServerSettings.loopback(0), Server.Parts.reading(pages));
                Client client = new Client(server)) {
            var first = client.get("/api/scorecard");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            var packed = client.get("/api/scorecard", "Accept-Encoding", "gzip, deflate");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValue("ETag")).contains(tag);
            assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
            assertThat(client.get("/api/scorecard", "Accept-Encoding", "gzip;q=0")
                            .headers()
                            .firstValue("Content-Encoding"))
                    .isEmpty();
            var again = client.get("/api/scorecard", "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            checkIn(bellwether);
            assertThat(client.get("/api/scorecard", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    /** Three texts have room; a fourth drives out the one that was asked for the longest ago. */
    @Test
    void itHoldsSoMuchAndNoMore() {
        Catalog catalog = catalog();
        Snapshot snapshot = workspace.current();
        var kept = new FinishedScorecards(steady(catalog), 3 * 4_200);
        for (String day : List.of("01", "02", "03", "01", "04", "01", "03", "02")) {
            var key =
                    new FinishedScorecards.Key(AsOf.date(LocalDate.parse("2026-03-" + day)), ScorecardFilter.ALL, null);
            kept.answer(key, snapshot, this::text);
        }
        // 01, 02, 03, then 04 instead of 02, then 02 again.
        assertThat(made).hasValue(5);
        var large = new FinishedScorecards(steady(catalog), 1_000);
        var key = new FinishedScorecards.Key(AsOf.date(LocalDate.EPOCH), ScorecardFilter.ALL, null);
        large.answer(key, snapshot, this::text);
        large.answer(key, snapshot, this::text);
        assertThat(made).hasValue(7);
    }

    @Test
    void whatOneCouldNotMakeTheNextTriesForItself() {
        var kept = new FinishedScorecards(steady(catalog()));
        var key = new FinishedScorecards.Key(AsOf.date(LocalDate.EPOCH), ScorecardFilter.ALL, null);
        assertThatThrownBy(() -> kept.answer(key, workspace.current(), () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(kept.answer(key, workspace.current(), this::text).bytes()).hasSize(2_000);
    }

    private static Footing steady(Catalog catalog) {
        return new Footing() {
            @Override
            public Optional<State> state(Catalog asked) {
                return Optional.of(new State("1", catalog));
            }

            @Override
            public boolean holds(Reads reads) {
                return true;
            }
        };
    }

    private Finished text() {
        made.incrementAndGet();
        return new Finished(new byte[2_000]);
    }

    private void checkIn(Bellwether by) {
        by.people(this::catalog).checkIns().add(author(MARIA), "revenue_2026", new Said("Fine, @sam", 7, null));
    }

    private Author author(String email) {
        return Author.now(catalog(), catalog().operations().person(email).orElseThrow(), now);
    }

    private Catalog catalog() {
        return workspace.current().last();
    }

    private Finished asked(@Nullable String asOf, ScorecardFilter filter, @Nullable String reader) {
        return pages.scorecard(asOf, filter, reader, view -> {
            made.incrementAndGet();
            return Json.bytes(view);
        });
    }

    /** Each time held against one that is made anew. */
    private JsonNode scorecard() {
        JsonNode answer = json(asked(null, ScorecardFilter.ALL, null));
        assertThat(answer)
                .isEqualTo(json(new Finished(Json.bytes(keepingNothing.scorecard(null, ScorecardFilter.ALL, null)))));
        return answer;
    }

    private static JsonNode json(Finished text) {
        return JsonMapper.shared().readTree(new String(text.bytes(), StandardCharsets.UTF_8));
    }

    private List<String> titles(String reader) {
        return json(asked(null, ScorecardFilter.ALL, reader)).path("needs").findValuesAsString("title");
    }

    private static String value(JsonNode scorecard) {
        return scorecard.at("/objectives/0/kpis/0/value_text").asString();
    }
}
