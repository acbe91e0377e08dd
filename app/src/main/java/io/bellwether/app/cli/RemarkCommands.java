package io.bellwether.app.cli;

import io.bellwether.app.people.Remark;
import io.bellwether.app.people.Remarks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Events and notes. */
final class RemarkCommands {
    private RemarkCommands() {}

    @Command(
            name = "event",
            description = "What happened outside, shown on charts beside the events of the files.",
            mixinStandardHelpOptions = true)
    static final class Events {
        private final Terminal terminal;

        Events(Terminal terminal) {
            this.terminal = terminal;
        }

        @Command(name = "add", description = "Something happened.", mixinStandardHelpOptions = true)
        int add(
                @Mixin Telling telling,
                @Option(names = "--date", required = true, paramLabel = "DATE", description = "When.") String date,
                @Option(names = "--label", required = true, paramLabel = "TEXT", description = "What.") String label,
                @Option(names = "--kind", paramLabel = "WORD", description = "Default: external.") @Nullable
                        String kind,
                @Option(names = "--kpi", paramLabel = "KPI", description = "Only on this KPI's chart.") @Nullable
                        String kpi,
                @Option(names = "--metric", paramLabel = "METRIC", description = "Only on charts of this metric.")
                        @Nullable
                        String metric) {
            Remark event = telling.as(
                    terminal,
                    session -> session.people()
                            .remarks()
                            .event(
                                    session.author(),
                                    Telling.day("--date", date),
                                    label,
                                    kind,
                                    new Remarks.On(kpi, metric)));
            terminal.out().println("Event " + event.id() + " on " + event.day());
            return Exit.FINE;
        }

        @Command(name = "withdraw", description = "Takes one of yours back.", mixinStandardHelpOptions = true)
        int withdraw(@Mixin Telling telling, @Parameters(paramLabel = "N") long id) {
            return RemarkCommands.withdraw(terminal, telling, id);
        }

        @Command(name = "list", description = "Those that were typed in.", mixinStandardHelpOptions = true)
        int list(
                @Mixin Telling telling,
                @Option(
                                names = "--format",
                                defaultValue = "text",
                                description = "${COMPLETION-CANDIDATES}; default: text.")
                        ListFormat format) {
            return telling.reading(terminal, session -> {
                var rows = session.people().remarks().events().stream()
                        .map(RemarkCommands::row)
                        .toList();
                var columns = List.of("id", "day", "kind", "label", "on", "person");
                terminal.out().print(Rows.text(rows, columns, "No event was typed in yet.", format));
                return Exit.FINE;
            });
        }
    }

    @Command(
            name = "note",
            description = "What is to be known about a point of a chart.",
            mixinStandardHelpOptions = true)
    static final class Notes {
        private final Terminal terminal;

        Notes(Terminal terminal) {
            this.terminal = terminal;
        }

        @Command(name = "add", description = "Adds a note.", mixinStandardHelpOptions = true)
        int add(
                @Mixin Telling telling,
                @Option(
                                names = "--period",
                                required = true,
                                paramLabel = "PERIOD",
                                description = "As 2026-11, 2026-W46 or 2026-11-14.")
                        String period,
                @Option(names = "--text", required = true, paramLabel = "TEXT", description = "What is to be known.")
                        String text,
                @Option(names = "--kpi", paramLabel = "KPI", description = "On this KPI's chart.") @Nullable String kpi,
                @Option(names = "--metric", paramLabel = "METRIC", description = "On charts of this metric.") @Nullable
                        String metric) {
            if (kpi == null && metric == null) {
                throw new UsageException("a note is on a chart, and none is named", "say --kpi NAME or --metric NAME");
            }
            Remark note = telling.as(
                    terminal,
                    session -> session.people()
                            .remarks()
                            .note(session.author(), period, text, new Remarks.On(kpi, metric)));
            terminal.out().println("Note " + note.id() + " on " + note.onName() + ", " + note.period());
            return Exit.FINE;
        }

        @Command(name = "withdraw", description = "Takes one of yours back.", mixinStandardHelpOptions = true)
        int withdraw(@Mixin Telling telling, @Parameters(paramLabel = "N") long id) {
            return RemarkCommands.withdraw(terminal, telling, id);
        }

        @Command(name = "list", description = "The newest first.", mixinStandardHelpOptions = true)
        int list(
                @Mixin Telling telling,
                @Option(names = "--kpi", paramLabel = "KPI", description = "Only those on its chart.") @Nullable
                        String kpi,
                @Option(
                                names = "--format",
                                defaultValue = "text",
                                description = "${COMPLETION-CANDIDATES}; default: text.")
                        ListFormat format) {
            return telling.reading(terminal, session -> {
                Remarks.On on = kpi == null
                        ? null
                        : new Remarks.On(
                                session.author().kpi(kpi),
                                session.catalog().kpi(kpi).orElseThrow().metric());
                var rows = session.people().remarks().notes(on).stream()
                        .map(RemarkCommands::row)
                        .toList();
                var columns = List.of("id", "period", "on", "label", "person");
                terminal.out().print(Rows.text(rows, columns, "There are no notes yet.", format));
                return Exit.FINE;
            });
        }
    }

    private static int withdraw(Terminal terminal, Telling telling, long id) {
        telling.as(terminal, session -> {
            session.people().remarks().withdraw(session.author(), id);
            return id;
        });
        terminal.out().println("Taken back: " + id);
        return Exit.FINE;
    }

    private static Map<String, @Nullable Object> row(Remark remark) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", remark.first());
        row.put("day", remark.day());
        row.put("period", remark.period());
        row.put("kind", remark.kind());
        row.put("label", remark.label());
        row.put("on", remark.onKind() == null ? null : remark.onKind() + ":" + remark.onName());
        row.put("person", remark.person());
        return row;
    }
}
