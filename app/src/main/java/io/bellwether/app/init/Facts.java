package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.number;
import static io.bellwether.app.init.Asking.quoted;
import static io.bellwether.app.init.Asking.text;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the values of columns, in one pass for all of them. */
final class Facts {
    private static final int FEW = 60;
    private static final int EACH = 7;

    private final Asking asking;
    private final String relation;

    Facts(Asking asking, String relation) {
        this.asking = asking;
        this.relation = relation;
    }

    /**
     * A column as it is looked at.
     *
     * @param reading what makes another type of it, or null
     */
    record Looked(Column column, @Nullable String reading) {
        static Looked plain(Column column) {
            return new Looked(column, null);
        }

        String expression() {
            String name = quoted(column.name());
            return reading == null ? name : Readings.engine(reading, name);
        }
    }

    /** @param rows how many there are */
    record Counted(long rows, List<ColumnProfile> columns) {}

    Counted of(List<Looked> columns) {
        String select = columns.stream()
                .map(Facts::facts)
                .collect(Collectors.joining(
                        ",\n  ", "select count(*)" + (columns.isEmpty() ? "" : ",\n  "), "\nfrom " + relation));
        List<@Nullable Object> facts = asking.row(select);
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(profile(columns.get(i), facts, 1 + i * EACH));
        }
        return new Counted(number(facts.getFirst()), List.copyOf(profiles));
    }

    private static String facts(Looked column) {
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

    /** The column with its most frequent values, where it has few. */
    ColumnProfile withCommon(ColumnProfile profile) {
        boolean few = profile.distinct() > 0 && profile.distinct() <= FEW;
        if (profile.type() != Type.TEXT || !few) {
            return profile;
        }
        String c = quoted(profile.name());
        var rows = asking.rows("select " + c + " from " + relation + " where " + c
                + " is not null group by 1 order by count(*) desc, 1");
        return profile.withCommon(
                rows.stream().map(r -> Objects.toString(r.getFirst())).toList());
    }
}
