package io.bellwether.bench;

import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A scorecard over the online-retail data against one statement, written by hand, for the same numbers. Each run starts
 * an engine of its own and reads the file anew; the numbers are compared before anything is measured.
 */
public final class OnlineRetailStatus {
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2011, 11, 30));
    private static final double TARGET = 1.3;
    /** As our engine reads CSV; DuckDB's own choice is four times as much, and slower on gzip. */
    private static final String BUFFER = ", buffer_size = 8000000";

    private final Path workspace;
    private final Path data;

    private OnlineRetailStatus(Path workspace, Path data) {
        this.workspace = workspace;
        this.data = data;
    }

    /** {@code OnlineRetailStatus FILE [ROUNDS]}, where FILE is online_retail.csv.gz. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data/online-retail/online_retail.csv.gz");
        if (!Files.isRegularFile(data)) {
            System.err.println("No file at " + data + ": name the online-retail data (CSV, may be gzipped) as the first"
                    + " argument.");
            System.exit(2);
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        Path workspace = Files.createTempDirectory("bellwether-bench-");
        try {
            new OnlineRetailStatus(workspace, data.toRealPath()).compare(rounds);
        } finally {
            Folders.delete(workspace);
        }
    }

    private void compare(int rounds) throws Exception {
        Files.writeString(workspace.resolve(WorkspaceFolder.MARKER), text("online-retail.yml"));
        String sql = text("online-retail.sql");
        Scorecard card = scorecard();
        HandWritten hand = HandWritten.run(sql);
        System.out.println("Same numbers: " + hand.compared(card)
                + " of the scorecard's values found in the statement's" + " answer.");
        System.out.println("Statements: " + card.statements().size() + " (at most 3).");
        String tuned = sql.replace("header = true", "header = true" + BUFFER);
        List<Medians.Time> times = Medians.inTurns(
                List.of(this::firstLook, this::scorecard, () -> HandWritten.run(sql), () -> HandWritten.run(tuned)),
                2,
                rounds);
        Medians.Time peer = times.get(2);
        System.out.println();
        System.out.println(Medians.row("median of " + rounds, "ms", "ours / by hand", "CPU ms", "ours / by hand"));
        System.out.println("|---|---|---|---|---|");
        print("one statement, by hand", peer, peer);
        print("the same, reading in buffers of 8 MB as we do", times.get(3), peer);
        print("status, source known (at most " + TARGET + ")", times.get(1), peer);
        print("status, first look at the source", times.get(0), peer);
    }

    private static void print(String name, Medians.Time time, Medians.Time peer) {
        System.out.println(Medians.row(
                name,
                Medians.number("%.0f", time.millis()),
                Medians.number("%.2f", time.millis() / peer.millis()),
                Medians.number("%.0f", time.cpuMillis()),
                Medians.number("%.2f", time.cpuMillis() / peer.cpuMillis())));
    }

    private void firstLook() throws IOException {
        Folders.delete(workspace.resolve(".bellwether"));
        scorecard();
    }

    private Scorecard scorecard() {
        try (var bellwether = Bellwether.open(new WorkspaceFolder(workspace, List.of(data.getParent())))) {
            Catalog catalog = bellwether.loader().load(1).good();
            return bellwether.scorecards().scorecard(catalog, ScorecardRequest.all(AS_OF), Deadline.none());
        }
    }

    private String text(String resource) throws IOException {
        return Folders.resource(resource).replace("${DATA}", data.toString());
    }
}
