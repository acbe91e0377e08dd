package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.FileReading.Told;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.duckdb.ToldWays.Way;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose type the definition tells: their texts are read as that, in any way of writing it that all of them share.
 * A text that is none keeps the column from being used, and is named with its line.
 */
final class CsvTold {
    /** Behind a point. */
    private static final long MOST_DIGITS = 15;

    private final Runner runner;
    private final CsvTexts texts;
    private final String label;
    private final Deadline deadline;
    private final Map<String, CsvType> types = new LinkedHashMap<>();
    private final Map<String, Diagnostic> refused = new LinkedHashMap<>();
    private final Map<String, CsvType> kept = new LinkedHashMap<>();
    private final List<String> asides = new ArrayList<>();
    private final boolean quarantine;
    private final List<Diagnostic> warnings = new ArrayList<>();

    /** @param quarantine whether rows with a text that is none are set aside */
    CsvTold(Runner runner, CsvTexts texts, String label, boolean quarantine, Deadline deadline) {
        this.quarantine = quarantine;
        this.runner = runner;
        this.texts = texts;
        this.label = label;
        this.deadline = deadline;
    }

    /** Whether columns of this type are of the told one, perhaps after a conversion that loses nothing. */
    static boolean fits(Type told, @Nullable CsvType found) {
        String type = found == null ? "VARCHAR" : found.type();
        boolean exact = type.equals("BIGINT") || type.startsWith("DECIMAL");
        boolean time = type.equals("DATE") || type.startsWith("TIMESTAMP");
        return switch (told) {
            case TEXT -> type.equals("VARCHAR");
            case INTEGER, DOUBLE -> exact || type.equals("DOUBLE");
            case DECIMAL -> exact;
            case BOOLEAN -> type.equals("BOOLEAN");
            case DATE, TIMESTAMP, TIMESTAMP_TZ -> time;
            case TIME -> type.equals("TIME");
            case INTERVAL, OTHER -> true;
        };
    }

    /**
     * Decides the columns.
     *
     * @param from what holds their texts, in SQL
     */
    CsvTypes.Found decide(Map<String, Told> told, Map<String, List<String>> samples, String from) throws SQLException {
        Map<String, List<Way>> open = new LinkedHashMap<>();
        List<String> select = new ArrayList<>();
        told.forEach((column, one) -> {
            List<Way> ways = ToldWays.of(one, samples.getOrDefault(column, List.of()));
            open.put(column, ways);
            for (Way way : ways) {
                select.add(CsvTypes.misses(column, way.holds(column)));
                select.add("coalesce(max(length(regexp_extract(" + Sql.identifier(column) + ", '[" + way.point()
                        + "]([0-9]+)[^0-9]*$', 1))), 0)");
            }
        });
        for (String column : told.keySet()) {
            select.add("count(*) filter (where " + Sql.identifier(column) + " <> '')");
            select.add("0");
        }
        List<List<Long>> counts =
                runner.query("select " + String.join(", ", select) + " from " + from, deadline, rows -> {
                    rows.next();
                    List<List<Long>> all = new ArrayList<>();
                    for (int i = 1; i <= select.size(); i += 2) {
                        all.add(List.of(rows.getLong(i), rows.getLong(i + 1)));
                    }
                    return all;
                });
        int at = 0;
        int left = open.size();
        for (Map.Entry<String, List<Way>> one : open.entrySet()) {
            int after = at + one.getValue().size();
            long filled = counts.get(counts.size() - left--).getFirst();
            choose(one.getKey(), told.get(one.getKey()), one.getValue(), counts.subList(at, after), filled);
            at = after;
        }
        return new CsvTypes.Found(types, warnings, refused, kept, asides);
    }

    /** @param filled how many texts the column has */
    private void choose(String column, @Nullable Told told, List<Way> ways, List<List<Long>> counts, long filled)
            throws SQLException {
        int best = 0;
        int dates = 0;
        boolean iso = false;
        for (int i = 0; i < ways.size(); i++) {
            long misses = counts.get(i).getFirst();
            best = misses < counts.get(best).getFirst() ? i : best;
            dates += misses == 0 && ways.get(i).isDates() ? 1 : 0;
            iso |= misses == 0 && !ways.get(i).isDates();
        }
        CsvType type = ways.get(best)
                .scaled()
                .apply(Math.toIntExact(Math.min(counts.get(best).getLast(), MOST_DIGITS)));
        types.put(column, type);
        if (told != null && counts.get(best).getFirst() > 0) {
            long misses = counts.get(best).getFirst();
            Diagnostic miss = miss(column, told, type, misses);
            // Where most texts are none, it is the definition that is wrong.
            if (quarantine && 2 * misses <= filled) {
                kept.put(column, type);
                asides.add(miss.message());
            } else {
                refused.put(column, miss);
            }
        } else if (dates > 1 && !iso) {
            warnings.add(CsvTypes.unclear(label, column));
        }
    }

    /** The first text that is not of the type. */
    private Diagnostic miss(String column, Told told, CsvType type, long misses) throws SQLException {
        String place = label;
        String value = "";
        for (CsvFile file : texts.files()) {
            if (!texts.of(file).contains(column)) {
                continue;
            }
            String name = Sql.identifier(column);
            String query = "select " + CsvTexts.ROW + ", " + name + " from " + texts.numbered(file) + " where " + name
                    + " <> '' and not coalesce(" + type.holds(column) + ", false) order by 1 limit 1";
            List<String> found = runner.query(
                    query,
                    deadline,
                    rows -> rows.next() ? List.of(rows.getString(1), rows.getString(2)) : List.<String>of());
            if (!found.isEmpty()) {
                place = file.place(Long.parseLong(found.getFirst()));
                value = found.getLast();
                break;
            }
        }
        String what = told.format() == null
                ? "no " + told.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "not written as " + told.format();
        String others = misses == 1 ? "" : "; so are " + (misses - 1) + " others";
        return Diagnostic.error(
                "E606",
                null,
                place + ": \"" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "\" in column " + column
                        + " is " + what + others,
                "correct it, or say in the field's type: and format: what the column holds");
    }
}
