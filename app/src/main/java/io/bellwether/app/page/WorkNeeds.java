package io.bellwether.app.page;

import io.bellwether.app.people.Action;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.Mention;
import io.bellwether.app.people.Praises;
import io.bellwether.app.people.Work;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Status;
import io.bellwether.core.judge.Status.Tone;
import io.bellwether.core.time.Due;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the strip "needs you" says of the work around the numbers: mentions, overdue actions, check-ins that are due. */
final class WorkNeeds {
    private static final int MOST = 3;

    private final PeopleText text;
    private final Author reader;
    private final Work work;

    /** @param work with the mentions of the one who looks */
    WorkNeeds(PeopleText text, Author reader, Work work) {
        this.text = text;
        this.reader = reader;
        this.work = work;
    }

    /** At most three of each kind; of actions and check-ins the reader's own first. */
    List<NeedView> of(List<KpiFacts> kpis) {
        List<NeedView> all = new ArrayList<>();
        mentions(all);
        work.open().stream()
                .filter(action -> action.isOverdue(reader.day()))
                .sorted(Comparator.comparing((Action action) -> !text.isMine(action.owner())))
                .limit(MOST)
                .forEach(action -> all.add(overdue(action)));
        checkIns(kpis, all);
        return all;
    }

    boolean isActedOn(String kpi) {
        return work.isActedOn(kpi);
    }

    boolean isPraised(Kpi kpi) {
        var calendar = reader.catalog().workspace().calendar();
        return work.praised().contains(kpi.name() + " " + Praises.timeframe(kpi, calendar, reader.day()));
    }

    /** Whether there are people who could act. */
    boolean isManned() {
        return !reader.catalog().operations().people().isEmpty();
    }

    boolean isMine(Kpi kpi) {
        return text.isMine(kpi.owner());
    }

    private void mentions(List<NeedView> all) {
        if (!work.unread().isEmpty()) {
            Mention newest = work.unread().getFirst();
            int count = work.unread().size();
            all.add(need(
                    "✉",
                    "Mentioned",
                    Tone.NONE,
                    count == 1
                            ? text.name(newest.author()) + " mentioned you"
                            : "You were mentioned " + Words.number(count) + " times",
                    newest.excerpt(),
                    "Read",
                    "/check-ins#mentions"));
        }
    }

    private NeedView overdue(Action action) {
        return need(
                "▲",
                "Overdue",
                Tone.WARN,
                "An action is overdue: " + action.title(),
                Words.sentence(text.name(action.owner()) + " has it, it was due on " + Dates.day(action.due())),
                "See the action",
                "/actions");
    }

    /** One line for all of a reader's own; else one for all there are. Only where people are named can anybody say anything. */
    private void checkIns(List<KpiFacts> kpis, List<NeedView> all) {
        if (!isManned()) {
            return;
        }
        Map<Boolean, List<KpiFacts>> due = kpis.stream()
                .filter(facts ->
                        work.checkIn(reader, facts.kpi()).filter(Due::isOpen).isPresent())
                .collect(Collectors.partitioningBy(facts -> isMine(facts.kpi())));
        List<KpiFacts> told = due.getOrDefault(true, List.of()).isEmpty()
                ? due.getOrDefault(false, List.of())
                : due.getOrDefault(true, List.of());
        if (told.isEmpty()) {
            return;
        }
        boolean mine = isMine(told.getFirst().kpi());
        String names =
                told.stream().limit(MOST).map(facts -> facts.kpi().label()).collect(Collectors.joining(", "));
        String more = told.size() > MOST ? " and " + Words.number(told.size() - MOST) + " more" : "";
        String title = Words.count(told.size(), "check-in") + (told.size() == 1 ? " is due" : " are due");
        all.add(need(
                "◔",
                "Due",
                Tone.NONE,
                mine ? "Your " + (told.size() == 1 ? "check-in is due" : title) : Words.capital(title),
                Words.sentence(names + more),
                "Check in",
                "/check-ins"));
    }

    private static NeedView need(
            String glyph, String label, Tone tone, String title, String words, String link, String href) {
        return new NeedView(new StatusView(Status.NOT_STARTED, label, glyph, tone), title, words, link, href);
    }
}
