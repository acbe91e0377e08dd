package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.literal;
import static io.bellwether.app.init.Asking.number;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds dates and numbers in columns that have another type. */
final class ColumnReader {
    /** With a fraction, a sign or parts between thousands: digits alone are a code as often. */
    private static final String NUMBER =
            "[-+(]?\\s*[$€£¥]?\\s*-?([0-9]{1,3}([.,'’ \\x{a0}][0-9]{3})+([.,][0-9]+)?|[0-9]+[.,][0-9]+|[0-9]+\\s*[-%€$£]"
                    + "|[€$£]\\s*[0-9]+)\\s*([A-Z]{3}|[%€$£¥])?[-)]?";

    private static final String DATE =
            "([0-9]{1,2}[-/. ]+([0-9]{1,2}|\\p{L}{3,9}\\.?)[-/., ]+[0-9]{2,4}|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
                    + "|\\p{L}{3,9}\\.? [0-9]{1,2},? [0-9]{4})(\\D.*)?";

    private final Asking asking;
    private final String relation;
    private final boolean careful;
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** @param careful whether other rows of the file hold what is no date and no number */
    ColumnReader(Asking asking, String relation, boolean careful) {
        this.asking = asking;
        this.relation = relation;
        this.careful = careful;
    }

    Map<String, String> units() {
        return units;
    }

    List<String> notes() {
        return notes;
    }

    /** The first way that all values of a column go. */
    Facts.Looked read(ColumnProfile column) {
        List<Readings.Way> ways = column.filled() == 0 ? List.of() : Readings.of(column.column());
        if (column.low() == null) {
            return Facts.Looked.plain(column.column());
        }
        if (!ways.isEmpty()) {
            String name = column.expression();
            String counts = ways.stream()
                    .map(way -> "count(*) filter (where " + name + " is not null and not regexp_full_match(trim(cast("
                            + name + " as varchar)), " + literal(way.form()) + "))")
                    .collect(Collectors.joining(", "));
            List<@Nullable Object> misses = asking.row("select " + counts + " from " + relation);
            for (int i = 0; i < ways.size(); i++) {
                Optional<Facts.Looked> read = number(misses.get(i)) > 0 ? Optional.empty() : tried(column, ways.get(i));
                if (read.isPresent()) {
                    return read.get();
                }
            }
        }
        return column.type() == Type.TEXT ? amounts(column) : Facts.Looked.plain(column.column());
    }

    private Facts.Looked amounts(ColumnProfile column) {
        Optional<AmountCheck.Found> found = new AmountCheck(asking, relation).find(column);
        found.map(AmountCheck.Found::note).ifPresent(notes::add);
        Readings.Way way = found.map(AmountCheck.Found::way).orElse(null);
        if (way == null) {
            if (found.isEmpty()) {
                unread(column);
            }
            return Facts.Looked.plain(column.column());
        }
        found.filter(f -> !f.token().isEmpty()).ifPresent(f -> units.put(column.name(), f.token()));
        return looked(column, way);
    }

    /** Says of a column that most of its texts look like numbers or dates, and one of the others. */
    private void unread(ColumnProfile column) {
        if (Meaning.of(column.name()).key()) {
            return;
        }
        String text = "trim(cast(" + column.expression() + " as varchar))";
        String number = "regexp_full_match(" + text + ", " + literal(NUMBER) + ")";
        String date = "regexp_full_match(" + text + ", " + literal(DATE) + ")";
        List<@Nullable Object> row = asking.row("select count(*) filter (where " + number + "), count(*) filter (where "
                + date
                + "), min(" + text + ") filter (where not " + number + "), min(" + text + ") filter (where " + date
                + "), min(" + text + ") filter (where " + number + ") from " + relation + " where " + text + " <> ''");
        if (2 * number(row.get(1)) > column.filled()) {
            notes.add(column.name() + ": texts that look like dates (\"" + row.get(3)
                    + "\") could not be read; a field with format: says how they are written");
        } else if (2 * number(row.get(0)) > column.filled()) {
            Object odd = row.get(2) == null ? row.get(4) : row.get(2);
            notes.add(column.name() + ": most texts look like numbers, but nothing says how \"" + odd
                    + "\" is meant; not used");
        }
    }

    /** A form may be right and the value none: 31 February. */
    private Optional<Facts.Looked> tried(ColumnProfile column, Readings.Way way) {
        Facts.Looked looked = looked(column, way);
        String asked =
                "select count(" + looked.expression().replaceFirst("^cast\\(", "try_cast(") + ") from " + relation;
        return number(asking.row(asked).getFirst()) == column.filled() ? Optional.of(looked) : Optional.empty();
    }

    private Facts.Looked looked(ColumnProfile column, Readings.Way way) {
        String expression = careful ? way.expression().replaceAll("(?<![a-z_])cast\\(", "try_cast(") : way.expression();
        return new Facts.Looked(new Column(column.name(), way.type()), expression);
    }
}
