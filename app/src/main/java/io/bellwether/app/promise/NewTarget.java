package io.bellwether.app.promise;

import io.bellwether.app.edit.TargetText;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A target as somebody wants it, as the keys of a file. */
final class NewTarget {
    private NewTarget() {}

    /**
     * @param to keys with their values, or a value alone, which is of the same form as the old one; or null
     * @param by a day or a period; a day is the end of a timeframe that begins where the old one did, else today
     */
    static Map<String, String> keys(
            @Nullable String to, @Nullable String by, @Nullable Target old, Catalog catalog, AsOf asOf) {
        Map<String, String> keys = to == null ? new LinkedHashMap<>() : TargetText.read("--to", formed(to, old));
        if (by != null) {
            keys.put("by", by(by.strip(), old, catalog.workspace().calendar(), asOf));
        } else if (keys.containsKey("by")) {
            keys.put("by", by(unquoted(keys.get("by")), old, catalog.workspace().calendar(), asOf));
        }
        if (keys.isEmpty()) {
            throw GoalpostProblems.noTimeframe("nothing is to be different");
        }
        return keys;
    }

    private static String formed(String to, @Nullable Target old) {
        return old == null || to.contains(":") ? to : old.form() + ": " + to.strip();
    }

    static String flow(Map<String, String> keys) {
        List<String> entries = new ArrayList<>();
        keys.forEach((key, value) -> entries.add(key + ": " + value));
        return "{ " + String.join(", ", entries) + " }";
    }

    private static String by(String text, @Nullable Target old, Calendar calendar, AsOf asOf) {
        Period period = calendar.parse(text)
                .orElseThrow(() -> GoalpostProblems.noTimeframe("\"" + text + "\" is no day and no period"));
        boolean day = calendar.grain(period).filter(Grain.DAY::equals).isPresent();
        return day ? label(timeframe(period.start().toLocalDate(), old, asOf, calendar), calendar) : period.label();
    }

    private static Period timeframe(LocalDate end, @Nullable Target old, AsOf asOf, Calendar calendar) {
        LocalDate today = asOf.day();
        LocalDate start = old != null && old.terms().schedule() instanceof Schedule.By(Period frame)
                ? frame.start().toLocalDate()
                : today;
        if (start.isAfter(end)) {
            throw GoalpostProblems.noTimeframe("the timeframe would end on " + end + ", before it begins on " + start);
        }
        return calendar.days(start, end);
    }

    /** The name of the year, quarter or month that it is, if it is one. */
    private static String label(Period period, Calendar calendar) {
        for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.FISCAL_YEAR, Grain.FISCAL_QUARTER)) {
            Period named = calendar.period(period.start(), grain);
            if (named.start().equals(period.start()) && named.end().equals(period.end())) {
                return named.label();
            }
        }
        return period.label();
    }

    private static String unquoted(@Nullable String text) {
        return text == null ? "" : text.replaceAll("^['\"]|['\"]$", "");
    }
}
