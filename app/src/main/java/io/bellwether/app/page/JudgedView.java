package io.bellwether.app.page;

import io.bellwether.core.judge.Status.Tone;
import java.util.List;

/** How a KPI was judged: the terms with their numbers, and the formulas with the numbers filled in. */
public record JudgedView(String title, List<Row> rows, List<String> formula) {
    public record Row(String term, String text, Tone tone) {}
}
