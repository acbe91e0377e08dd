package io.bellwether.app.advice;

import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.promise.Version;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Status;
import io.bellwether.core.lint.Past.Change;
import io.bellwether.core.lint.Past.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of KPIs beside their numbers, by the KPI's name.
 *
 * @param reviews when somebody last checked in
 * @param verdicts how timeframes ended as they were reported, oldest first; those not here are judged anew
 * @param looked the last day on which somebody asked for a metric
 * @param unreasoned what was changed inside an open timeframe without a reason, oldest first
 */
public record Memory(
        Map<String, LocalDate> reviews,
        Map<String, List<Verdict>> verdicts,
        Map<String, List<Change>> unreasoned,
        Map<String, LocalDate> looked) {
    Memory(Map<String, LocalDate> reviews, Map<String, List<Verdict>> verdicts, Map<String, List<Change>> unreasoned) {
        this(reviews, verdicts, unreasoned, Map.of());
    }

    /** The same with what was looked at. */
    public Memory looking(Map<String, LocalDate> metrics) {
        return new Memory(reviews, verdicts, unreasoned, Map.copyOf(metrics));
    }

    /** Nothing. */
    public static final Memory NONE = new Memory(Map.of(), Map.of(), Map.of());

    /** As many timeframes as rules look back. */
    static final int LOOK_BACK = 6;

    /** What the store has. */
    public static Memory of(PromiseHistory promises, Map<String, LocalDate> reviews, Catalog catalog) {
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        promises.closings()
                .timeframes(LOOK_BACK)
                .forEach((kpi, closings) -> verdicts.put(
                        kpi, closings.reversed().stream().map(Memory::verdict).toList()));
        Map<String, List<Change>> unreasoned = new LinkedHashMap<>();
        promises.versions()
                .unreasoned(catalog)
                .forEach((kpi, versions) -> unreasoned.put(
                        kpi, versions.stream().map(Memory::change).toList()));
        return new Memory(reviews, verdicts, unreasoned);
    }

    /** As reported: a later restatement does not undo what people were told. */
    private static Verdict verdict(Closing closing) {
        return verdict(closing.reported().status());
    }

    static Verdict verdict(Status status) {
        return status == Status.ACHIEVED
                ? Verdict.ACHIEVED
                : status == Status.MISSED ? Verdict.MISSED : Verdict.NEITHER;
    }

    private static Change change(Version version) {
        return new Change(version.effective(), version.change(), version.author());
    }
}
