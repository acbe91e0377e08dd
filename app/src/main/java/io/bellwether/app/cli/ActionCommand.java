package io.bellwether.app.cli;

import io.bellwether.app.people.Action;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "action",
        description = "What is done about a KPI: by whom, until when, and what came of it.",
        mixinStandardHelpOptions = true)
final class ActionCommand {
    private static final List<String> COLUMNS =
            List.of("id", "state", "due", "owner", "kpi", "title", "outcome", "since");

    private final Terminal terminal;

    ActionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Opens an action.", mixinStandardHelpOptions = true)
    int add(
            @Mixin Telling telling,
            @Parameters(paramLabel = "KPI", description = "The KPI's name.") String kpi,
            @Option(names = "--title", required = true, paramLabel = "TEXT", description = "What is to be done.")
                    String title,
            @Option(names = "--due", required = true, paramLabel = "DATE", description = "Until when.") String due,
            @Option(names = "--owner", paramLabel = "EMAIL", description = "Who does it; default: you.") @Nullable
                    String owner) {
        return told(telling.as(
                terminal,
                session -> session.people()
                        .actions()
                        .open(
                                session.author(),
                                new Action.New(
                                        kpi,
                                        title,
                                        owner == null ? session.author().by() : owner,
                                        Telling.day("--due", due),
                                        Action.From.PAGE,
                                        null))));
    }

    @Command(name = "done", description = "It is done, and this came of it.", mixinStandardHelpOptions = true)
    int done(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", description = "The action's number.") long id,
            @Option(names = "--outcome", required = true, paramLabel = "TEXT", description = "What came of it.")
                    String outcome) {
        return told(telling.as(terminal, session -> session.people().actions().done(session.author(), id, outcome)));
    }

    @Command(name = "drop", description = "It will not be done.", mixinStandardHelpOptions = true)
    int drop(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", description = "The action's number.") long id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why not.") String reason) {
        return told(telling.as(terminal, session -> session.people().actions().drop(session.author(), id, reason)));
    }

    @Command(name = "move", description = "Hands it on, or gives it more time.", mixinStandardHelpOptions = true)
    int move(
            @Mixin Telling telling,
            @Parameters(paramLabel = "N", description = "The action's number.") long id,
            @Option(names = "--owner", paramLabel = "EMAIL", description = "To whom.") @Nullable String owner,
            @Option(names = "--due", paramLabel = "DATE", description = "Until when.") @Nullable String due) {
        return told(telling.as(
                terminal,
                session -> session.people()
                        .actions()
                        .move(session.author(), id, owner, due == null ? null : Telling.day("--due", due))));
    }

    @Command(name = "list", description = "Actions, the open ones first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Telling telling,
            @Option(names = "--kpi", paramLabel = "KPI", description = "Only those about it.") @Nullable String kpi,
            @Option(names = "--owner", paramLabel = "EMAIL", description = "Only those of this person.") @Nullable
                    String owner,
            @Option(names = "--state", description = "Only these: ${COMPLETION-CANDIDATES}.")
                    Action.@Nullable State state,
            @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
                    ListFormat format) {
        return telling.reading(terminal, session -> {
            List<Action> actions = session.people().actions().list(kpi, owner, state);
            Map<Long, Measured.Delta> effects = session.people().actions().effects(actions, session.author());
            var rows = actions.stream()
                    .map(action -> row(action, effects.get(action.id()), unit(session, action.kpi())))
                    .toList();
            terminal.out().print(Rows.text(rows, COLUMNS, "There are no such actions.", format));
            return Exit.FINE;
        });
    }

    private static Unit unit(Telling.Session session, String kpi) {
        return session.catalog()
                .kpi(kpi)
                .flatMap(found -> session.catalog().metric(found.metric()))
                .map(Metric::about)
                .<Unit>map(about -> about.unit())
                .orElse(new Unit.None());
    }

    private static Map<String, @Nullable Object> row(Action action, Measured.@Nullable Delta effect, Unit unit) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", action.id());
        row.put("state", action.state());
        row.put("due", action.due());
        row.put("owner", action.owner());
        row.put("kpi", action.kpi());
        row.put("title", action.title());
        row.put("outcome", action.outcome());
        row.put(
                "since",
                effect == null
                        ? null
                        : NumberText.change(effect.from(), effect.to(), unit) + " against " + effect.note());
        row.put("value_then", action.value());
        row.put("opened_by", action.person());
        row.put("opened_at", action.at());
        row.put("from", action.source());
        return row;
    }

    private int told(Action action) {
        terminal.out()
                .println("Action " + action.id() + " on " + action.kpi() + ", " + action.state() + ": " + action.owner()
                        + ", until " + action.due());
        return Exit.FINE;
    }
}
