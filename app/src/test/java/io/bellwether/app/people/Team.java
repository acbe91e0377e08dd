package io.bellwether.app.people;

import io.bellwether.app.browser.SmallWorkspace;
import io.bellwether.app.edit.DefinitionEdits;
import io.bellwether.app.promise.Authors;
import io.bellwether.app.promise.Dossiers;
import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.promise.Promised;
import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.app.store.Store;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The corner shop with three people, over a given store. */
public final class Team implements AutoCloseable {
    public static final String MARIA = "maria@example.com";
    public static final String SAM = "sam@example.com";

    private final Bellwether bellwether;
    private final Store store;
    private final Catalog catalog;
    private final People people;
    private long seconds;

    public Team(Path folder, Store store) {
        write(folder);
        this.store = store;
        this.bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        this.catalog = bellwether.loader().load(1).good();
        this.people = People.over(
                () -> store,
                bellwether.scorecards(),
                bellwether.answering(),
                (definitions, kpi) -> Promised.of(definitions, kpi).json());
    }

    /** A second KPI counts how often something was sold; its target is not reached. */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            SmallWorkspace.write(folder);
            Files.writeString(folder.resolve("bellwether.yml"), """
                      - name: sales_count
                        label: Sales
                        metric: sales_count
                        objective: grow
                        owner: sam@example.com
                        cadence: monthly
                        weight: 2
                        target: { total: 3, by: 2026-Q1 }
                      - { name: idea, metric: sales_count, lifecycle: draft }
                    people:
                      - { email: maria@example.com, name: Maria Silva }
                      - { email: sam@example.com, name: Sam, team: shop }
                      - { email: li.wei@example.com, name: 李 伟 }
                    """, StandardOpenOption.APPEND);
            Files.writeString(folder.resolve("more.yml"), """
                    metrics:
                      - { name: sales_count, label: Sales, expression: count(sales.amount), unit: count, direction: up }
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public People people() {
        return people;
    }

    /** Where promises are kept, over the same store. */
    public PromiseHistory promises() {
        return new PromiseHistory(store, new Hindsight(bellwether.answering()));
    }

    /** What moves them. */
    public Goalposts goalposts() {
        PromiseHistory history = promises();
        history.note(catalog, Instant.parse("2026-01-02T12:00:00Z"), Authors.all(MARIA));
        var dossiers = new Dossiers(new Hindsight(bellwether.answering()), history.closings());
        return new Goalposts(new DefinitionEdits(bellwether.folder(), bellwether.loader()), history, dossiers);
    }

    public Store store() {
        return store;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** Somebody at noon of a day; each second that somebody acts is a later one. */
    public Author as(String email, String day) {
        Instant at = Instant.parse(day + "T12:00:00Z").plusSeconds(seconds++);
        return Author.now(catalog, catalog.operations().person(email).orElseThrow(), at);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Override
    public void close() {
        bellwether.close();
        store.close();
    }
}
