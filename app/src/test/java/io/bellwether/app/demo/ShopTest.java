package io.bellwether.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator makes the same shop everywhere, and {@code examples/shop} is that shop. */
class ShopTest {
    private static final Path EXAMPLE = Path.of("../examples/shop");

    @Test
    void makesTheCommittedExampleAgain(@TempDir Path folder) throws Exception {
        List<String> told = new ArrayList<>();
        Shop.generate(folder, Shop.EXAMPLE_END, 1, told::add);

        for (String name : Definitions.FILES) {
            assertThat(folder.resolve(name)).hasSameTextualContentAs(EXAMPLE.resolve(name));
        }
        try (ShopData made = new ShopData(folder);
                ShopData committed = new ShopData(EXAMPLE)) {
            for (String table : ShopData.TABLES) {
                assertThat(made.fingerprint(table)).as(table).isEqualTo(committed.fingerprint(table));
            }
        }
        assertThat(told).contains("writing order_items", "writing definitions");
    }

    @Test
    void theExampleHoldsTheKnownValues() throws Exception {
        Properties known = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/test/resources/io/bellwether/app/demo/fingerprints.properties"))) {
            known.load(reader);
        }
        try (ShopData data = new ShopData(EXAMPLE)) {
            for (String table : ShopData.TABLES) {
                assertThat(data.fingerprint(table)).as(table).isEqualTo(known.getProperty(table));
            }
        }
    }

    @Test
    void theExampleIsSmall() throws IOException {
        long bytes;
        try (var files = Files.list(EXAMPLE.resolve("data"))) {
            bytes = files.mapToLong(file -> file.toFile().length()).sum();
        }
        assertThat(bytes).isLessThan(6_000_000);
    }

    @Test
    void aScaleMultipliesTheRowsAndNotTheDays(@TempDir Path folder) throws Exception {
        Shop.generate(folder, Shop.EXAMPLE_END, 2, line -> {});
        try (ShopData small = new ShopData(EXAMPLE);
                ShopData large = new ShopData(folder)) {
            for (String table : List.of("orders", "order_items", "sessions", "customers", "tickets", "survey")) {
                String count = "select count(*) from " + table;
                assertThat(large.number(count) / small.number(count)).as(table).isBetween(1.95, 2.05);
            }
            for (String same : List.of("products", "site_checks", "budget")) {
                String count = "select count(*) from " + same;
                assertThat(large.number(count)).as(same).isEqualTo(small.number(count));
            }
            String span = "select min(sold_at)::date || ' ' || max(sold_at)::date from order_items";
            assertThat(large.value(span)).isEqualTo(small.value(span)).isEqualTo("2024-11-01 2026-11-14");
        }
    }

    @Test
    void aScaleOutOfRangeIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Shop.generate(folder, Shop.EXAMPLE_END, 0, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale must be between 1 and 10000, not 0");
    }
}
