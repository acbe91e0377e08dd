package io.bellwether.app.advice;

import io.bellwether.app.query.Answering;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.lint.Advice;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.lint.Hindsight;
import io.bellwether.core.lint.RuleCode;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The use case of advice: what the rules find in a workspace, with or without a look at its data. */
public final class Advices {
    private final Pasts pasts;

    public Advices(Answering answering, Scorecards scorecards) {
        this.pasts = new Pasts(answering, scorecards);
    }

    /** What the definitions alone tell; nothing is read. Nothing where the workspace never was sound. */
    public static Advice ofDefinitions(Snapshot snapshot, AsOf asOf) {
        Catalog catalog = snapshot.catalog();
        return catalog == null
                ? Advice.NONE
                : Advice.of(snapshot.findings(), catalog.operations().waivers(), false, asOf.day());
    }

    /** What the data and its memory tell too. */
    public Advice of(Snapshot snapshot, AsOf asOf, Memory memory, Deadline deadline) {
        Catalog catalog = snapshot.catalog();
        if (catalog == null) {
            return Advice.NONE;
        }
        List<Finding> all = new ArrayList<>(snapshot.findings());
        all.removeIf(finding -> isLookedAt(finding, memory, asOf.day().minusYears(1)));
        all.addAll(Hindsight.findings(catalog, pasts.past(catalog, asOf, memory, deadline)));
        return Advice.of(all, catalog.operations().waivers(), true, asOf.day());
    }

    /** What no definition uses may be what people ask for. */
    private static boolean isLookedAt(Finding finding, Memory memory, LocalDate since) {
        LocalDate last = memory.looked().get(finding.subject().name());
        return finding.code().equals(RuleCode.M204.id()) && last != null && !last.isBefore(since);
    }
}
