package io.bellwether.app.init;

import io.bellwether.core.expression.Type;
import java.util.Optional;
import java.util.Set;

/** A date out of a column of years and one of months or quarters. */
final class YearAndMonth {
    private static final Set<String> YEARS = Set.of("year", "jahr", "annee", "anio", "ano", "año");
    private static final Set<String> MONTHS = Set.of("month", "monat", "mois", "mes", "mese", "period");
    private static final Set<String> QUARTERS = Set.of("quarter", "quartal", "qtr", "trimestre");

    private final Columns columns;

    YearAndMonth(Columns columns) {
        this.columns = columns;
    }

    /** The first day of the month, of the quarter or of the year; empty where there is no year. */
    Optional<String> expression(Drafter drafter) {
        return part(YEARS, "1[89][0-9]{2}|20[0-9]{2}").map(year -> {
            String y = "cast(" + drafter.quoted(year.name()) + " as varchar)";
            String month = part(MONTHS, "0?[1-9]|1[0-2]")
                    .map(m -> "cast(" + drafter.quoted(m.name()) + " as varchar)")
                    .or(() -> part(QUARTERS, "[1-4]")
                            .map(q -> "cast(" + drafter.quoted(q.name()) + " * 3 - 2 as varchar)"))
                    .map(m -> "lpad(" + m + ", 2, '0')")
                    .orElse("'01'");
            return "cast(" + y + " || '-' || " + month + " || '-01' as date)";
        });
    }

    private Optional<ColumnProfile> part(Set<String> names, String form) {
        return columns.all(Role.OTHER).stream()
                .filter(c -> c.type() == Type.INTEGER && Meaning.of(c.name()).isOf(names))
                .filter(c -> c.low() != null && c.low().matches(form))
                .filter(c -> c.high() != null && c.high().matches(form))
                .findFirst();
    }
}
