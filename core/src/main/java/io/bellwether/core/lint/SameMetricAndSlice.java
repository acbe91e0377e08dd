package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One promise with two targets. The first in the files is the one that stays. */
final class SameMetricAndSlice implements Rule {
    private record Promised(String metric, Set<@Nullable Expr> where) {}

    @Override
    public List<Finding> check(Ground ground) {
        Map<Promised, Kpi> firsts = new HashMap<>();
        return ground.each(kpi -> {
            Kpi first = firsts.putIfAbsent(promised(kpi), kpi);
            return first == null ? null : finding(ground, kpi, first);
        });
    }

    /** Conditions that must all hold are the same in any order. */
    private static Promised promised(Kpi kpi) {
        Set<@Nullable Expr> where = new HashSet<>();
        Exprs.conjuncts(kpi.where()).forEach(part -> where.add(Exprs.withoutPlaces(part)));
        return new Promised(kpi.metric(), where);
    }

    private static Finding finding(Ground ground, Kpi kpi, Kpi first) {
        String slice = kpi.where() == null ? "" : " and the same slice";
        String message = Ground.called(kpi) + " promises the same metric" + slice + " as \"" + first.name() + "\" ("
                + first.span() + ")";
        Edit edit = ground.written(kpi).lifecycle() == null ? Edit.key(kpi.span(), "lifecycle: draft") : null;
        return Ground.of(
                        kpi,
                        RuleCode.K113,
                        ground.written(kpi).metric().span(),
                        message,
                        "keep one: lifecycle: draft, or slice this one with where:",
                        "lifecycle: draft")
                .with(edit);
    }
}
