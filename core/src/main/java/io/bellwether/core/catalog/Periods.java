package io.bellwether.core.catalog;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Period;
import org.jspecify.annotations.Nullable;

/** Periods as people write them. */
final class Periods {
    private Periods() {}

    static @Nullable Period read(Located<String> text, Calendar calendar, Problems problems) {
        Period period = calendar.parse(text.value().strip()).orElse(null);
        if (period == null) {
            String shown = text.value().length() > 40 ? text.value().substring(0, 40) + "…" : text.value();
            String fix = "write 2026, 2026-H2, 2026-Q3, 2026-11, FY2027 or 2026-07-01..2026-12-31";
            problems.add(Code.PERIOD, text.span(), "\"" + shown + "\" is not a period", fix);
        }
        return period;
    }
}
