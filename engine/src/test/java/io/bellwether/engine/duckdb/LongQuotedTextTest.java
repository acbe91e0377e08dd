package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts in quotes that look like 60,000 lines of the file themselves: no thread can tell where to begin but the first. */
class LongQuotedTextTest {
    private static final int LINES = 60_000;

    @TempDir
    Path folder;

    @Test
    void isReadWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            text.append(line)
                    .append(",2026-01-0")
                    .append(line % 9 + 1)
                    .append(",word,")
                    .append(line)
                    .append('\n');
        }
        StringBuilder file = new StringBuilder("id,day,text,price\n");
        for (int row = 1; row <= 5; row++) {
            file.append(row)
                    .append(",2026-01-01,\"")
                    .append(text)
                    .append("\",")
                    .append(row)
                    .append('\n');
        }
        file.append("6,2026-02-01,plain,6\n");
        Files.writeString(folder.resolve("notes.csv"), file);
        try (var engine = new DuckDbEngine(EngineSettings.of(folder, List.of()))) {
            var source = new DataSource.Files("notes.csv");
            engine.mount(source, Set.of("id", "text", "price"), Deadline.none());
            String sql = "select count(*), sum(price), max(length(text)) from " + engine.relation(source);
            assertThat(engine.run(new SqlStatement(sql, List.of()), Deadline.none())
                            .rows())
                    .containsExactly(List.of(6L, 21L, (long) text.length()));
        }
    }
}
