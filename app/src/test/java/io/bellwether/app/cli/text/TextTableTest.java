package io.bellwether.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsTextLeftAndNumbersRight() {
        var table = new TextTable(List.of("country", "orders"));
        table.row(List.of("France", 5L));
        table.row(Arrays.asList("UK", null));
        table.row(List.of("Eire", 1200L));
        assertThat(table.text()).isEqualTo("""
                        country  orders
                        ───────  ──────
                        France        5
                        UK            –
                        Eire       1200
                        """);
    }

    @Test
    void keepsControlCharactersOfTheDataOutOfTheTerminal() {
        var table = new TextTable(List.of("name"));
        table.row(List.of("a\u001b[31mred\nb"));
        assertThat(table.text()).doesNotContain("\u001b").contains("a [31mred b");
    }
}
