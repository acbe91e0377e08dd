package io.bellwether.app.page;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A KPI's row of the scorecard. */
final class RowText {
    static final String SPARK_TITLE = "Last 13 periods";

    private RowText() {}

    /** @param against whether there is room to say what a change is held against */
    static KpiRow of(KpiFacts facts, boolean against) {
        var kpi = facts.kpi();
        Measured measured = facts.measured();
        Judgement judgement = facts.judgement();
        boolean stale = facts.status() == Status.NO_DATA || facts.lastGood() != null;
        boolean trusted = facts.card().isTrusted();
        return new KpiRow(
                kpi.name(),
                kpi.label(),
                byline(facts),
                facts.href(),
                kpi.why(),
                kpi.owner() == null ? "" : kpi.owner(),
                status(facts),
                judgement == null ? unjudged(facts) : judgement.why(),
                facts.shown(),
                facts.besideBound(facts.shown()),
                stale,
                facts.lastGood(),
                measured.windowText(),
                running(measured, facts.unit()),
                TargetText.of(facts),
                judgement == null ? null : judgement.progress(),
                judgement == null ? null : judgement.expected(),
                progress(facts),
                spark(measured, facts.unit(), SPARK_TITLE),
                trusted ? delta(measured.previous(), facts.unit(), kpi.direction(), against) : null,
                trusted ? delta(measured.yearAgo(), facts.unit(), kpi.direction(), against) : null,
                fresh(facts.complete()),
                null);
    }

    private static @Nullable String running(Measured measured, Unit unit) {
        Measured.Running running = measured.running();
        return running == null ? null : NumberText.tile(running.value(), unit) + " so far, " + running.text();
    }

    static String unjudged(KpiFacts facts) {
        return facts.kpi().target() == null ? "It has no target, so it is not judged." : "A draft is not judged.";
    }

    static StatusView status(KpiFacts facts) {
        Judgement judgement = facts.judgement();
        StatusView view = StatusView.of(facts.status());
        if (judgement == null) {
            return new StatusView(view.word(), "Draft", view.glyph(), view.tone());
        }
        return judgement.isReachedEarly()
                ? new StatusView(view.word(), "Target reached", view.glyph(), view.tone())
                : view;
    }

    private static String byline(KpiFacts facts) {
        String owner = facts.kpi().owner();
        var cadence = facts.kpi().cadence();
        return Stream.of(owner == null ? null : Words.person(owner), cadence == null ? null : Dates.rhythm(cadence))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    static String progress(KpiFacts facts) {
        Judgement judgement = facts.judgement();
        if (judgement == null || judgement.progress() == null) {
            return "nothing judged yet";
        }
        if (judgement.progress().signum() < 0) {
            return "further off than at the start" + expected(judgement);
        }
        String done = NumberText.share(judgement.progress());
        return switch (facts.kpi().target()) {
            case Target.AtLeast _, Target.AtMost _, Target.Between _ -> "met in " + done + " of the periods so far";
            case null -> "";
            case Target.Reach _, Target.Change _, Target.Total _, Target.FromMetric _ ->
                done + " of the way" + expected(judgement);
        };
    }

    /** At the end all of the way is expected: no word about it. */
    private static String expected(Judgement judgement) {
        BigDecimal expected = judgement.expected();
        return expected == null || expected.compareTo(BigDecimal.ONE) >= 0
                ? ""
                : ", " + NumberText.share(expected) + " expected by now";
    }

    static SparkView spark(Measured measured, Unit unit, String title) {
        List<String> labels = new ArrayList<>();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        List<@Nullable String> texts = new ArrayList<>();
        List<@Nullable BigDecimal> path = new ArrayList<>();
        for (Measured.SparkPoint point : measured.spark()) {
            labels.add(point.label() == null ? "to " + Dates.shortDay(Dates.last(point.at())) : point.label());
            values.add(point.value());
            texts.add(point.value() == null ? null : NumberText.tile(point.value(), unit));
            path.add(point.path());
        }
        return new SparkView(title, labels, values, texts, path);
    }

    static @Nullable DeltaView delta(Measured.@Nullable Delta delta, Unit unit, Direction direction, boolean against) {
        if (delta == null) {
            return null;
        }
        BigDecimal change = delta.to().subtract(delta.from());
        Status.Tone tone = direction == Direction.NONE || change.signum() == 0
                ? Status.Tone.NONE
                : change.signum() > 0 == (direction == Direction.UP) ? Status.Tone.GOOD : Status.Tone.BAD;
        String note = against ? "against " + delta.note() : "like for like";
        return new DeltaView(NumberText.change(delta.from(), delta.to(), unit), note, tone);
    }

    static String fresh(Completeness complete) {
        String day = Dates.shortWeekday(Dates.last(complete.mark()));
        if (!complete.stale()) {
            return "Data to " + day;
        }
        return complete.lastRow() == null ? "No data yet" : "Data stopped after " + day;
    }
}
