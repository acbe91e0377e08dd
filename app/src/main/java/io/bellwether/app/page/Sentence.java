package io.bellwether.app.page;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One KPI in one or two sentences: where it is, where it should be, how it moved. */
final class Sentence {
    private Sentence() {}

    static String of(KpiFacts facts) {
        Judgement judgement = facts.judgement();
        if (judgement == null) {
            return Words.sentence(here(facts)) + " " + RowText.unjudged(facts);
        }
        return switch (judgement.status()) {
            case ON_TRACK, AT_RISK, OFF_TRACK, TOO_EARLY -> Words.sentence(open(facts, judgement)) + moved(facts);
            case ACHIEVED, MISSED -> Words.sentence(here(facts)) + " " + Words.sentence(judgement.why());
            case NO_DATA -> Words.sentence(judgement.why());
            case NOT_STARTED -> Words.sentence(judgement.why());
        };
    }

    private static String open(KpiFacts facts, Judgement judgement) {
        Target target = facts.kpi().target();
        BigDecimal due = judgement.numbers().due();
        String goal = NumberText.tile(judgement.numbers().target(), facts.unit());
        return switch (target) {
            case Target.Total _ -> sum(facts) + " of " + goal + pace(facts, judgement);
            case Target.FromMetric _ -> here(facts) + " where the plan asks for " + goal + " by now";
            case Target.AtLeast _, Target.AtMost _, Target.Between _ ->
                here(facts) + "; the promise is " + TargetText.of(facts) + ", " + RowText.progress(facts);
            case null -> here(facts);
            case Target.Reach _, Target.Change _ ->
                due == null || judgement.isReachedEarly()
                        ? here(facts) + (judgement.isReachedEarly() ? ": the target of " + goal + " is reached" : "")
                        : here(facts) + ". It should be " + NumberText.beside(due, facts.shown(), facts.unit())
                                + " by now on the way to " + goal + by(facts);
        };
    }

    private static String by(KpiFacts facts) {
        var timeframe = facts.measured().timeframe();
        return timeframe == null ? "" : " in " + Dates.end(timeframe);
    }

    private static String here(KpiFacts facts) {
        String window = facts.measured().windowText();
        return facts.kpi().label() + " is " + facts.tile(facts.shown())
                + (window.isEmpty() ? "" : " " + during(window));
    }

    /** A sum needs to say since when before it says how much. */
    private static String sum(KpiFacts facts) {
        String window = facts.measured().windowText();
        String when = window.isEmpty() ? "" : Words.capital(during(window)) + ", ";
        return when + facts.kpi().label() + " is " + facts.tile(facts.shown());
    }

    /** {@code in Nov 2026}, {@code from 1 Nov to 13 Nov 2026}, {@code on 13 Nov 2026}. */
    static String during(String window) {
        if (window.contains(" – ")) {
            return "from " + window.replace(" – ", " to ");
        }
        if (Character.isDigit(window.charAt(0)) && window.contains(" ")) {
            return "on " + window;
        }
        return window.startsWith("week of") ? "in the " + window : "in " + window;
    }

    /** {@code , 3 % behind the pace}: of the value that is due by now. */
    private static String pace(KpiFacts facts, Judgement judgement) {
        BigDecimal due = judgement.numbers().due();
        BigDecimal actual = judgement.numbers().actual();
        if (due == null || actual == null || due.signum() == 0) {
            return "";
        }
        BigDecimal off = actual.subtract(due).movePointRight(2).divide(due.abs(), 0, RoundingMode.HALF_UP);
        if (off.signum() == 0) {
            return ", just at the pace";
        }
        return ", " + off.abs().toPlainString()
                + NumberText.share(BigDecimal.ZERO).substring(1) + (off.signum() > 0 ? " ahead of" : " behind")
                + " the pace" + (isSeasonal(facts) ? " of earlier years" : "");
    }

    private static boolean isSeasonal(KpiFacts facts) {
        Target target = facts.kpi().target();
        return target != null && target.terms().path() instanceof TargetPath.Seasonal;
    }

    private static String moved(KpiFacts facts) {
        Measured.Delta delta = facts.measured().previous();
        if (delta == null || delta.to().compareTo(delta.from()) == 0) {
            return "";
        }
        String change =
                NumberText.change(delta.from(), delta.to(), facts.unit()).replaceFirst("^[+−]", "");
        boolean up = delta.to().compareTo(delta.from()) > 0;
        Grain cadence = facts.kpi().cadence();
        String who = cadence == null || delta.now().equals(facts.measured().window())
                ? "It"
                : "The running " + Dates.noun(cadence);
        return " " + who + " is " + (up ? "up " : "down ") + change + " against " + delta.note() + ".";
    }
}
