package io.bellwether.core.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GBP          | 8712345.67   | £8.71M         | £8,712,345.67
            GBP          | 999999.4     | £1.00M         | £999,999.40
            GBP          | 412345       | £412k          | £412,345.00
            GBP          | 41234.56     | £41,235        | £41,234.56
            GBP          | 99999.7      | £100k          | £99,999.70
            GBP          | 507.12333333333 | £507        | £507.12
            GBP          | 4.99         | £4.99          | £4.99
            GBP          | 5            | £5             | £5.00
            GBP          | -3400        | −£3,400        | −£3,400.00
            USD          | 1234567890   | $1.23B         | $1,234,567,890.00
            EUR          | 12           | €12            | €12.00
            JPY          | 1234.5       | ¥1,235         | ¥1,235
            CHF          | 12           | CHF 12         | CHF 12.00
            percent      | 0.118        | 11.8 %         | 11.8 %
            percent      | 0.118234     | 11.8 %         | 11.8234 %
            percent      | 0.25         | 25 %           | 25 %
            percent      | 0.0598       | 6.0 %          | 5.98 %
            percent      | 0.99996      | 100.00 %       | 99.996 %
            points       | 49.98        | 50.0 points    | 49.98 points
            GBP          | 35.998       | £36.00         | £36.00
            GBP          | 1299999      | £1.30M         | £1,299,999.00
            percent      | 0.9997       | 99.97 %        | 99.97 %
            percent      | 0.0042       | 0.42 %         | 0.42 %
            percent      | -0.002       | −0.2 %         | −0.2 %
            percent      | 1            | 100 %          | 100 %
            count        | 12408        | 12,408         | 12,408
            count        | 0            | 0              | 0
            count        | 1240321      | 1.24M          | 1,240,321
            ratio        | 0.12345      | 0.123          | 0.12345
            ratio        | 2.5          | 2.5            | 2.5
            ''           | 71           | 71             | 71
            points       | 53.66666666666666 | 53.7 points | 53.6666666667 points
            duration     | 11520        | 3 h 12 min     | 3 h 12 min
            minutes      | 192          | 3 h 12 min     | 3 h 12 min
            minutes      | 192.51       | 3 h 13 min     | 3 h 12 min 30.6 s
            hours        | 4            | 4 h            | 4 h
            hours        | 30           | 30 h           | 30 h
            days         | 2.4          | 2 d 10 h       | 2 d 9 h 36 min
            duration     | 45.4         | 45 s           | 45.4 s
            duration     | 2.44         | 2.4 s          | 2.44 s
            duration     | 0            | 0 s            | 0 s
            duration     | 750          | 12 min 30 s    | 12 min 30 s
            duration     | -60          | −1 min         | −1 min
            milliseconds | 180          | 180 ms         | 180 ms
            """)
    void writesNumbers(String unit, BigDecimal value, String tile, String exact) {
        Unit of = Unit.parse(unit, null).orElseThrow();
        assertThat(spaced(NumberText.tile(value, of))).isEqualTo(tile);
        assertThat(spaced(NumberText.exact(value, of))).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GBP     | 10000000 | £10M
            GBP     | 1300000  | £1.3M
            GBP     | 45000    | £45,000
            GBP     | 1234567  | £1,234,567.00
            GBP     | 507.5    | £507.50
            percent | 0.2      | 20 %
            percent | 0.9995   | 99.95 %
            percent | 0.12345  | 12.345 %
            hours   | 4        | 4 h
            minutes | 90.5     | 1 h 30 min 30 s
            count   | 870      | 870
            count   | 3950     | 3,950
            points  | 54       | 54 points
            """)
    void writesTargetsAsSomebodyWroteThem(String unit, BigDecimal value, String text) {
        assertThat(spaced(NumberText.written(value, Unit.parse(unit, null).orElseThrow())))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GBP     | 9998000 | 10000000 | £9.998M  | £10M
            GBP     | 506.8   | 507.1    | £506.80  | £507.10
            GBP     | 9999999 | 10000000 | £9,999,999.00 | £10,000,000.00
            percent | 0.1184  | 0.1181   | 11.84 %  | 11.81 %
            percent | 0.118   | 0.095    | 11.8 %   | 9.5 %
            minutes | 192.2   | 192.4    | 3 h 12 min 12 s | 3 h 12 min 24 s
            count   | 5       | 5        | 5        | 5
            ratio   | 0.12345 | 0.12346  | 0.12345  | 0.12346
            """)
    void showsThatTwoValuesDiffer(String unit, BigDecimal a, BigDecimal b, String left, String right) {
        Unit of = Unit.parse(unit, null).orElseThrow();
        assertThat(spaced(NumberText.beside(a, b, of))).isEqualTo(left);
        assertThat(spaced(NumberText.beside(b, a, of))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            percent | 0.111 | 0.118  | +0.7 pp
            percent | 0.118 | 0.116  | −0.2 pp
            percent | 0.9997 | 0.9999 | +0.02 pp
            percent | 0.5   | 0.5    | 0.0 pp
            GBP     | 1000  | 1041   | +4.1 %
            GBP     | 1000  | 500    | −50.0 %
            GBP     | 100   | 350    | +250 %
            GBP     | 1000  | 1000   | 0.0 %
            GBP     | 0     | 350    | +£350
            GBP     | -100  | 350    | +£450
            GBP     | -100  | -150   | −50.0 %
            count   | 100   | 101    | +1.0 %
            points  | 70    | 71     | +1 points
            points  | 49.998 | 49.791 | −0.2 points
            points  | 49.8  | 49.83  | +0.03 points
            ratio   | 1.244 | 1.3    | +0.06
            minutes | 0     | 12     | +12 min
            """)
    void writesChanges(String unit, BigDecimal from, BigDecimal to, String text) {
        assertThat(spaced(NumberText.change(from, to, Unit.parse(unit, null).orElseThrow())))
                .isEqualTo(text);
    }

    @Test
    void aMissingValueIsADash() {
        Unit count = new Unit.Count();
        assertThat(NumberText.tile(null, count)).isEqualTo("–");
        assertThat(NumberText.exact(null, count)).isEqualTo("–");
        assertThat(NumberText.change(null, BigDecimal.ONE, count)).isEqualTo("–");
        assertThat(NumberText.relative(BigDecimal.ZERO, BigDecimal.ONE)).isEqualTo("–");
        assertThat(NumberText.beside(null, BigDecimal.ONE, count)).isEqualTo("–");
        assertThat(NumberText.share(null)).isEqualTo("–");
    }

    @Test
    void progressIsWholePercentsButNeverRoundedUpToAll() {
        assertThat(spaced(NumberText.share(new BigDecimal("0.404")))).isEqualTo("40 %");
        assertThat(spaced(NumberText.share(new BigDecimal("0.996")))).isEqualTo("99.6 %");
    }

    @Test
    void aNumberAndItsUnitDoNotPart() {
        assertThat(NumberText.tile(new BigDecimal("0.118"), new Unit.Percent())).isEqualTo("11.8\u00a0%");
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ');
    }
}
