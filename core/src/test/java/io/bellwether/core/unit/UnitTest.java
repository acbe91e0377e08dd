package io.bellwether.core.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void readsTheWordsOfDefinitions() {
        assertThat(Unit.parse("count", null)).contains(new Unit.Count());
        assertThat(Unit.parse("percent", null)).contains(new Unit.Percent());
        assertThat(Unit.parse("ratio", null)).contains(new Unit.Ratio());
        assertThat(Unit.parse("duration", null)).contains(new Unit.Duration(ChronoUnit.SECONDS));
        assertThat(Unit.parse("duration: minutes", null)).contains(new Unit.Duration(ChronoUnit.MINUTES));
        assertThat(Unit.parse("hours", null)).contains(new Unit.Duration(ChronoUnit.HOURS));
        assertThat(Unit.parse("milliseconds", null)).contains(new Unit.Duration(ChronoUnit.MILLIS));
        assertThat(Unit.parse("EUR", "GBP")).contains(new Unit.Currency("EUR"));
        assertThat(Unit.parse("currency", "GBP")).contains(new Unit.Currency("GBP"));
        assertThat(Unit.parse("points", null)).contains(new Unit.Named("points"));
        assertThat(Unit.parse("", null)).contains(new Unit.None());
    }

    @Test
    void aCurrencyNeedsAWorkspaceThatHasOne() {
        assertThat(Unit.parse("currency", null)).isEmpty();
    }

    @Test
    void readsWhatItWrites() {
        for (String word :
                new String[] {"count", "percent", "ratio", "seconds", "milliseconds", "days", "GBP", "points", ""}) {
            Unit unit = Unit.parse(word, null).orElseThrow();
            assertThat(unit.word()).isEqualTo(word);
        }
    }
}
