package io.bellwether.app.cli;

import io.bellwether.app.alert.Digests;
import io.bellwether.app.message.Letter;
import io.bellwether.app.message.Writing;
import io.bellwether.app.wiring.Operation;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "digest",
        description = "What a person's digest would say; nothing is sent.",
        mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    ActorOption actor = new ActorOption();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    @Option(names = "--weekly", description = "That of the week; default: of the day.")
    boolean weekly;

    DigestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            Operation operation = bellwether.operation(() -> catalog, terminal.clock());
            Person person = actor.in(catalog, System.getenv());
            var rhythm = weekly ? Digests.Rhythm.WEEKLY : Digests.Rhythm.DAILY;
            Calendar calendar = catalog.workspace().calendar();
            AsOf moment = asOf.in(terminal, calendar);
            Optional<Letter> letter =
                    operation.digests().letter(catalog, moment, moment.lastInstant(calendar), person, rhythm);
            letter.ifPresentOrElse(
                    found -> print(found, person), () -> terminal.out().println("Nothing to tell."));
            return Exit.FINE;
        }
    }

    private void print(Letter letter, Person person) {
        var to = new Channel(Channel.Kind.EMAIL, person.email(), null);
        terminal.out()
                .println(letter.subject() + "\n\n"
                        + Writing.write("", "", letter, to).body());
    }
}
