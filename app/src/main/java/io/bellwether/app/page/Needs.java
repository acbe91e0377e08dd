package io.bellwether.app.page;

import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The strip "needs you": what is off track, what cannot be judged, and what deserves thanks. */
final class Needs {
    private static final int MOST = 3;
    private static final Comparator<KpiFacts> HEAVIEST =
            Comparator.comparing((KpiFacts facts) -> facts.kpi().weight()).reversed();

    private final LocalDate today;
    private final WorkNeeds work;

    private Needs(LocalDate today, WorkNeeds work) {
        this.today = today;
        this.work = work;
    }

    /** At most three of each kind, those of the reader first. */
    static List<NeedView> of(List<KpiFacts> kpis, LocalDate today, WorkNeeds work) {
        return new Needs(today, work).all(kpis);
    }

    private List<NeedView> all(List<KpiFacts> kpis) {
        List<NeedView> all = new ArrayList<>();
        take(kpis, k -> k.status() == Status.OFF_TRACK || k.status() == Status.MISSED)
                .forEach(kpi -> all.add(off(kpi)));
        take(kpis, k -> k.status() == Status.NO_DATA).forEach(kpi -> all.add(silent(kpi)));
        all.addAll(work.of(kpis));
        take(kpis, facts -> isReached(facts) && !work.isPraised(facts.kpi())).forEach(kpi -> all.add(reached(kpi)));
        return List.copyOf(all);
    }

    private List<KpiFacts> take(List<KpiFacts> kpis, Predicate<KpiFacts> which) {
        return kpis.stream()
                .filter(which)
                .sorted(Comparator.comparing((KpiFacts facts) -> !work.isMine(facts.kpi()))
                        .thenComparing(HEAVIEST))
                .limit(MOST)
                .toList();
    }

    private static boolean isReached(KpiFacts facts) {
        Judgement judgement = facts.judgement();
        return judgement != null && (judgement.status() == Status.ACHIEVED || judgement.isReachedEarly());
    }

    private NeedView off(KpiFacts facts) {
        String what = facts.status() == Status.MISSED ? " missed its target" : " is off track";
        String plan = facts.kpi().response();
        String acted =
                work.isActedOn(facts.kpi().name()) ? " Somebody is at work on it." : " Nobody is at work on it yet.";
        String text =
                why(facts) + (plan == null ? "" : " Plan: " + Words.sentence(plan)) + (work.isManned() ? acted : "");
        return view(facts, facts.kpi().label() + what, text, "See why");
    }

    private NeedView silent(KpiFacts facts) {
        String title = facts.complete().stale()
                ? facts.kpi().label() + " has had no data since "
                        + Dates.shortWeekday(Dates.last(facts.complete().mark()))
                : facts.kpi().label() + " cannot be judged";
        String last = facts.shown() == null ? "" : " Last good value " + facts.tile(facts.shown()) + ".";
        return view(facts, title, why(facts) + last, "See the data");
    }

    private NeedView reached(KpiFacts facts) {
        Period timeframe = facts.measured().timeframe();
        long early = timeframe == null ? 0 : ChronoUnit.DAYS.between(today, Dates.last(timeframe.end()));
        String title = facts.kpi().label() + " reached its target"
                + (early > 0 ? ", " + early + (early == 1 ? " day" : " days") + " early" : "");
        String owner = facts.kpi().owner();
        String thanks = owner == null ? "Well done." : "Well done, " + Words.person(owner) + ".";
        return view(facts, title, why(facts) + " " + thanks, "See how");
    }

    private static String why(KpiFacts facts) {
        Judgement judgement = facts.judgement();
        return judgement == null ? "" : Words.sentence(judgement.why());
    }

    private static NeedView view(KpiFacts facts, String title, String text, String link) {
        return new NeedView(RowText.status(facts), title, text, link, facts.href());
    }
}
