package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which of many KPIs gives way first: the one that weighs least, then the one that most is missing of, then the last. */
final class Weakest {
    private Weakest() {}

    static Kpi of(List<Kpi> kpis) {
        return kpis.reversed().stream()
                .min(Comparator.comparing(Kpi::weight)
                        .thenComparing(Comparator.comparingInt(
                                        (Kpi kpi) -> missing(kpi).size())
                                .reversed()))
                .orElseThrow();
    }

    /** Why that one, to follow "with". */
    static String reason(Kpi weakest, List<Kpi> kpis) {
        List<String> reasons = new ArrayList<>();
        BigDecimal heaviest =
                kpis.stream().map(Kpi::weight).max(Comparator.naturalOrder()).orElseThrow();
        if (weakest.weight().compareTo(heaviest) < 0) {
            reasons.add("the lowest weight ("
                    + weakest.weight().stripTrailingZeros().toPlainString() + ")");
        }
        reasons.addAll(missing(weakest));
        return reasons.isEmpty() ? "the last place in the files" : String.join(", ", reasons);
    }

    private static List<String> missing(Kpi kpi) {
        List<String> missing = new ArrayList<>();
        if (kpi.response() == null) {
            missing.add("no response");
        }
        if (kpi.supporting().isEmpty()) {
            missing.add("no supporting metric");
        }
        if (kpi.why() == null) {
            missing.add("no why");
        }
        return missing;
    }
}
