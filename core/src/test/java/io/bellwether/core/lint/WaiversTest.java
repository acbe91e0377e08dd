package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.definition.Definitions;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waivers take findings away until their last day, and are looked after themselves. */
class WaiversTest {
    private static final String NO_WHY = Cleaned.with("    why: Rent\n", "");

    private static Advice advice(String waiver, LocalDate today, boolean withData) {
        var parsed = Definitions.parse(List.of(new SourceFile("w.yml", NO_WHY + "waivers: [" + waiver + "]\n")));
        var sound = Lint.check(parsed, Cleaned::columns).sound();
        return Advice.of(List.of(whyless()), sound.operations().waivers(), withData, today);
    }

    private static Finding whyless() {
        return Cleaned.findings(NO_WHY).getFirst();
    }

    private static List<String> codes(String waiver, String today) {
        return advice(waiver, LocalDate.parse(today), false).open().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void takeAwayUntilTheirLastDay() {
        String waiver = "{ code: K110, on: takings_2026, reason: Later, until: 2026-06-30 }";
        assertThat(codes(waiver, "2026-06-30")).isEmpty();
        assertThat(codes(waiver, "2026-07-01")).containsExactlyInAnyOrder("W101", "K110");
        Advice.Waived waived =
                advice(waiver, LocalDate.of(2026, 1, 1), false).waived().getFirst();
        assertThat(waived.by().reason()).isEqualTo("Later");
        assertThat(waived.finding().code()).isEqualTo("K110");
    }

    @Test
    void withoutANameAreForAll() {
        assertThat(codes("{ code: K110, reason: Later, until: 2026-06-30 }", "2026-06-30"))
                .isEmpty();
    }

    @Test
    void thatTakeNothingAwayAreTold() {
        Advice advice = advice(
                "{ code: K110, on: taking_2026, reason: Later, until: 2027-06-30 }", LocalDate.of(2026, 1, 1), false);
        assertThat(advice.open().stream()
                        .map(f -> f.problem().message() + " " + f.problem().fix()))
                .anyMatch(text -> text.contains("takes nothing away did you mean on: takings_2026?"));
        assertThat(codes("{ code: K109, reason: Later, until: 2027-06-30 }", "2026-01-01"))
                .contains("W102");
    }

    @Test
    void ofRulesThatNeedDataAreNotJudgedWithoutIt() {
        String waiver = "{ code: K114, reason: Later, until: 2027-06-30 }";
        LocalDate today = LocalDate.of(2026, 1, 1);
        assertThat(advice(waiver, today, false).open()).hasSize(1);
        assertThat(advice(waiver, today, true).open()).hasSize(2);
    }

    @Test
    void nameARule() {
        assertThat(error("K1100")).contains("D301  no rule \"K1100\"", "did you mean \"K110\"?");
        assertThat(error("K104")).contains("D301  K104 cannot be waived");
        assertThat(error("W101")).contains("cannot be waived");
        assertThat(error("D301")).contains("cannot be waived");
    }

    private static String error(String code) {
        String text = Cleaned.TEXT + "waivers: [{ code: " + code + ", reason: x, until: 2027-01-01 }]\n";
        List<Diagnostic> found = Lint.check(List.of(new SourceFile("w.yml", text)), Cleaned::columns)
                .diagnostics();
        assertThat(found).hasSize(1).allMatch(Diagnostic::isError);
        return DiagnosticText.render(found);
    }
}
