package io.bellwether.core.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Mutations;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is missing or of another kind in a manifest, the rest is read and nothing falls over. */
class DbtSweepTest {
    private static final List<Column> COLUMNS = Stream.of(
                    "order_id",
                    "customer_id",
                    "region_id",
                    "id",
                    "balance",
                    "amount",
                    "gift",
                    "country_code",
                    "manager")
            .map(name -> new Column(name, Type.INTEGER))
            .toList();

    private static String shop() throws IOException {
        try (var in = Objects.requireNonNull(DbtSweepTest.class.getResourceAsStream("/dbt/shop.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void brokenManifests() throws IOException {
        int whole = DbtImport.read(new SourceFile("m.json", shop()), (schema, table) -> table + ".csv")
                .files()
                .size();
        AtomicInteger tried = new AtomicInteger();
        Mutations.each(shop(), (what, text) -> {
            // One in four: the ten ways to break a place take turns, and the file is long.
            int number = tried.incrementAndGet();
            if (number % 4 != 0) {
                return;
            }
            DbtImport read = DbtImport.read(new SourceFile("m.json", text), (schema, table) -> table + ".csv");
            boolean removed = what.endsWith("removed") || what.endsWith("empty list") || what.endsWith("null");
            if (read.files().size() < whole && !removed) {
                assertThat(read.problems()).as(what).isNotEmpty();
            }
            if (number % 20 == 0) {
                var parsed = Definitions.parse(read.files());
                Resolver.resolve(parsed.definitions(), (dataset, source, span) -> new SourceSchema.Columns(COLUMNS));
            }
        });
    }
}
