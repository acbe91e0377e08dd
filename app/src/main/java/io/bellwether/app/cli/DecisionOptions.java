package io.bellwether.app.cli;

import io.bellwether.app.promise.Dossier;
import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.engine.Deadline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every decision about a KPI needs: a person, a reason, and a look at the evidence. */
final class DecisionOptions {
    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    ActorOption actor = new ActorOption();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    @Option(names = "--reason", paramLabel = "WHY", description = "Why; it is kept with the decision.")
    @Nullable
    String reason;

    @Option(names = "--dry-run", description = "Show the evidence and what would change; decide nothing.")
    boolean dryRun;

    /** Shows what a wish would do, and does it. */
    int decide(Goalposts.Wish wish, Terminal terminal) {
        try (Bellwether bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            Person by = dryRun ? null : actor.in(catalog, System.getenv());
            if (!dryRun && (reason == null || reason.isBlank())) {
                throw new UsageException("goalposts are not moved without a reason", "say --reason \"…\"");
            }
            var moment = asOf.in(terminal, catalog.workspace().calendar());
            Goalposts goalposts = bellwether.goalposts(catalog);
            Goalposts.Plan plan = terminal.progress()
                    .during("Looking at history", () -> goalposts.plan(wish, moment, Deadline.none()));
            terminal.out().print(text(wish.kpi(), plan.dossier()));
            terminal.out().println(wish.kpi() + ": " + plan.change());
            if (by == null) {
                terminal.out().println("Nothing was decided or written.");
                return Exit.FINE;
            }
            goalposts.decide(plan, String.valueOf(reason), by, terminal.clock().instant());
            terminal.out()
                    .println("Decided by " + by.email() + ", written to "
                            + plan.edited().before().path() + ".");
            return Exit.FINE;
        }
    }

    static String text(String kpi, Dossier dossier) {
        var out = new StringBuilder(kpi + ": " + dossier.promise() + "\n");
        points(out, "  history   ", dossier.history());
        out.append("  realism   ").append(dossier.reached()).append('\n');
        points(out, "            ", dossier.comparable());
        points(out, "  ended     ", dossier.timeframes());
        dossier.usage().forEach(line -> out.append("  usage     ").append(line).append('\n'));
        return out.toString();
    }

    private static void points(StringBuilder out, String head, java.util.List<Dossier.Point> points) {
        if (!points.isEmpty()) {
            out.append(head);
            points.forEach(point -> out.append(point.label())
                    .append(' ')
                    .append(point.value() == null ? "–" : point.value())
                    .append(point.verdict() == null ? "" : " " + point.verdict())
                    .append(point == points.getLast() ? "\n" : " · "));
        }
    }
}
