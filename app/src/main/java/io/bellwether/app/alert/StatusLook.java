package io.bellwether.app.alert;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Status;
import java.util.Locale;

/** Whether a KPI's status is one that somebody must know of. */
final class StatusLook {
    private StatusLook() {}

    static Verdict of(KpiCard card) {
        Judgement judgement = card.judgement().orElse(null);
        if (judgement == null) {
            return new Verdict.Unknown("It has no target, so it has no status.");
        }
        if (judgement.problem() != null) {
            return new Verdict.Unknown(card.why());
        }
        String text = text(card, judgement);
        return switch (judgement.status()) {
            case OFF_TRACK, MISSED, AT_RISK, NO_DATA ->
                new Verdict.Holds(judgement.status().word(), text);
            case TOO_EARLY, ON_TRACK, ACHIEVED, NOT_STARTED -> new Verdict.Fine(text);
        };
    }

    /** {@code Revenue is off track. £8.7M of £10M …}. */
    static String text(KpiCard card, Judgement judgement) {
        return card.kpi().label() + " " + said(judgement.status()) + ". " + card.why();
    }

    private static String said(Status status) {
        return switch (status) {
            case MISSED -> "missed its target";
            case ACHIEVED -> "achieved its target";
            case NO_DATA -> "cannot be judged";
            case NOT_STARTED -> "has not started";
            case OFF_TRACK, AT_RISK, TOO_EARLY, ON_TRACK ->
                "is " + status.label().toLowerCase(Locale.ENGLISH);
        };
    }
}
