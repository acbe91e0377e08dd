package io.bellwether.core.expression;

import io.bellwether.core.source.Code;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Words for the moment of a question. No clock is read: a question says of which day or moment it asks. */
final class Clock {
    /** Words that are no names where they stand alone. */
    static final Set<String> BARE =
            Set.of("current_date", "current_timestamp", "current_time", "localtime", "localtimestamp");

    private static final Map<String, Type> MOMENTS = new TreeMap<>(Map.of(
            "current_date", Type.DATE,
            "today", Type.DATE,
            "current_timestamp", Type.TIMESTAMP,
            "localtimestamp", Type.TIMESTAMP,
            "now", Type.TIMESTAMP,
            "getdate", Type.TIMESTAMP,
            "sysdate", Type.TIMESTAMP));

    private static final Set<String> TIMES = Set.of("current_time", "localtime");

    private Clock() {}

    /** What can be written for the day or the moment. */
    static Set<String> names() {
        return MOMENTS.keySet();
    }

    static boolean isWord(String name) {
        return MOMENTS.containsKey(name) || TIMES.contains(name);
    }

    /** @param name a word of these, in small letters */
    static @Nullable Expr convert(String name, SqlNode place, Converter converter) {
        Type type = MOMENTS.get(name);
        if (type == null) {
            String fix = "write cast(current_timestamp as time)";
            return converter.refuse(Code.FUNCTION, place, "an as-of has no time of day of its own", fix);
        }
        return new Expr.Now(type, converter.span(place));
    }
}
