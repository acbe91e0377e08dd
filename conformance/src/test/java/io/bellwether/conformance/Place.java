package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the rows of a random shop are read from. */
interface Place {
    List<String> FACTS = List.of("orders", "visits", "stock", "returns");

    /** Keys of the workspace itself. */
    default String workspaceKeys() {
        return "";
    }

    /** Keys of each dataset with a time, after a comma. */
    default String factKeys() {
        return "";
    }

    /** The definitions with the sources where they lie. */
    default String sources(String definitions) {
        return definitions;
    }

    default String kpis() {
        return "";
    }

    /** Once the files are written. */
    default void prepare(Path folder) throws Exception {}

    default Map<String, String> environment() throws Exception {
        return Map.of();
    }

    /** Whether any time zone can be used. */
    default boolean knowsAllZones() {
        return true;
    }

    /** Whether it says that it cannot do this, by code. */
    default boolean refuses(String message) {
        return false;
    }

    /** By the property {@code bellwether.place}, or each in its turn. */
    static Place of(long seed) throws IOException {
        return switch (System.getProperty(
                "bellwether.place", seed % 3 == 0 ? "extracts" : seed % 3 == 1 ? "rollups" : "files")) {
            case "files" -> new InFiles();
            case "extracts" -> new InExtracts();
            case "rollups" -> new InRollups();
            case "postgres" -> ShopOnPostgres.running();
            case "mariadb" -> ShopOnMariaDb.running();
            default -> throw new IllegalArgumentException("no such place");
        };
    }

    record InFiles() implements Place {}

    /** Copies in the order of time. */
    record InExtracts() implements Place {
        @Override
        public String factKeys() {
            return ", extract: true";
        }

        @Override
        public void prepare(Path folder) {
            refresh(folder);
        }
    }

    /** Small tables by day, of what KPIs ask for. */
    record InRollups() implements Place {
        private static final List<String> BESIDE =
                List.of("orders, mean, least, most, web_revenue", "buyers, web_buyers, visits, visitors, mail_visits");

        @Override
        public String workspaceKeys() {
            return "rollups: auto";
        }

        @Override
        public String kpis() {
            StringBuilder kpis = new StringBuilder("kpis:\n");
            int number = 0;
            for (String where :
                    List.of("", ", where: \"customers.segment = 'a'\"", ", where: \"regions.name is null\"")) {
                for (String beside : BESIDE) {
                    kpis.append("""
                              - { name: k%d, metric: revenue, owner: a@example.com, cadence: weekly, lifecycle: draft, direction: up,
                                  target: { total: 100, by: 2026 }, supporting: [%s]%s }
                            """.formatted(++number, beside, where));
                }
            }
            return kpis.toString();
        }

        @Override
        public void prepare(Path folder) {
            refresh(folder);
        }
    }

    private static void refresh(Path folder) {
        Cli cli = Cli.run(folder, "refresh");
        assertThat(cli.exit()).as(cli.out() + cli.err()).isIn(0, 3);
    }
}
