package io.bellwether.app.page;

import io.bellwether.app.people.Remark;
import io.bellwether.app.people.Remarks;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Event;
import io.bellwether.core.catalog.Kpi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A catalog for the chart of one KPI: with what people typed in beside what stands in the files. */
public final class Remarked {
    private static final int LONGEST = 60;
    private static final String NOTE = "note";

    private Remarked() {}

    public static Catalog catalog(Catalog catalog, Kpi kpi, Remarks remarks) {
        List<Event> events = new ArrayList<>(catalog.events());
        remarks.eventsOn(kpi.name(), kpi.metric())
                .forEach(event -> events.add(new Event(event.day(), event.label(), event.kind(), kpi.span())));
        remarks.notes(new Remarks.On(kpi.name(), kpi.metric()))
                .forEach(note ->
                        events.add(new Event(middle(catalog, note), shortened(note.label()), NOTE, kpi.span())));
        return events.size() == catalog.events().size() ? catalog : catalog.withEvents(List.copyOf(events));
    }

    /** Whether it is a note that was typed in, which the chart shows and the block of people spells out. */
    static boolean isNote(Event event, Kpi kpi) {
        return event.kind().equals(NOTE) && event.span().equals(kpi.span());
    }

    /** A note is on a whole period, whose point stands in its middle. */
    private static LocalDate middle(Catalog catalog, Remark note) {
        return catalog.workspace()
                .calendar()
                .parse(note.period() == null ? "" : note.period())
                .map(period -> period.start()
                        .plus(Duration.between(period.start(), period.end()).dividedBy(2))
                        .toLocalDate())
                .orElse(note.day());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
