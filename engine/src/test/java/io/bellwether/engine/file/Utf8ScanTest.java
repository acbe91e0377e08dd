package io.bellwether.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8ScanTest {
    private static Utf8Scan scan(byte[] bytes) {
        Utf8Scan scan = new Utf8Scan();
        scan.add(bytes, bytes.length);
        scan.end();
        return scan;
    }

    @Property(tries = 300)
    void whatJavaWritesAsUtf8IsUtf8(@ForAll String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(scan(whole.getBytes(StandardCharsets.UTF_8)).isUtf8()).isTrue();
    }

    @Test
    void theFirstWrongByteHasItsPlace() {
        Utf8Scan scan = scan("a\nbé\nc".getBytes(Charset.forName("windows-1252")));
        assertThat(scan.isUtf8()).isFalse();
        assertThat(scan.hasSequences()).isFalse();
        assertThat(scan.wrongOffset()).isEqualTo(3);
        assertThat(scan.wrongLine()).isEqualTo(2);
    }

    @Test
    void aCharacterThatIsCutOffIsWrong() {
        byte[] bytes = "aé".getBytes(StandardCharsets.UTF_8);
        assertThat(scan(java.util.Arrays.copyOf(bytes, 2)).wrongOffset()).isEqualTo(1);
    }

    @Test
    void zerosAreNoText() {
        assertThat(scan(new byte[] {'a', 0, 'b'}).isText()).isFalse();
        assertThat(scan(("a" + "\u001A" + "b".repeat(200)).getBytes(StandardCharsets.US_ASCII))
                        .isText())
                .isTrue();
    }
}
