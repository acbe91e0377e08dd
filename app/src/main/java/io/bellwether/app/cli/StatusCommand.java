package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Csv;
import io.bellwether.app.cli.text.Json;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.LastGood;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.engine.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "The scorecard: every KPI judged, worst first.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}; default: table.")
    QueryFormat format = QueryFormat.TABLE;

    @Option(names = "--owner", paramLabel = "OWNER", description = "Only this owner's KPIs.")
    @Nullable
    String owner;

    @Option(names = "--objective", paramLabel = "NAME", description = "Only this objective's KPIs.")
    @Nullable
    String objective;

    @Option(names = "--verbose", description = "Show the statements and their times on standard error.")
    boolean verbose;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            if (objective != null && catalog.objective(objective).isEmpty()) {
                throw Unknown.objective(objective, catalog);
            }
            var moment = asOf.in(terminal, catalog.workspace().calendar());
            var request = new ScorecardRequest(moment, owner, objective, null, false);
            Scorecard scorecard = terminal.progress()
                    .during("Measuring", () -> bellwether.scorecards().scorecard(catalog, request, Deadline.none()));
            (format == QueryFormat.CSV ? terminal.data() : terminal.out())
                    .print(
                            switch (format) {
                                case TABLE -> StatusTable.of(scorecard);
                                case JSON -> Json.pretty(StatusJson.of(scorecard));
                                case CSV -> csv(scorecard);
                            });
            terminal.err()
                    .print(DiagnosticText.render(bellwether
                            .upkeep()
                            .notices(catalog, terminal.clock().instant())));
            if (verbose) {
                Statements.show(scorecard.statements(), terminal.err());
            }
            return Exit.FINE;
        }
    }

    private static String csv(Scorecard scorecard) {
        List<String> header = new ArrayList<>(List.of("objective"));
        header.addAll(StatusJson.KPI_KEYS);
        List<List<@Nullable Object>> rows = scorecard
                .kpis()
                .map(card -> {
                    Map<String, @Nullable Object> json = StatusJson.kpi(card, scorecard.asOf());
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(card.kpi().objective());
                    StatusJson.KPI_KEYS.forEach(key -> row.add(
                            switch (key) {
                                case "period" -> card.measured().windowText();
                                case "last_good" ->
                                    card.lastGood().map(LastGood::value).orElse(null);
                                default -> json.get(key);
                            }));
                    return row;
                })
                .toList();
        return Csv.text(header, rows);
    }
}
