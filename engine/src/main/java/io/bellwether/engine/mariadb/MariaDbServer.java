package io.bellwether.engine.mariadb;

import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.sql.dialect.MariaDb;
import io.bellwether.core.sql.dialect.MySql;
import io.bellwether.engine.jdbc.Drivers;
import io.bellwether.engine.jdbc.Server;
import io.bellwether.engine.jdbc.Trouble;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MariaDB, or MySQL, which is so like it. */
public final class MariaDbServer implements Server {
    /** A text that was cut to a number, a number to its type's largest, a list to the longest text, or made NULL. */
    private static final Set<Integer> WRONG = Set.of(1260, 1264, 1265, 1292, 1301, 1365, 1366, 1411, 1441, 1916, 1918);

    /** What may differ by the server's settings. Lists of texts are only as long as a packet. */
    private static final String SETTINGS = "SET time_zone = '+00:00', group_concat_max_len = 1073741824,"
            + " sql_mode = 'STRICT_ALL_TABLES,NO_UNSIGNED_SUBTRACTION,NO_ZERO_DATE,NO_ZERO_IN_DATE', ";

    private final Drivers drivers;
    private final String jar;
    private final Dialect dialect;
    private final Map<String, String> properties;
    private final List<String> opening;

    private MariaDbServer(
            Drivers drivers, String jar, Dialect dialect, Map<String, String> properties, List<String> opening) {
        this.drivers = drivers;
        this.jar = jar;
        this.dialect = dialect;
        this.properties = properties;
        this.opening = opening;
    }

    /** The last of each session's settings is for a client that is gone and cannot cancel any more. */
    public static MariaDbServer mariaDb(Drivers drivers) {
        return new MariaDbServer(
                drivers,
                "mariadb-java-client-….jar",
                new MariaDb(),
                Map.of("connectTimeout", "10000", "yearIsDateType", "false", "connectionTimeZone", "UTC"),
                List.of(
                        "SET NAMES utf8mb4 COLLATE utf8mb4_nopad_bin",
                        SETTINGS + "max_statement_time = 1800",
                        "SET SESSION TRANSACTION READ ONLY"));
    }

    public static MariaDbServer mySql(Drivers drivers) {
        return new MariaDbServer(
                drivers,
                "mysql-connector-j-….jar",
                new MySql(),
                Map.of("connectTimeout", "10000", "yearIsDateType", "false", "connectionTimeZone", "UTC"),
                List.of(
                        "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin",
                        SETTINGS + "max_execution_time = 1800000, cte_max_recursion_depth = 1000000",
                        "SET SESSION TRANSACTION READ ONLY"));
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Driver driver(String url) {
        return drivers.find(url, jar);
    }

    @Override
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public List<String> opening() {
        return opening;
    }

    /** MySQL's driver takes no other number for it. */
    @Override
    public void stream(Statement statement) throws SQLException {
        statement.setFetchSize(dialect instanceof MySql ? Integer.MIN_VALUE : STREAMED);
    }

    /** It goes on with something like the value, and says so beside the rows. */
    @Override
    public void check(Statement statement) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (WRONG.contains(warning.getErrorCode())) {
                throw new SQLException(warning.getMessage(), warning.getSQLState(), warning.getErrorCode());
            }
        }
    }

    /** A server without time zones makes NULL of every time in one, without a word. */
    @Override
    public Optional<Probe> probe(String sql) {
        return sql.contains("CONVERT_TZ(")
                ? Optional.of(new Probe(
                        "SELECT CONVERT_TZ('2020-01-01', '+00:00', 'Europe/Berlin')",
                        "the server knows no time zones",
                        "load them: mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql mysql"))
                : Optional.empty();
    }

    @Override
    public Type type(Described column) {
        return switch (column.name()) {
            case "TIMESTAMP" -> Type.TIMESTAMP_TZ;
            case "BIT" -> Type.OTHER;
            default -> Server.super.type(column);
        };
    }

    @Override
    public @Nullable Object value(ResultSet rows, int column, Type type) throws SQLException {
        if (type != Type.TIMESTAMP_TZ) {
            return Server.super.value(rows, column, type);
        }
        LocalDateTime utc = rows.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    @Override
    public Trouble trouble(SQLException e) {
        return switch (e.getErrorCode()) {
            case 1044, 1045, 1049, 1698 -> Trouble.WRONG_USER;
            case 1146 -> Trouble.NO_TABLE;
            case 1142, 1143, 1227 -> Trouble.NO_RIGHT;
            case 1317, 1969, 3024 -> Trouble.STOPPED;
            case 1264, 1265, 1292, 1365, 1366, 1411, 1441, 1690, 1916, 1918 -> Trouble.VALUE;
            case 1021, 1037, 1041, 1114, 1260, 1301 -> Trouble.RESOURCES;
            default -> Trouble.of(e);
        };
    }
}
