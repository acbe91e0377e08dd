package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.literal;
import static io.bellwether.app.init.Asking.number;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.FileReading.Told;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds dates and numbers in columns that have another type. */
final class ColumnReader {
    /** With a fraction, a sign or parts between thousands: digits alone are a code as often. */
    private static final String NUMBER =
            "[-+(]?\\s*[$€£¥]?\\s*-?([0-9]{1,3}([.,'’ \\x{a0}][0-9]{3})+([.,][0-9]+)?|[0-9]+[.,][0-9]+|[0-9]+\\s*[-%€$£]"
                    + "|[€$£]\\s*[0-9]+)\\s*([A-Z]{3}|[%€$£¥])?[-)]?";

    private static final String DATE =
            "([\\p{L}]{3,9},? )?([0-9]{1,2}[-/. ]+([0-9]{1,2}|\\p{L}{3,9}\\.?)[-/., ]+[0-9]{2,4}"
                    + "|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|\\p{L}{3,9}\\.? [0-9]{1,2},? [0-9]{4}|[0-9]{4}-?W[0-9]{2}"
                    + "|(19|20)[0-9]{6}T?[0-9]{4,6}|\\p{L}{3,9}\\.?[- ]('?[0-9]{2}|[0-9]{4}))(\\D.*)?";

    private static final List<String> FORMATS = Stream.concat(
                    Stream.of(
                                    "%d/%b/%y",
                                    "%d/%b/%Y",
                                    "%d-%b-%y",
                                    "%d-%b-%Y",
                                    "%d %b %Y",
                                    "%d %B %Y",
                                    "%b %d, %Y",
                                    "%B %d, %Y",
                                    "%d.%m.%Y",
                                    "%d.%m.%y",
                                    "%d/%m/%Y",
                                    "%m/%d/%Y",
                                    "%Y/%m/%d",
                                    "%a, %d %b %Y",
                                    "%A, %B %d, %Y",
                                    "%Y-%m-%d")
                            .flatMap(day -> Stream.of(
                                            "",
                                            " %I:%M %p",
                                            " %I:%M:%S %p",
                                            ", %I:%M %p",
                                            ", %I:%M:%S %p",
                                            " %H:%M",
                                            " %H:%M:%S",
                                            ", %H:%M",
                                            ", %H:%M:%S",
                                            " at %I:%M %p",
                                            " %H:%M Uhr",
                                            " %H:%M:%S %z",
                                            " %I:%M %p %Z",
                                            " %I:%M:%S %p %Z")
                                    .map(time -> day + time)),
                    Stream.of(
                            "%b %Y",
                            "%B %Y",
                            "%b-%y",
                            "%b-%Y",
                            "%b %y",
                            "%d/%b/%Y:%H:%M:%S %z",
                            "%a %b %d %Y %H:%M:%S GMT%z",
                            "%a %b %d %H:%M:%S %Y"))
            .toList();

    private final Asking asking;
    private final String relation;
    private final boolean formatted;
    private final Map<String, Told> formats = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** @param formatted whether a definition may say how the dates of these files are written */
    ColumnReader(Asking asking, String relation, boolean formatted) {
        this.asking = asking;
        this.relation = relation;
        this.formatted = formatted;
    }

    /** How the dates of columns are written, by their names. */
    Map<String, Told> formats() {
        return formats;
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
                    told(column, ways.get(i), i + 1 < ways.size() && number(misses.get(i + 1)) == 0);
                    return read.get();
                }
            }
        }
        return column.type() == Type.TEXT ? amounts(column) : Facts.Looked.plain(column.column());
    }

    /** @param next whether the column goes the next way too */
    private void told(ColumnProfile column, Readings.Way way, boolean next) {
        if (way.expression().contains("1899")) {
            notes.add(column.name() + ": numbers read as the days that spreadsheets count");
        } else if (way.expression().contains("1970")) {
            notes.add(column.name() + ": numbers of seconds since 1970, read as times in UTC");
        } else if (way.expression().contains("'/', 3)") && next) {
            notes.add(column.name() + ": day and month could be the other way round; read as day, then month");
        }
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
        if (2 * number(row.get(1)) > column.filled() && !isFormatted(column, text)) {
            notes.add(column.name() + ": texts that look like dates (\"" + row.get(3)
                    + "\") could not be read; a field with format: says how they are written");
        } else if (2 * number(row.get(0)) > column.filled()) {
            Object odd = row.get(2) == null ? row.get(4) : row.get(2);
            notes.add(column.name() + ": most texts look like numbers, but nothing says how \"" + odd
                    + "\" is meant; not used");
        }
    }

    /** Whether all dates of a column are written in one of the ways that the reader does not look for. */
    private boolean isFormatted(ColumnProfile column, String text) {
        if (!formatted) {
            return false;
        }
        String counts = FORMATS.stream()
                .map(format -> "count(try_strptime(" + text + ", " + literal(format) + "))")
                .collect(Collectors.joining(", "));
        List<@Nullable Object> hits = asking.row("select " + counts + " from " + relation);
        for (int i = 0; i < FORMATS.size(); i++) {
            if (number(hits.get(i)) == column.filled()) {
                String format = FORMATS.get(i);
                boolean day = !format.contains("%H") && !format.contains("%I");
                boolean zone = format.matches(".*%[zZ].*");
                formats.put(
                        column.name(), new Told(day ? Type.DATE : zone ? Type.TIMESTAMP_TZ : Type.TIMESTAMP, format));
                int other = FORMATS.indexOf(format.replace("%d/%m", "%m/%d"));
                boolean unclear = other != i && number(hits.get(other)) == column.filled();
                notes.add(column.name() + ": dates written as " + format
                        + (unclear ? "; day and month could be the other way round" : ""));
                return true;
            }
        }
        return false;
    }

    /** A form may be right and the value none: 31 February. */
    private Optional<Facts.Looked> tried(ColumnProfile column, Readings.Way way) {
        Facts.Looked looked = looked(column, way);
        String asked =
                "select count(" + looked.expression().replaceFirst("^cast\\(", "try_cast(") + ") from " + relation;
        return number(asking.row(asked).getFirst()) == column.filled() ? Optional.of(looked) : Optional.empty();
    }

    private Facts.Looked looked(ColumnProfile column, Readings.Way way) {
        return new Facts.Looked(new Column(column.name(), way.type()), way.expression());
    }
}
