package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void amounts() {
        assertThat(Memory.bytes("512MB")).isEqualTo(512L << 20);
        assertThat(Memory.bytes("4g")).isEqualTo(4L << 30);
        assertThat(Memory.bytes("1.5 GiB")).isEqualTo(3L << 29);
    }

    @Test
    void others() {
        for (String text : new String[] {"", "4", "many", "-1GB", "4TB", "10MB", "1e3GB"}) {
            assertThatThrownBy(() -> Memory.bytes(text)).as(text).isInstanceOf(UsageException.class);
        }
    }
}
