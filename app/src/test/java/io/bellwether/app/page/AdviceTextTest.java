package io.bellwether.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.advice.AdviceBoard;
import io.bellwether.core.lint.Advice;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of advice: narrowed, grouped, in sheets. */
class AdviceTextTest {
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 11, 14));
    private static final SourceFile FILE = new SourceFile("kpis.yml", "a: 1\n");

    private static Finding finding(String code, Severity severity, String kpi, String owner) {
        var problem = new Diagnostic(code, severity, FILE.span(0, 1), "the KPI " + kpi + " is so", "add x");
        return new Finding(problem, new Finding.Subject(Finding.Kind.KPI, kpi), owner, "x: 1", null);
    }

    private static AdviceView view(List<Finding> open, AdviceFilter filter) {
        var found = new AdviceBoard.Found(new Advice(open, List.of()), AdviceBoard.Look.DONE, "");
        return AdviceText.view(found, filter, AS_OF);
    }

    private static AdviceFilter all(int sheet) {
        return new AdviceFilter(null, null, null, false, sheet);
    }

    @Test
    void ofOneThingStandTogetherAndTheWorstFirst() {
        AdviceView view = view(
                List.of(
                        finding("K110", Severity.ADVICE, "a", "ann@example.com"),
                        finding("K110", Severity.ADVICE, "b", "bob@example.com"),
                        finding("K109", Severity.WARNING, "b", "bob@example.com")),
                all(1));
        assertThat(view.groups()).extracting(AdviceView.GroupView::name).containsExactly("b", "a");
        assertThat(view.groups().getFirst().findings())
                .extracting(AdviceView.FindingView::code)
                .containsExactly("K109", "K110");
        assertThat(view.summary()).isEqualTo("1 warning, 2 pieces of advice.");
        assertThat(view.groups().getFirst().findings().getFirst().waiver())
                .contains("{ code: K109, on: b, until: 2027-02-12, reason: ");
        assertThat(view.groups().getFirst().findings().getFirst().place()).isEqualTo("kpis.yml:1");
    }

    @Test
    void filtersNarrowAndCountWhatThereIs() {
        List<Finding> three = List.of(
                finding("K110", Severity.ADVICE, "a", "ann@example.com"),
                finding("K110", Severity.ADVICE, "b", "bob@example.com"),
                finding("K109", Severity.WARNING, "b", "bob@example.com"));
        assertThat(view(three, new AdviceFilter("warning", null, null, false, 1))
                        .range())
                .isEqualTo("1–1 of 1");
        assertThat(view(three, new AdviceFilter(null, "K110", null, false, 1)).range())
                .isEqualTo("1–2 of 2");
        assertThat(view(three, new AdviceFilter(null, "K110", "bob@example.com", false, 1))
                        .range())
                .isEqualTo("1–1 of 1");
        assertThat(view(three, new AdviceFilter(null, null, null, true, 1)).groups())
                .isEmpty();
        assertThat(view(three, all(1)).filters().codes())
                .extracting(AdviceView.OptionView::label)
                .containsExactly("K109 no response plan (1)", "K110 no why (2)");
    }

    @Test
    void tenThousandComeInSheetsNoneTwiceAndNoneLost() {
        List<Finding> many = IntStream.range(0, 10_050)
                .mapToObj(i -> finding("K110", Severity.ADVICE, "k" + i % 4_000, null))
                .toList();
        List<String> names = new ArrayList<>();
        int sheets = view(many, all(1)).sheets();
        assertThat(sheets).isEqualTo(101);
        int shown = 0;
        for (int sheet = 1; sheet <= sheets; sheet++) {
            for (var group : view(many, all(sheet)).groups()) {
                shown += group.findings().size();
                names.add(group.name());
            }
        }
        assertThat(shown).isEqualTo(10_050);
        assertThat(names.stream().distinct()).hasSize(4_000);
        assertThat(view(many, all(999)).sheet()).as("one too far is the last").isEqualTo(101);
    }
}
