package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.KeyCheck;
import io.bellwether.engine.SourceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCacheTest {
    @TempDir
    private Path folder;

    private SourceSchema describedAnew(boolean startsEngine) {
        try (Workspace workspace = new Workspace(folder)) {
            SourceSchema schema = workspace.describe("a.csv");
            assertThat(workspace.engine.isStarted()).isEqualTo(startsEngine);
            return schema;
        }
    }

    private Path cache() {
        return folder.resolve(".bellwether/cache/schemas");
    }

    @Test
    void theSecondRunDoesNotStartTheEngine() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,id\n1,x\n");
        SourceSchema first = describedAnew(true);
        assertThat(describedAnew(false)).isEqualTo(first);
        assertThat(first.warnings()).extracting(Diagnostic::code).containsExactly("S416");
    }

    @Test
    void aChangedFileIsLookedAtAgain() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id\n1\n");
        describedAnew(true);
        Files.writeString(folder.resolve("a.csv"), "id,more\n1,2\n");
        assertThat(describedAnew(true).columns()).extracting(Column::name).containsExactly("id", "more");
    }

    @Test
    void aCorruptCacheIsNone() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id\n1\n");
        describedAnew(true);
        List<String> good = Files.readAllLines(cache());
        for (String text : List.of("", "\u0000\u0001", "bellwether schemas 1\nsource", "bellwether schemas 9\n")) {
            Files.writeString(cache(), text);
            assertThat(describedAnew(true).columns()).hasSize(1);
        }
        Files.write(cache(), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(describedAnew(true).columns()).hasSize(1);
        assertThat(Files.readAllLines(cache())).isEqualTo(good);
    }

    @Test
    void aCacheThatCannotBeWrittenIsNone() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id\n1\n");
        Files.writeString(folder.resolve(".bellwether"), "in the way");
        assertThat(describedAnew(true).columns()).hasSize(1);
        assertThat(describedAnew(true).columns()).hasSize(1);
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll String name, @ForAll String value, @ForAll boolean unique) {
        FileShape shape = new FileShape(
                List.of(new PhysicalColumn(name, "VARCHAR")),
                Map.of("delimiter", value),
                List.of(Diagnostic.warning("S414", null, name, value.isEmpty() ? null : value)));
        Map<String, CachedSource> sources = Map.of(
                value,
                new CachedSource("f", shape, Map.of(List.of(name, value), new KeyCheck(unique ? null : "x" + value))));
        assertThat(CacheText.read(CacheText.write(sources))).isEqualTo(sources);
    }
}
