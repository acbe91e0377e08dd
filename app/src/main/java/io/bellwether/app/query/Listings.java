package io.bellwether.app.query;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.time.Grain;
import java.util.Objects;
import java.util.Optional;

/** Whether a calendar table says something of every time that a question needs of it. */
final class Listings {
    private Listings() {}

    /** @param answer of the listing's plan */
    static Optional<Diagnostic> problem(Plan.Listing listing, Answer answer) {
        var row = answer.table().rows().getFirst();
        long count = ((Number) Objects.requireNonNull(row.getFirst())).longValue();
        if (count == 0) {
            return Optional.empty();
        }
        CalendarTable table = listing.table();
        String first = String.valueOf(row.getLast());
        String time = table.grain().compareTo(Grain.DAY) < 0 ? first.replace('T', ' ') : first.split("[T ]")[0];
        String others = count == 1 ? "" : " and of %d more".formatted(count - 1);
        return Optional.of(Diagnostic.error(
                PlanCodes.NOT_LISTED,
                table.span(),
                "the calendar table \"%s\" has no %s for %s%s, so windows and offsets counted in it would be wrong"
                        .formatted(table.dataset(), listing.grain(), time, others),
                "add what it lacks, or count in days, months or years"));
    }
}
