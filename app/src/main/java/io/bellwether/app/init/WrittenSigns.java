package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.literal;
import static io.bellwether.app.init.Asking.quoted;

import io.bellwether.core.catalog.FileReading.Told;
import io.bellwether.core.expression.Type;
import io.bellwether.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the texts of numbers that the reader of text files understood by itself: how they were written is said, and what
 * stands beside them is their currency.
 */
final class WrittenSigns {
    private static final long MOST_ROWS = 5_000_000;

    private final Asking asking;
    private final Opened opened;
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    WrittenSigns(Asking asking, Opened opened) {
        this.asking = asking;
        this.opened = opened;
    }

    Map<String, String> units() {
        return units;
    }

    List<String> notes() {
        return notes;
    }

    void look(Facts.Counted counted) {
        List<ColumnProfile> numbers = counted.columns().stream()
                .filter(c -> c.type() == Type.DECIMAL && c.reading() == null && c.filled() > 0)
                .toList();
        if (numbers.isEmpty() || counted.rows() > MOST_ROWS) {
            return;
        }
        Map<String, Told> texts = new LinkedHashMap<>(opened.source().reading().columns());
        numbers.forEach(c -> texts.put(c.name().toLowerCase(Locale.ROOT), new Told(Type.TEXT, null)));
        try {
            Opened raw = opened.telling(asking, texts, opened.skipped());
            numbers.forEach(column -> look(column, raw.relation()));
        } catch (EngineException unread) {
            notes.clear();
        }
    }

    private void look(ColumnProfile column, String relation) {
        String text = "trim(" + quoted(column.name()) + ")";
        String odd = " filter (where not regexp_full_match(" + text + ", '[-+]?[0-9]*([.][0-9]*)?([eE][-+]?[0-9]+)?'))";
        List<@Nullable Object> row = asking.row("select max(" + text + ")" + odd + ", min(" + text + ") filter (where "
                + "regexp_matches(" + text + ", '-$|^[(]|^\\D+-|^-\\D')), string_agg(distinct regexp_replace(" + text
                + ", "
                + literal(Amounts.TOKEN) + ", '', 'g'), ' ') from " + relation);
        Object example = row.get(1) == null ? row.get(0) : row.get(1);
        if (example == null) {
            return;
        }
        notes.add(column.name() + ": numbers as \"" + example + "\" are read with their signs and points");
        List<String> tokens = List.of(String.valueOf(row.get(2)).strip().split("\\s+"));
        if (tokens.size() > 1) {
            notes.add(column.name() + ": several units stand beside its numbers (" + String.join(", ", tokens)
                    + "), and one sum of them would mean nothing");
        }
        units.put(column.name(), tokens.size() == 1 ? tokens.getFirst() : Amounts.SEVERAL);
    }
}
