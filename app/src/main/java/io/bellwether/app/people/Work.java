package io.bellwether.app.people;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.time.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do around the KPIs, read at once.
 *
 * @param lastCheckIns the last day on which each KPI was talked about
 * @param open all open actions, by their due dates
 * @param unread where the reader was named and has not looked yet; empty for nobody
 * @param taken what owners took on
 * @param praised what was praised already
 */
public record Work(
        Map<String, LocalDate> lastCheckIns,
        List<Action> open,
        List<Mention> unread,
        Map<String, String> taken,
        Set<String> praised) {
    /** Nothing was ever said. */
    public static final Work NONE = new Work(Map.of(), List.of(), List.of(), Map.of(), Set.of());

    static Work read(Handle handle, @Nullable String reader) {
        return new Work(
                CheckIns.lastDays(handle),
                Actions.open(handle),
                reader == null ? List.of() : Mentions.unread(handle, reader),
                Acknowledgements.taken(handle),
                Praises.said(handle));
    }

    /** When a KPI is to be talked about; empty for one that is not active or has no cadence. */
    public Optional<Due> checkIn(Author reader, Kpi kpi) {
        return kpi.lifecycle() != Kpi.Lifecycle.ACTIVE || kpi.cadence() == null
                ? Optional.empty()
                : Optional.of(Due.of(
                        kpi.cadence(),
                        reader.catalog().workspace().calendar(),
                        lastCheckIns.get(kpi.name()),
                        reader.day()));
    }

    /** Whether somebody does something about it. */
    public boolean isActedOn(String kpi) {
        return open.stream().anyMatch(action -> action.kpi().equals(kpi));
    }
}
