package io.bellwether.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLayoutTest {
    @Test
    void theSeparatorIsTheOneThatMostRecordsAgreeOn() {
        assertThat(CsvLayout.of("a,b\n1,2\n").delimiter()).isEqualTo(',');
        assertThat(CsvLayout.of("a;b\n1,5;2\n2,5;3\n").delimiter()).isEqualTo(';');
        assertThat(CsvLayout.of("a\tb, c\n1\t2\n").delimiter()).isEqualTo('\t');
        assertThat(CsvLayout.of("a|b|c\n1|2|3\n").delimiter()).isEqualTo('|');
        assertThat(CsvLayout.of("name\nann\nbob\n").delimiter()).isEqualTo(',');
        assertThat(CsvLayout.of("name;note\nann;\"a, b, c\"\nbob;\"d, e, f\"\n").delimiter())
                .isEqualTo(';');
    }

    @Test
    void quotationMarksHoldSeparatorsAndLineBreaks() {
        CsvLayout layout = CsvLayout.of("a,b\n\"x, y\nz\",2\n\"he said \"\"hi, you\"\"\",3\n5\" pipe,4\n");
        assertThat(layout.fields()).isEqualTo(2);
        assertThat(layout.odd()).isZero();
        assertThat(layout.header()).containsExactly("a", "b");
    }

    @Test
    void theFirstRecordThatIsDifferentHasItsLine() {
        CsvLayout layout = CsvLayout.of("a,b\r\n\"x\r\ny\",2\r\n\r\n3\r\n4,5\r\n");
        assertThat(layout.odd()).isEqualTo(5);
        assertThat(layout.oddFields()).isEqualTo(1);
    }

    @Test
    void everyKindOfLineBreak() {
        assertThat(CsvLayout.of("a,b\r1,2\r3,4\r").fields()).isEqualTo(2);
        assertThat(CsvLayout.of("a,b\r\n1,2").fields()).isEqualTo(2);
        assertThat(CsvLayout.of("").fields()).isEqualTo(1);
    }
}
