package io.bellwether.app.page;

import io.bellwether.core.judge.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The scorecard in one headline and one sentence. */
record Tally(Map<Status, Integer> counts, int reachedEarly, int kpis, int objectives) {
    static Tally of(List<KpiFacts> all, int objectives) {
        List<KpiFacts> kpis =
                all.stream().filter(kpi -> kpi.judgement() != null).toList();
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        kpis.forEach(kpi -> counts.merge(kpi.status(), 1, Integer::sum));
        int early = (int) kpis.stream()
                .map(kpi -> kpi.judgement())
                .filter(judgement -> judgement != null && judgement.isReachedEarly())
                .count();
        return new Tally(counts, early, kpis.size(), objectives);
    }

    String headline() {
        int off = of(Status.OFF_TRACK);
        int missed = of(Status.MISSED);
        int risk = of(Status.AT_RISK);
        if (kpis == 0) {
            return "No KPI is judged yet";
        }
        if (off + missed + risk == 0) {
            return calm();
        }
        List<String> parts = new ArrayList<>();
        add(parts, off, "is off track", "are off track");
        add(parts, missed, "missed its target", "missed their targets");
        add(parts, risk, "needs watching", "need watching");
        return Words.capital(String.join(", ", parts)) + (off + missed == 0 ? ", none is off track" : "");
    }

    private String calm() {
        int good = of(Status.ON_TRACK) + of(Status.ACHIEVED);
        int silent = of(Status.NO_DATA);
        if (silent > 0) {
            return Words.capital(Words.count(silent, "KPI")) + (silent == 1 ? " has" : " have") + " no data to judge"
                    + (good > 0 ? ", nothing else is off track" : "");
        }
        if (good < kpis) {
            return "Nothing is off track";
        }
        return kpis == 1 ? "The one KPI is on track" : "All " + Words.number(kpis) + " KPIs are on track";
    }

    /** The first part names the noun: {@code one KPI is off track, two need watching}. */
    private static void add(List<String> parts, int count, String one, String many) {
        if (count > 0) {
            String who = parts.isEmpty() ? Words.count(count, "KPI") : Words.number(count);
            parts.add(who + " " + (count == 1 ? one : many));
        }
    }

    String summary() {
        if (kpis == 0) {
            return "Give a metric an objective, a target and an owner, and it stands here.";
        }
        List<String> parts = new ArrayList<>();
        say(parts, Status.ON_TRACK, "on track");
        if (reachedEarly > 0) {
            parts.add(
                    reachedEarly == of(Status.ON_TRACK) && reachedEarly == 1
                            ? "at its target already"
                            : Words.number(reachedEarly) + " of them at " + (reachedEarly == 1 ? "its" : "their")
                                    + " target already");
        }
        say(parts, Status.ACHIEVED, "achieved");
        say(parts, Status.AT_RISK, "at risk");
        say(parts, Status.OFF_TRACK, "off track");
        say(parts, Status.MISSED, "missed");
        say(parts, Status.TOO_EARLY, "too early to say");
        say(parts, Status.NOT_STARTED, "not started");
        say(parts, Status.NO_DATA, "without data to judge");
        return Words.capital(Words.count(kpis, "KPI")) + " under " + Words.count(objectives, "objective") + ": "
                + String.join(", ", parts) + ".";
    }

    private void say(List<String> parts, Status status, String words) {
        if (of(status) > 0) {
            parts.add(Words.number(of(status)) + " " + words);
        }
    }

    private int of(Status status) {
        return counts.getOrDefault(status, 0);
    }
}
