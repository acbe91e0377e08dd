package io.bellwether.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void numbersUpToTwelveInWords() {
        assertThat(Words.count(1, "objective")).isEqualTo("one objective");
        assertThat(Words.count(12, "KPI")).isEqualTo("twelve KPIs");
        assertThat(Words.count(13, "KPI")).isEqualTo("13 KPIs");
    }

    @Test
    void abbreviationsKeepTheirCapitals() {
        assertThat(Words.inside("Return rate")).isEqualTo("return rate");
        assertThat(Words.inside("NPS")).isEqualTo("NPS");
    }

    @Test
    void peopleAreNamedWithoutTheirMailServer() {
        assertThat(Words.person("maria.lopez@example.com")).isEqualTo("Maria Lopez");
        assertThat(Words.person("Service")).isEqualTo("Service");
    }

    @Test
    void periodsTakeThePrepositionThatFits() {
        assertThat(Sentence.during("Nov 2026")).isEqualTo("in Nov 2026");
        assertThat(Sentence.during("13 Nov 2026")).isEqualTo("on 13 Nov 2026");
        assertThat(Sentence.during("1 Nov – 13 Nov 2026")).isEqualTo("from 1 Nov to 13 Nov 2026");
        assertThat(Sentence.during("week of 2 Nov 2026")).isEqualTo("in the week of 2 Nov 2026");
        assertThat(Sentence.during("2026")).isEqualTo("in 2026");
    }
}
