package io.bellwether.app.page;

import io.bellwether.app.page.ActionsView.Choice;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.CheckIn;
import io.bellwether.app.people.People;
import io.bellwether.app.people.Praises;
import io.bellwether.app.people.Remarks;
import io.bellwether.app.people.Standing;
import io.bellwether.app.people.Work;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.time.Due;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said about KPIs, and what was. */
public final class CheckInsText {
    private static final int SHOWN = 30;
    private static final int POINTS = 26;

    private final PeopleText text;
    private final Author reader;
    private final Work work;

    public CheckInsText(PeopleText text, Author reader, Work work) {
        this.text = text;
        this.reader = reader;
        this.work = work;
    }

    /** The page of check-ins. */
    public CheckInsView view(Scorecard scorecard, List<CheckIn> recent) {
        List<CheckInsView.DueView> due = scorecard
                .kpis()
                .flatMap(card -> work.checkIn(reader, card.kpi()).stream()
                        .filter(Due::isOpen)
                        .map(found -> due(card, found)))
                .sorted(Comparator.comparing((CheckInsView.DueView view) -> !view.mine())
                        .thenComparing(view -> !view.overdue()))
                .toList();
        long mine = due.stream().filter(CheckInsView.DueView::mine).count();
        String lead = due.isEmpty()
                ? "Everything was talked about. The next check-ins come with the next periods."
                : Words.sentence(Words.count(due.size(), "check-in")
                        + (due.size() == 1 ? " is due" : " are due")
                        + (mine == 0 ? "" : ", " + Words.number((int) mine) + " of them yours"));
        return new CheckInsView(lead, due, recent.stream().map(text::said).toList());
    }

    private CheckInsView.DueView due(KpiCard card, Due due) {
        Kpi kpi = card.kpi();
        Standing standing = Standing.of(card);
        return new CheckInsView.DueView(
                kpi.name(),
                kpi.label(),
                PeopleText.href(kpi.name()),
                kpi.owner() == null ? "" : text.name(kpi.owner()),
                text.isMine(kpi.owner()),
                due.state() == Due.State.OVERDUE,
                standing.status() == null ? StatusView.NOTHING : StatusView.of(standing.status()),
                PeopleText.standing(standing.valueText(), standing.windowText()) + ", target " + standing.targetText(),
                dueText(due),
                lastText(kpi));
    }

    private String dueText(Due due) {
        String about = "About " + reader.catalog().workspace().calendar().text(due.about());
        return due.missed() == 0 ? about : about + ", " + Words.count(due.missed(), "period") + " before it missed";
    }

    private String lastText(Kpi kpi) {
        var last = work.lastCheckIns().get(kpi.name());
        return last == null ? "Nothing was said yet" : "Last on " + Dates.day(last);
    }

    /** The people's block on the page of a KPI. */
    public KpiPeopleView of(KpiCard card, People people) {
        Kpi kpi = card.kpi();
        Due due = work.checkIn(reader, kpi).filter(Due::isOpen).orElse(null);
        var actions = people.actions().list(kpi.name(), null, null).stream()
                .limit(SHOWN)
                .toList();
        var effects = people.actions().effects(actions, reader);
        return new KpiPeopleView(
                due == null ? "" : "A check-in is due. " + dueText(due) + ".",
                due != null && due.state() == Due.State.OVERDUE,
                acknowledge(kpi, people),
                praise(card),
                people.checkIns().of(kpi.name(), SHOWN).stream().map(text::said).toList(),
                actions.stream()
                        .map(action -> text.action(action, effects.get(action.id())))
                        .toList(),
                people.remarks().notes(new Remarks.On(kpi.name(), kpi.metric())).stream()
                        .map(text::remark)
                        .toList(),
                people.praises().of(kpi.name()).stream()
                        .map(praise -> new KpiPeopleView.ThanksView(
                                text.name(praise.person()), text.day(praise.at()), praise.words()))
                        .toList(),
                periods(kpi));
    }

    private @Nullable String acknowledge(Kpi kpi, People people) {
        return text.isMine(kpi.owner()) && people.acknowledgements().isMissing(reader, kpi, work.taken())
                ? "This KPI is new or was changed since you last took it on. Its target, metric and thresholds stand below."
                : null;
    }

    private @Nullable String praise(KpiCard card) {
        Kpi kpi = card.kpi();
        String timeframe = Praises.timeframe(kpi, reader.catalog().workspace().calendar(), reader.day());
        return Standing.of(card).reached() && !work.praised().contains(kpi.name() + " " + timeframe)
                ? "The target is reached. Say well done"
                        + (kpi.owner() == null ? "." : " to " + text.name(kpi.owner()) + ".")
                : null;
    }

    private List<Choice> periods(Kpi kpi) {
        Grain grain = kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
        var calendar = reader.catalog().workspace().calendar();
        List<Choice> periods = new ArrayList<>();
        for (Period at = calendar.period(reader.day().atStartOfDay(), grain); periods.size() < POINTS; ) {
            periods.add(new Choice(at.label(), calendar.text(at)));
            at = calendar.period(at.start().minusNanos(1), grain);
        }
        return periods;
    }
}
