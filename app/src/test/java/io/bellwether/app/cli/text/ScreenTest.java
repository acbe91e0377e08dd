package io.bellwether.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream screen = Screen.over(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    private String seen() {
        screen.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textIsShownAsItIs() {
        String text = "Année 李 伟 \uD83D\uDE00 £5\t─\nthe next line\r\nand the next\n";
        screen.print(text);
        assertThat(seen()).isEqualTo(text);
    }

    @Test
    void whatOrdersATerminalAboutIsNotPassedOn() {
        screen.print("a\u001b[2Jb\u0007c\u0000d\u007fe\u009b5mf\u202eg\u2066h\rover\n");
        assertThat(seen()).isEqualTo("a�[2Jb�c�d�e�5mf�g�h�over\n");
    }

    @Test
    void aCharacterMayComeByteByByte() {
        for (byte one : "é\u009b李\r\r\n".getBytes(StandardCharsets.UTF_8)) {
            screen.write(one);
        }
        assertThat(seen()).isEqualTo("é�李�\r\n");
    }
}
