package io.bellwether.app.cli;

import io.bellwether.app.people.Author;
import io.bellwether.app.people.People;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Who tells the product something, in which workspace, on which day: what commands of people share. */
final class Telling {
    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    ActorOption actor = new ActorOption();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    /** One command's run. */
    record Session(Bellwether bellwether, People people, Author author) {
        Catalog catalog() {
            return author.catalog();
        }
    }

    /** Runs for a person, who must be named. */
    <T> T as(Terminal terminal, Function<Session, T> work) {
        return run(
                terminal,
                (catalog, day) -> {
                    var person = actor.in(catalog, System.getenv());
                    return Author.now(catalog, person, terminal.clock().instant())
                            .on(day.day());
                },
                work);
    }

    /** Runs for whoever reads. */
    <T> T reading(Terminal terminal, Function<Session, T> work) {
        Instant now = terminal.clock().instant();
        return run(terminal, (catalog, day) -> Author.bellwether(catalog, now).on(day.day()), work);
    }

    private interface Who {
        Author in(Catalog catalog, AsOf day);
    }

    private <T> T run(Terminal terminal, Who who, Function<Session, T> work) {
        try (Bellwether bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            AsOf day = asOf.in(terminal, catalog.workspace().calendar());
            return work.apply(new Session(bellwether, bellwether.people(() -> catalog), who.in(catalog, day)));
        }
    }

    static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(option + " is not a day: \"" + text + "\"", "write 2026-11-30");
        }
    }

    static String shown(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
