package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out as Ossie and comes back answers as before. */
class ExportCommandTest {
    private static final String MORE = """
            calendar: { week_starts: sunday }
            metrics:
              - { name: spanish_revenue, expression: sum(orders.amount), where: "orders.country = 'Spain'", unit: currency }
              - { name: revenue_60d, expression: sum(orders.amount), window: 60 days, unit: currency }
              - { name: revenue_before, expression: revenue, offset: 1 month }
              - { name: grown, expression: revenue - revenue_before }
            """;

    private static final List<String[]> QUESTIONS = List.of(
            new String[] {"revenue,spanish_revenue,average_order", "time.month,country"},
            new String[] {"revenue_60d,grown", "time.month"},
            new String[] {"orders_count", "time.week"});

    @TempDir
    Path folder;

    @TempDir
    Path other;

    private static String ask(Shell shell, String... question) {
        var result = shell.run("query", question[0], "--by", question[1], "--format", "csv");
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    @Test
    void aRoundTripChangesNoAnswer() throws IOException {
        Shell shop = Shell.smallShop(folder).file("more.yml", MORE);
        var exported = shop.run("export", "--to", "model.ossie");
        assertThat(exported.out()).isEqualTo("Wrote model.ossie\n");
        assertThat(exported.err())
                .contains("metric revenue_60d: Ossie has no window", "metric grown: made of what Ossie cannot hold")
                .contains("kpis: Ossie has no words for them");
        String model = Files.readString(folder.resolve("model.ossie"));
        assertThat(model)
                .startsWith("version: \"0.2.0.dev0\"\n")
                .contains("sum(orders.amount) FILTER (WHERE orders.country = 'Spain')");
        Shell back = new Shell(other)
                .file("model.yml", model)
                .file("data/orders.csv", Files.readString(folder.resolve("data/orders.csv")));
        assertThat(back.run("check").exit()).isZero();
        for (String[] question : QUESTIONS) {
            assertThat(ask(back, question)).isEqualTo(ask(shop, question));
        }
        assertThat(back.run("status", "--format", "json").out())
                .isEqualTo(shop.run("status", "--format", "json").out());
        assertThat(back.run("export").out()).isEqualTo(model);
    }

    @Test
    void overwritesNothing() {
        Shell shop = Shell.smallShop(folder);
        assertThat(shop.run("export", "--to", "model.yml").exit()).isEqualTo(Exit.USAGE);
    }
}
