package io.bellwether.app.init;

import static io.bellwether.app.init.Readings.COLUMN;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.SourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at every value of a file, in one pass for all columns and one more for each column with few values. */
final class Profiler {
    /** Columns beyond these stay unread: nobody names more by hand. */
    private static final int MOST_COLUMNS = 200;

    private static final int FEW = 60;
    private static final int FACTS = 7;

    private final Engine engine;
    private final Deadline deadline;

    Profiler(Engine engine, Deadline deadline) {
        this.engine = engine;
        this.deadline = deadline;
    }

    Profile profile(String name, String pattern) {
        var source = new DataSource.Files(pattern);
        SourceSchema schema = engine.describe(source);
        var columns = schema.columns().stream()
                .filter(c -> c.type() != Type.OTHER && c.type() != Type.INTERVAL)
                .limit(MOST_COLUMNS)
                .toList();
        engine.mount(source, columns.stream().map(Column::name).collect(Collectors.toSet()), deadline);
        String relation = engine.relation(source);
        List<Looked> looked = columns.stream().map(Looked::plain).toList();
        List<@Nullable Object> facts = row(factsOf(looked, relation));
        List<Looked> read = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            read.add(reading(profile(looked.get(i), facts, 1 + i * FACTS), relation));
        }
        List<@Nullable Object> again = read.equals(looked) ? facts : row(factsOf(read, relation));
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < read.size(); i++) {
            profiles.add(withCommon(profile(read.get(i), again, 1 + i * FACTS), relation));
        }
        List<Column> unread =
                schema.columns().stream().filter(c -> !columns.contains(c)).toList();
        return new Profile(name, pattern, number(facts.getFirst()), List.copyOf(profiles), unread, schema.warnings());
    }

    /**
     * A column as it is looked at.
     *
     * @param reading what makes another type of it, or null
     */
    private record Looked(Column column, @Nullable String reading) {
        static Looked plain(Column column) {
            return new Looked(column, null);
        }

        String expression() {
            String name = quoted(column.name());
            return reading == null ? name : reading.replace(COLUMN, name);
        }
    }

    /** The first way that all values of a column go. */
    private Looked reading(ColumnProfile column, String relation) {
        List<Readings.Way> ways = column.filled() == 0 ? List.of() : Readings.of(column.column());
        if (ways.isEmpty() || column.low() == null || !column.low().matches("\\s*[0-9].*")) {
            return Looked.plain(column.column());
        }
        String name = quoted(column.name());
        String counts = ways.stream()
                .map(way -> "count(*) filter (where " + name + " is not null and not regexp_full_match(cast(" + name
                        + " as varchar), '" + way.form() + "'))")
                .collect(Collectors.joining(", "));
        List<@Nullable Object> misses = row("select " + counts + " from " + relation);
        for (int i = 0; i < ways.size(); i++) {
            Optional<Looked> read = number(misses.get(i)) > 0 ? Optional.empty() : tried(column, ways.get(i), relation);
            if (read.isPresent()) {
                return read.get();
            }
        }
        return Looked.plain(column.column());
    }

    /** A form may be right and the value none: 31 February. */
    private Optional<Looked> tried(ColumnProfile column, Readings.Way way, String relation) {
        String expression = way.expression().replace(COLUMN, quoted(column.name()));
        String asked = "select count(" + expression.replaceFirst("^cast", "try_cast") + ") from " + relation;
        return number(row(asked).getFirst()) == column.filled()
                ? Optional.of(new Looked(new Column(column.name(), way.type()), way.expression()))
                : Optional.empty();
    }

    private static String factsOf(List<Looked> columns, String relation) {
        return columns.stream()
                .map(Profiler::factsOf)
                .collect(Collectors.joining(
                        ",\n  ", "select count(*)" + (columns.isEmpty() ? "" : ",\n  "), "\nfrom " + relation));
    }

    private static String factsOf(Looked column) {
        String c = column.expression();
        String always = "count(" + c + "), approx_count_distinct(" + c + "), cast(min(" + c + ") as varchar), cast(max("
                + c + ") as varchar), ";
        if (!column.column().type().isNumeric()) {
            return always + "0, 0, 0";
        }
        return always + "count(*) filter (" + c + " < 0), count(*) filter (" + c + " <> floor(" + c
                + ")), count(*) filter (abs(" + c + " - round(" + c + ", 4)) > 1e-9)";
    }

    private static ColumnProfile profile(Looked column, List<@Nullable Object> facts, int at) {
        return new ColumnProfile(
                column.column(),
                number(facts.get(at)),
                number(facts.get(at + 1)),
                text(facts.get(at + 2)),
                text(facts.get(at + 3)),
                number(facts.get(at + 4)),
                number(facts.get(at + 5)),
                number(facts.get(at + 6)),
                column.reading(),
                List.of());
    }

    private ColumnProfile withCommon(ColumnProfile profile, String relation) {
        boolean few = profile.distinct() > 0 && profile.distinct() <= FEW;
        if (profile.type() != Type.TEXT || !few) {
            return profile;
        }
        String c = quoted(profile.name());
        var rows = rows("select " + c + " from " + relation + " where " + c
                + " is not null group by 1 order by count(*) desc, 1");
        return profile.withCommon(
                rows.stream().map(r -> Objects.toString(r.getFirst())).toList());
    }

    private List<@Nullable Object> row(String sql) {
        return rows(sql).getFirst();
    }

    private List<List<@Nullable Object>> rows(String sql) {
        return engine.run(new SqlStatement(sql, List.of()), deadline).rows();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
