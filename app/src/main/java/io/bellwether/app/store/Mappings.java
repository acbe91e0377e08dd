package io.bellwether.app.store;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Times and exact numbers as texts, the same in both databases. Records map by the names of their components. */
final class Mappings {
    private Mappings() {}

    static Jdbi on(DataSource connections) {
        Jdbi jdbi = Jdbi.create(connections);
        text(jdbi, Instant.class, Moments::text, Moments::read);
        text(jdbi, LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(jdbi, LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
        text(jdbi, BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        return jdbi;
    }

    private static <T> void text(Jdbi jdbi, Class<T> type, Function<T, String> write, Function<String, T> read) {
        jdbi.registerArgument(new Text<>(type, write));
        jdbi.registerColumnMapper(type, new Read<>(read));
    }

    private record Read<T>(Function<String, T> read) implements ColumnMapper<T> {
        @Override
        public @Nullable T map(ResultSet rows, int column, StatementContext context) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : read.apply(text);
        }
    }

    /** Jdbi has ways of its own for some of these types; one that is prepared for the type goes before them. */
    @SuppressWarnings("removal") // there is no other way yet
    private record Text<T>(Class<T> kind, Function<T, String> write) implements ArgumentFactory.Preparable {
        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            return type == kind ? Optional.of(this::argument) : Optional.empty();
        }

        private Argument argument(@Nullable Object value) {
            String text = value == null ? null : write.apply(kind.cast(value));
            return (position, statement, context) -> statement.setString(position, text);
        }

        @Override
        public Collection<? extends Type> prePreparedTypes() {
            return List.of(kind);
        }
    }
}
