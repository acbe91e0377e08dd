package io.bellwether.app.cli;

import io.bellwether.app.people.CheckIn;
import io.bellwether.app.people.Work;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.time.Due;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check-in",
        description = "Says how a KPI is doing. Without --comment: what was said about it; without a KPI: what is due.",
        mixinStandardHelpOptions = true)
final class CheckInCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final Terminal terminal;

    @Mixin
    Telling telling = new Telling();

    @Parameters(paramLabel = "KPI", arity = "0..1", description = "The KPI's name.")
    @Nullable
    String kpi;

    @Option(names = "--comment", paramLabel = "TEXT", description = "How it is doing, in a few words.")
    @Nullable
    String comment;

    @Option(names = "--confidence", paramLabel = "0-10", description = "How sure you are that the target will be met.")
    @Nullable
    Integer confidence;

    @Option(names = "--note", paramLabel = "TEXT", description = "What is behind the number.")
    @Nullable
    String note;

    @Option(names = "--correct", paramLabel = "N", description = "Says check-in N of yours better.")
    @Nullable
    Long corrects;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "Of lists: ${COMPLETION-CANDIDATES}; default: text.")
    ListFormat format = ListFormat.TEXT;

    CheckInCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (comment == null) {
            return kpi == null ? due() : said(kpi);
        }
        var words = new CheckIn.Said(comment, confidence, note);
        CheckIn kept = telling.as(terminal, session -> {
            if (corrects != null) {
                return session.people().checkIns().correct(session.author(), corrects, words);
            }
            if (kpi == null) {
                throw new UsageException("which KPI is this about?", "write bellwether check-in KPI --comment …");
            }
            return session.people().checkIns().add(session.author(), kpi, words);
        });
        terminal.out()
                .println("Check-in " + kept.id() + " on " + kept.kpi() + ": "
                        + (kept.status() == null ? "not judged" : kept.status().replace('_', ' ')) + ", "
                        + kept.valueText() + (kept.windowText().isEmpty() ? "" : " (" + kept.windowText() + ")")
                        + ", confidence " + kept.confidence() + " of 10");
        return Exit.FINE;
    }

    private int due() {
        return telling.reading(terminal, session -> {
            Work work = session.people().work(null);
            List<Map<String, @Nullable Object>> rows = session.catalog().kpis().values().stream()
                    .flatMap(one -> work.checkIn(session.author(), one).stream()
                            .filter(Due::isOpen)
                            .map(due -> row(one, due, work)))
                    .toList();
            print(rows, List.of("kpi", "owner", "state", "about", "last"), "No check-in is due.");
            return Exit.FINE;
        });
    }

    private static Map<String, @Nullable Object> row(Kpi kpi, Due due, Work work) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("kpi", kpi.name());
        row.put("owner", kpi.owner());
        row.put("state", due.state().name().toLowerCase(Locale.ROOT));
        row.put("about", due.about().label());
        row.put("last", work.lastCheckIns().get(kpi.name()));
        return row;
    }

    private int said(String name) {
        return telling.reading(terminal, session -> {
            List<Map<String, @Nullable Object>> rows = session.people().checkIns().of(name, SHOWN).stream()
                    .map(CheckInCommand::row)
                    .toList();
            if (rows.isEmpty()) {
                session.author().kpi(name);
            }
            print(
                    rows,
                    List.of("id", "day", "person", "status", "value", "confidence", "comment", "note"),
                    "Nothing was said about " + name + " yet.");
            return Exit.FINE;
        });
    }

    private static Map<String, @Nullable Object> row(CheckIn checkIn) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", checkIn.id());
        row.put("day", checkIn.day());
        row.put("person", checkIn.person());
        row.put("status", checkIn.status());
        row.put("value", checkIn.valueText());
        row.put("confidence", checkIn.confidence());
        row.put("comment", checkIn.comment());
        row.put("note", checkIn.note());
        return row;
    }

    private void print(List<Map<String, @Nullable Object>> rows, List<String> columns, String none) {
        terminal.out().print(Rows.text(rows, columns, none, format));
    }
}
