package io.bellwether.app.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.edit.DefinitionEdits;
import io.bellwether.app.promise.Goalposts.Wish;
import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoalpostsTest {
    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 11, 5));

    @TempDir
    Path folder;

    private Goalposts goalposts(Store store, Bellwether bellwether) {
        var history = Shop.promises(store, bellwether);
        var dossiers = new Dossiers(new Hindsight(bellwether.answering()), history.closings());
        return new Goalposts(new DefinitionEdits(new Shop(folder).workspace(), bellwether.loader()), history, dossiers);
    }

    private static Person maria(Bellwether bellwether) {
        return Shop.catalog(bellwether).operations().person("maria@example.com").orElseThrow();
    }

    private static Goalposts.Plan plan(Goalposts goalposts, Wish wish) {
        return goalposts.plan(wish, AS_OF, Deadline.none());
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("kpis.yml"));
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aRetargetIsWrittenWithWhoAndWhyAndTheEvidence(Opening opening) throws IOException {
        try (Store store = opening.open();
                Bellwether bellwether = new Shop(folder).open()) {
            Goalposts goalposts = goalposts(store, bellwether);
            var wish = new Wish.Retarget("sales", "total: 1_000", "2026-12-31");
            goalposts.decide(plan(goalposts, wish), " The second shop ", maria(bellwether), NOON);

            assertThat(file()).contains("target: { total: 1_000, by: 2026-07-01..2026-12-31 }");
            Versions versions = new Versions(store);
            Version last = versions.of("sales").getLast();
            assertThat(last.change()).isEqualTo("target €900 → €1,000; timeframe Q3 2026 → 1 Jul – 31 Dec 2026");
            assertThat(last.author()).isEqualTo("maria@example.com");
            assertThat(last.reason()).isEqualTo("The second shop");
            assertThat(versions.note(Shop.catalog(bellwether), NOON, "unknown")).isEmpty();
            Decision decision = new Decisions(store).of("sales").getFirst();
            assertThat(decision.id()).isEqualTo(last.decision());
            // July to October at 10 a day, and nothing before: no stretch of half a year to compare with.
            Dossier dossier = Dossier.read(String.valueOf(decision.dossier()));
            assertThat(dossier.history())
                    .extracting(Dossier.Point::value)
                    .containsExactly("€310", "€310", "€300", "€310");
            assertThat(dossier.reached()).contains("no comparable time");
            assertThat(store.read(Audit::verify).brokenAt()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aValueAloneKeepsTheFormOfTheTarget(Opening opening) throws IOException {
        try (Store store = opening.open();
                Bellwether bellwether = new Shop(folder).open()) {
            Goalposts goalposts = goalposts(store, bellwether);
            var wish = new Wish.Retarget("sales", " 1_000 ", null);
            goalposts.decide(plan(goalposts, wish), "Half a shop more", maria(bellwether), NOON);

            assertThat(file()).contains("total: 1_000,");
            assertThat(new Versions(store).of("sales").getLast().change()).isEqualTo("target €900 → €1,000");
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void realismIsTheSamePromiseHeldAgainstEarlierTimes(Opening opening) {
        try (Store store = opening.open();
                Bellwether bellwether = new Shop(folder).open()) {
            Goalposts goalposts = goalposts(store, bellwether);
            Dossier dossier = plan(goalposts, new Wish.Retarget("sales", "total: 305, every: month", null))
                    .dossier();
            assertThat(dossier.reached()).isEqualTo("History would have met this promise in 3 of 4 comparable times.");
            assertThat(dossier.comparable())
                    .extracting(p -> p.label() + " " + p.value() + " " + p.verdict())
                    .containsExactly(
                            "Oct 2026 €310 Achieved",
                            "Sep 2026 €300 Missed",
                            "Aug 2026 €310 Achieved",
                            "Jul 2026 €310 Achieved");
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void metricsBecomeKpisAndKpisDraftsAndMemories(Opening opening) throws IOException {
        try (Store store = opening.open();
                Bellwether bellwether = new Shop(folder).open()) {
            Goalposts goalposts = goalposts(store, bellwether);
            Person maria = maria(bellwether);
            var promote = new Wish.Promote(
                    "sold",
                    "sold",
                    "at_least: 28",
                    "2026-Q4",
                    Map.of("objective", "grow", "owner", "maria@example.com", "cadence", "monthly"));
            goalposts.decide(plan(goalposts, promote), "It leads", maria, NOON);
            assertThat(Shop.catalog(bellwether).kpi("sold").orElseThrow().lifecycle())
                    .isEqualTo(Kpi.Lifecycle.ACTIVE);
            goalposts.decide(plan(goalposts, new Wish.Demote("sold", false)), "It does not", maria, NOON);
            assertThat(Shop.catalog(bellwether).kpi("sold").orElseThrow().lifecycle())
                    .isEqualTo(Kpi.Lifecycle.DRAFT);
            var again = new Wish.Promote("sold", "sold", null, null, Map.of());
            goalposts.decide(plan(goalposts, again), "It does again", maria, NOON);
            goalposts.decide(plan(goalposts, new Wish.Retire("sold")), "Its time is over", maria, NOON);
            goalposts.decide(plan(goalposts, new Wish.Demote("sold", true)), "A metric will do", maria, NOON);
            assertThat(Shop.catalog(bellwether).kpi("sold")).isEmpty();
            assertThat(file())
                    .isEqualTo(Files.readString(
                            new Shop(folder.resolve("..").resolve(fresh())).folder.resolve("kpis.yml")));
            new Versions(store).note(Shop.catalog(bellwether), NOON, "unknown");
            assertThat(new Versions(store).of("sold"))
                    .extracting(v -> v.change().replaceAll("\\h", " "))
                    .containsExactly(
                            "promised: at least 28, Q4 2026",
                            "active → draft",
                            "draft → active",
                            "active → retired",
                            "taken out of the files");
            assertThat(new Decisions(store).of("sold"))
                    .extracting(Decision::action)
                    .containsExactly("demote", "retire", "promote", "demote", "promote");
            assertThat(new Versions(store).of("sold").getFirst().author()).isEqualTo("maria@example.com");
        }
    }

    private String fresh() throws IOException {
        return Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-fresh"))
                .getFileName()
                .toString();
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatCannotBeDoneChangesNothing(Opening opening) throws IOException {
        try (Store store = opening.open();
                Bellwether bellwether = new Shop(folder).open()) {
            Goalposts goalposts = goalposts(store, bellwether);
            String before = file();
            refused(goalposts, new Wish.Retarget("sales", "total: 900", null), "P804");
            refused(goalposts, new Wish.Retarget("sales", "reach: 80%", null), "D335");
            refused(goalposts, new Wish.Retarget("sales", null, "someday"), "P803");
            refused(goalposts, new Wish.Retarget("sales", null, "2026-01-01"), "P803");
            refused(goalposts, new Wish.Retarget("nobody", "reach: 1", null), "P803");
            refused(goalposts, new Wish.Promote("sold", "sold", null, null, Map.of()), "K101");
            var plan = plan(goalposts, new Wish.Retire("sales"));
            assertThatThrownBy(() -> goalposts.decide(plan, " ", maria(bellwether), NOON))
                    .hasMessageContaining("P808");
            assertThat(file()).isEqualTo(before);
            assertThat(new Decisions(store).of("sales")).isEmpty();

            Files.writeString(folder.resolve("kpis.yml"), before + "# mine\n");
            assertThatThrownBy(() -> goalposts.decide(plan, "Why not", maria(bellwether), NOON))
                    .hasMessageContaining("P806");
            assertThat(file()).isEqualTo(before + "# mine\n");
            assertThat(new Decisions(store).of("sales")).isEmpty();
            try (var left = Files.list(folder)) {
                assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
            }
        }
    }

    private static void refused(Goalposts goalposts, Wish wish, String code) {
        assertThatThrownBy(() -> plan(goalposts, wish)).as(wish.toString()).hasMessageContaining(code);
    }
}
