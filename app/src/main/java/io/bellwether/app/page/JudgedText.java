package io.bellwether.app.page;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Status.Tone;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The card "how it is judged". */
final class JudgedText {
    private final KpiFacts facts;
    private final List<JudgedView.Row> rows = new ArrayList<>();

    private JudgedText(KpiFacts facts) {
        this.facts = facts;
    }

    static JudgedView of(KpiFacts facts) {
        Judgement judgement = facts.judgement();
        String title = Words.sentence(TargetText.of(facts));
        return judgement == null
                ? new JudgedView(title, List.of(), List.of())
                : new JudgedText(facts).view(title, judgement);
    }

    private JudgedView view(String title, Judgement judgement) {
        var numbers = judgement.numbers();
        var timeframe = facts.measured().timeframe();
        value("Start", numbers.start());
        boolean holds = judgement.expected() == null;
        value(timeframe == null || holds ? "Target" : "Target, " + Dates.end(timeframe), numbers.target());
        if (facts.card().isTrusted()) {
            value("Now", numbers.actual());
        } else if (facts.lastGood() != null) {
            rows.add(new JudgedView.Row("Last good", facts.lastGood(), Tone.NONE));
        }
        if (judgement.expected() != null) {
            value("Due by now", numbers.due());
        }
        share("Progress", judgement.progress());
        share("Expected by now", judgement.expected());
        if (judgement.pace() != null) {
            rows.add(new JudgedView.Row(
                    "Pace", pace(judgement), judgement.status().tone()));
        }
        if (timeframe != null) {
            rows.add(new JudgedView.Row("Timeframe", facts.calendar().text(timeframe), Tone.NONE));
        }
        rows.add(new JudgedView.Row(
                "Status", judgement.status().label(), judgement.status().tone()));
        return new JudgedView(title, List.copyOf(rows), judgement.formula());
    }

    private void value(String term, @Nullable BigDecimal value) {
        if (value != null) {
            rows.add(new JudgedView.Row(term, NumberText.tile(value, facts.unit()), Tone.NONE));
        }
    }

    private void share(String term, @Nullable BigDecimal share) {
        if (share != null) {
            rows.add(new JudgedView.Row(term, NumberText.share(share), Tone.NONE));
        }
    }

    private String pace(Judgement judgement) {
        Kpi.Thresholds thresholds = facts.kpi().thresholds();
        String pace = decimal(judgement.pace());
        return switch (judgement.status()) {
            case OFF_TRACK -> pace + ", off track below " + decimal(thresholds.atRisk());
            case AT_RISK -> pace + ", on track from " + decimal(thresholds.onTrack());
            case ON_TRACK -> pace + ", on track from " + decimal(thresholds.onTrack());
            case ACHIEVED, MISSED, NO_DATA, TOO_EARLY, NOT_STARTED -> pace;
        };
    }

    private static String decimal(@Nullable BigDecimal value) {
        return value == null
                ? NumberText.MISSING
                : value.setScale(2, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−');
    }
}
