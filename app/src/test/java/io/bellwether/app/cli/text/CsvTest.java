package io.bellwether.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotesOnlyWhatNeedsIt() {
        assertThat(Csv.text(List.of("a", "b"), List.of(List.of("x,y", "say \"hi\""), List.of("plain", "two\nlines"))))
                .isEqualTo("a,b\n\"x,y\",\"say \"\"hi\"\"\"\nplain,\"two\nlines\"\n");
    }

    @Test
    void tellsNothingFromAnEmptyText() {
        assertThat(Csv.text(List.of("a", "b"), List.of(Arrays.asList(null, ""))))
                .isEqualTo("a,b\n,\"\"\n");
    }

    @Test
    void writesNumbersInFullAndMidnightsAsDates() {
        assertThat(Csv.text(
                        List.of("n", "d", "t"),
                        List.of(List.of(new BigDecimal("1E+7"), 1e9, LocalDateTime.of(2011, 1, 2, 0, 0)))))
                .isEqualTo("n,d,t\n10000000,1000000000,2011-01-02\n");
    }

    @Test
    void aTextIsNoFormulaOfASpreadsheetAndANumberIsANumber() {
        List<List<Object>> rows = List.of(
                List.of("=1+1", -1),
                List.of("@SUM(A1)", 2),
                List.of("-5", -5),
                List.of("\n=1", 0),
                List.of("＝1", 0),
                List.of("a=b", 0));
        assertThat(Csv.text(List.of("=t", "n"), rows))
                .isEqualTo("'=t,n\n'=1+1,-1\n'@SUM(A1),2\n'-5,-5\n\"'\n=1\",0\n'＝1,0\na=b,0\n");
    }
}
