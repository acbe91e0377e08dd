package io.bellwether.app.promise;

import io.bellwether.app.edit.DefinitionEdits;
import io.bellwether.app.edit.Edited;
import io.bellwether.app.edit.KpiEdit;
import io.bellwether.app.edit.NewKpi;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.definition.ScalarText;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves goalposts in the open: works out what a change of a file would do, shows it with the evidence, and, once somebody
 * has said why, keeps the decision and writes the file.
 */
public final class Goalposts {
    private final DefinitionEdits edits;
    private final PromiseHistory history;
    private final Dossiers dossiers;

    public Goalposts(DefinitionEdits edits, PromiseHistory history, Dossiers dossiers) {
        this.edits = edits;
        this.history = history;
        this.dossiers = dossiers;
    }

    /** What somebody wants. */
    public sealed interface Wish {
        /** The KPI that it is about. */
        String kpi();

        /**
         * Another target.
         *
         * @param to keys of it as {@code reach: 80}, or null
         * @param by the end of its timeframe: a day, or a period; or null
         */
        record Retarget(
                String kpi, @Nullable String to, @Nullable String by) implements Wish {}

        /**
         * A KPI for a metric, or a draft or a retired KPI made active.
         *
         * @param keys of the KPI, as texts: {@code objective}, {@code owner}, {@code cadence}, …
         */
        record Promote(
                String kpi,
                String metric,
                @Nullable String to,
                @Nullable String by,
                Map<String, String> keys) implements Wish {}

        /** @param remove whether nothing of the KPI stays in the file, else it is a draft from now on */
        record Demote(String kpi, boolean remove) implements Wish {}

        /** Its time is over. */
        record Retire(String kpi) implements Wish {}

        /** What is done, in a word. */
        default String action() {
            return switch (this) {
                case Retarget _ -> "retarget";
                case Promote _ -> "promote";
                case Demote _ -> "demote";
                case Retire _ -> "retire";
            };
        }
    }

    /**
     * What a wish would do.
     *
     * @param change one sentence
     * @param after the workspace as it would be
     * @param dossier the evidence
     */
    public record Plan(Wish wish, Edited edited, String change, Catalog after, Dossier dossier) {
        /** A short print of what is shown: a decision can say that it is about just this. */
        public String print() {
            return Integer.toHexString(Objects.hash(change, edited.after(), dossier.json()));
        }
    }

    /**
     * Works out what a wish would do; nothing is written.
     *
     * @throws io.bellwether.core.source.DiagnosticException where it cannot be done
     */
    public Plan plan(Wish wish, AsOf asOf, Deadline deadline) {
        Catalog now = edits.now();
        Edited edited = edited(wish, now, asOf);
        if (edited.isSame()) {
            throw GoalpostProblems.nothing(wish.kpi());
        }
        Catalog after = edits.after(edited);
        String change = new EditCheck(now, after, wish).change();
        Kpi shown = after.kpi(wish.kpi()).or(() -> now.kpi(wish.kpi())).orElseThrow();
        Catalog in = after.kpi(wish.kpi()).isPresent() ? after : now;
        return new Plan(wish, edited, change, after, dossiers.of(in, shown, asOf, deadline));
    }

    /** Keeps the decision, then writes the file: a file is never different without somebody's word. */
    public void decide(Plan plan, String reason, Person by, Instant at) {
        decide(plan, reason, by, at, Beside.NOTHING);
    }

    /** The evidence about a KPI as it is in the files now. */
    public Dossier evidence(String kpi, AsOf asOf, Deadline deadline) {
        Catalog now = edits.now();
        return dossiers.of(now, kpi(now, kpi), asOf, deadline);
    }

    /** Keeps a decision that changes no file. */
    public long record(Decisions.Decided decided, Person by, Instant at, Beside beside) {
        return history.decisions().record(decided, by, at, beside);
    }

    /** Keeps the decision together with what belongs to it, then writes the file. */
    public void decide(Plan plan, String reason, Person by, Instant at, Beside beside) {
        if (reason.isBlank()) {
            throw GoalpostProblems.noReason();
        }
        history.versions().note(edits.now(), at, Authors.all(Version.UNKNOWN));
        Kpi after = plan.after().kpi(plan.wish().kpi()).orElse(null);
        var decided = new Decisions.Decided(
                plan.wish().kpi(),
                plan.wish().action(),
                reason.strip(),
                plan.change(),
                after == null ? null : Promised.of(plan.after(), after).json(),
                after == null ? null : PromisedJson.word(after.lifecycle()),
                plan.dossier().json());
        long[] kept = {0};
        try {
            edits.write(plan.edited(), () -> kept[0] = history.decisions().record(decided, by, at, beside));
        } catch (RuntimeException e) {
            if (kept[0] > 0) {
                history.decisions().withdraw(kept[0], decided, by, at, beside);
            }
            throw e;
        }
        // Taken out by a decision: nothing that may be back in a moment.
        Set<String> removed = after == null ? Set.of(plan.wish().kpi()) : Set.of();
        history.versions().note(plan.after(), at, Authors.all(by.email()), removed);
    }

    private Edited edited(Wish wish, Catalog now, AsOf asOf) {
        return switch (wish) {
            case Wish.Retarget w -> KpiEdit.of(kpi(now, w.kpi()), edits.files()).target(target(w, now, asOf));
            case Wish.Promote w -> promoted(w, now, asOf);
            case Wish.Demote w -> {
                KpiEdit edit = KpiEdit.of(kpi(now, w.kpi()), edits.files());
                yield w.remove() ? edit.without() : edit.lifecycle("draft", Map.of());
            }
            case Wish.Retire w -> KpiEdit.of(kpi(now, w.kpi()), edits.files()).lifecycle("retired", Map.of());
        };
    }

    private static Map<String, String> target(Wish.Retarget wish, Catalog now, AsOf asOf) {
        return NewTarget.keys(wish.to(), wish.by(), kpi(now, wish.kpi()).target(), now, asOf);
    }

    private Edited promoted(Wish.Promote wish, Catalog now, AsOf asOf) {
        Kpi known = now.kpi(wish.kpi()).orElse(null);
        Map<String, String> keys = new LinkedHashMap<>();
        wish.keys().forEach((key, value) -> keys.put(key, ScalarText.of(value)));
        boolean aims = wish.to() != null || wish.by() != null;
        if (known != null) {
            if (aims) {
                throw GoalpostProblems.retargetFirst(wish.kpi());
            }
            return KpiEdit.of(known, edits.files()).lifecycle("active", keys);
        }
        Metric metric = now.metric(wish.metric()).orElseThrow(() -> GoalpostProblems.unknown(wish.metric(), now));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", ScalarText.of(wish.kpi()));
        all.put("metric", ScalarText.of(metric.name()));
        all.putAll(keys);
        if (aims) {
            all.put("target", NewTarget.flow(NewTarget.keys(wish.to(), wish.by(), null, now, asOf)));
        }
        return NewKpi.in(edits.files(), metric.about().span().file(), all);
    }

    private static Kpi kpi(Catalog catalog, String name) {
        return catalog.kpi(name).orElseThrow(() -> GoalpostProblems.unknown(name, catalog));
    }

    /** Holds what an edit does against what was wished. */
    private record EditCheck(Catalog before, Catalog after, Wish wish) {
        String change() {
            List<String> others = before.kpis().keySet().stream()
                    .filter(name -> !name.equals(wish.kpi()))
                    .filter(name -> !text(before, name).equals(text(after, name)))
                    .toList();
            int added = after.kpis().size() - before.kpis().size();
            boolean ours = added == 0
                    || added == 1 && wish instanceof Wish.Promote
                    || added == -1 && wish instanceof Wish.Demote;
            if (!others.isEmpty()
                    || !ours
                    || !before.metrics().keySet().equals(after.metrics().keySet())) {
                throw GoalpostProblems.more(others);
            }
            return sentence();
        }

        private static String text(Catalog catalog, String name) {
            return catalog.kpi(name)
                    .map(kpi -> Promised.of(catalog, kpi).json() + kpi.lifecycle() + kpi.owner() + kpi.objective())
                    .orElse("");
        }

        private String sentence() {
            PromiseWords words = new PromiseWords(after.workspace().calendar());
            Kpi old = before.kpi(wish.kpi()).orElse(null);
            Kpi fresh = after.kpi(wish.kpi()).orElse(null);
            if (old == null || fresh == null) {
                return fresh == null
                        ? "no longer a KPI: taken out of its file"
                        : "a KPI from now on: " + words.text(Promised.of(after, fresh));
            }
            String moved = words.change(Promised.of(before, old), Promised.of(after, fresh));
            String lifecycle = old.lifecycle() == fresh.lifecycle()
                    ? ""
                    : PromisedJson.word(old.lifecycle()) + " → " + PromisedJson.word(fresh.lifecycle());
            if (moved.isEmpty() && lifecycle.isEmpty()) {
                throw GoalpostProblems.nothing(wish.kpi());
            }
            return lifecycle + (moved.isEmpty() || lifecycle.isEmpty() ? "" : "; ") + moved;
        }
    }
}
