package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        var columns = engine.describe(source).columns().stream()
                .filter(c -> c.type() != Type.OTHER && c.type() != Type.INTERVAL)
                .limit(MOST_COLUMNS)
                .toList();
        engine.mount(source, columns.stream().map(Column::name).collect(Collectors.toSet()), deadline);
        String relation = engine.relation(source);
        List<@Nullable Object> facts = row(factsOf(columns, relation));
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(withCommon(profile(columns.get(i), facts, 1 + i * FACTS), relation));
        }
        return new Profile(name, pattern, number(facts.getFirst()), List.copyOf(profiles));
    }

    private static String factsOf(List<Column> columns, String relation) {
        return columns.stream()
                .map(Profiler::factsOf)
                .collect(Collectors.joining(
                        ",\n  ", "select count(*)" + (columns.isEmpty() ? "" : ",\n  "), "\nfrom " + relation));
    }

    private static String factsOf(Column column) {
        String c = quoted(column.name());
        String always = "count(" + c + "), approx_count_distinct(" + c + "), cast(min(" + c + ") as varchar), cast(max("
                + c + ") as varchar), ";
        if (!column.type().isNumeric()) {
            return always + "0, 0, 0";
        }
        return always + "count(*) filter (" + c + " < 0), count(*) filter (" + c + " <> floor(" + c
                + ")), count(*) filter (abs(" + c + " - round(" + c + ", 4)) > 1e-9)";
    }

    private static ColumnProfile profile(Column column, List<@Nullable Object> facts, int at) {
        return new ColumnProfile(
                column,
                number(facts.get(at)),
                number(facts.get(at + 1)),
                text(facts.get(at + 2)),
                text(facts.get(at + 3)),
                number(facts.get(at + 4)),
                number(facts.get(at + 5)),
                number(facts.get(at + 6)),
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
