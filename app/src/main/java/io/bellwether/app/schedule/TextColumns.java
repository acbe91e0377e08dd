package io.bellwether.app.schedule;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import io.bellwether.app.store.Moments;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the scheduler library writes times into our store: as texts, as all else in it, the same in both databases. */
final class TextColumns extends DefaultJdbcCustomization {
    TextColumns() {
        super(true);
    }

    @Override
    public String getName() {
        return "texts";
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value) throws SQLException {
        statement.setString(index, value == null ? null : Moments.text(value));
    }

    @Override
    public @Nullable Instant getInstant(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : Moments.read(text);
    }

    @Override
    public String getQueryLimitPart(int limit) {
        return " LIMIT " + limit;
    }
}
