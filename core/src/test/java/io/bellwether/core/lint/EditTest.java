package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change that is offered mends what it was found for: applied, the finding is gone and no other has come. */
class EditTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "    supporting: [basket]\n=>",
                "supporting: [orders], why=>why",
                "    expected_every: 1 day\n=>",
                "unit: count, =>",
            })
    void mends(String change) {
        String[] parts = change.split("=>", -1);
        mends(new SourceFile("w.yml", Cleaned.with(parts[0], parts[1])));
    }

    @Test
    void turnsAWordRound() {
        String text = Cleaned.TEXT.replaceAll("\\borders\\b", "defects");
        mends(new SourceFile("w.yml", text));
    }

    private static void mends(SourceFile file) {
        assertThat(Cleaned.findings(file)).isNotEmpty();
        for (Finding finding : Cleaned.findings(file)) {
            Edit edit = finding.edit();
            assertThat(edit).isNotNull();
            StringBuilder mended = new StringBuilder(file.text());
            mended.replace(edit.region().start(), edit.region().end(), edit.text());
            assertThat(Cleaned.codes(mended.toString())).isEmpty();
        }
    }
}
