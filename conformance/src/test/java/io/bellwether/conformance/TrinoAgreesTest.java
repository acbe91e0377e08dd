package io.bellwether.conformance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The same with a Trino beside the others; the profile {@code trino} has what it needs. */
@Tag("trino")
class TrinoAgreesTest extends EnginesAgreeTest {
    @Override
    void startOthers() throws Exception {
        TrinoProcess trino = TrinoProcess.start();
        try (Connection connection = DriverManager.getConnection(trino.url() + "?user=test");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA memory.odd");
            statement.execute(
                    "CREATE TABLE memory.odd.nasty AS " + NastyRows.select(Map.of("TIMESTAMP", "TIMESTAMP(6)"), false));
        }
        String connection = "connections:\n  server: { engine: trino, url: \"%s\" }\n".formatted(trino.url());
        add(new NastyEngine("trino", "server.memory.odd.nasty", connection, Map.of()), trino);
    }
}
