package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Style;
import io.bellwether.core.definition.TargetDefinition.BaselineText;
import io.bellwether.core.definition.TargetDefinition.Milestone;
import io.bellwether.core.definition.TargetDefinition.Path;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a KPI's {@code target}. */
final class TargetReader {
    private static final String[] FORMS = {
        "reach", "increase_by", "decrease_by", "total", "at_least", "at_most", "between", "metric"
    };
    private static final List<String> EVERY =
            List.of("day", "week", "month", "quarter", "year", "fiscal_month", "fiscal_quarter", "fiscal_year");

    private TargetReader() {}

    static @Nullable TargetDefinition read(Node node, Problems problems) {
        Keys keys = Keys.of(node, "a target", problems);
        if (keys == null) {
            return null;
        }
        Located<String> form = form(keys);
        var amounts = form == null || form.value().equals("metric") ? null : amounts(keys, form);
        var metric = form != null && form.value().equals("metric") ? keys.text("metric") : null;
        var by = keys.text("by");
        var every = keys.word("every", EVERY);
        if (by != null && every != null) {
            problems.add(Code.TARGET_FORM, every.span(), "a target has by or every, not both", "keep one");
        }
        var baseline = baseline(keys);
        var path = path(keys);
        var tolerance = Amounts.quantity(keys, "tolerance");
        var required = Amounts.quantity(keys, "required");
        keys.finish();
        if (form == null || amounts == null && metric == null) {
            return null;
        }
        return new TargetDefinition(
                form,
                amounts == null ? List.of() : amounts,
                metric,
                by,
                every,
                baseline,
                path,
                tolerance,
                required,
                form.span());
    }

    private static @Nullable Located<String> form(Keys keys) {
        Set<String> written = keys.known(FORMS);
        Span place = written.isEmpty()
                ? keys.head()
                : keys.keySpan(List.copyOf(written).getLast());
        if (written.size() == 1 && place != null) {
            return new Located<>(written.iterator().next(), place);
        }
        String message = written.isEmpty() ? "the target promises nothing" : "the target promises several things";
        keys.problems().add(Code.TARGET_FORM, place, message, "give one of " + String.join(", ", FORMS));
        return null;
    }

    private static @Nullable List<Located<Quantity>> amounts(Keys keys, Located<String> form) {
        if (!form.value().equals("between")) {
            Located<Quantity> amount = Amounts.quantity(keys, form.value());
            return amount == null ? null : List.of(amount);
        }
        var band = Amounts.quantities(keys, "between");
        if (keys.items("between").size() != 2) {
            String fix = "write between: [95, 105]";
            keys.problems().add(Code.WRONG_SHAPE, form.span(), "\"between\" takes two numbers", fix);
            return null;
        }
        return band.size() == 2 ? band : null;
    }

    private static @Nullable BaselineText baseline(Keys keys) {
        Scalar scalar = keys.scalar("baseline");
        return scalar == null
                ? null
                : new BaselineText(new Located<>(scalar.value(), scalar.span()), scalar.style() != Style.PLAIN);
    }

    /** A word, or milestones by date: {@code path: { 2026-03-31: 20%, 2026-06-30: 50% }}. */
    private static @Nullable Path path(Keys keys) {
        if (!(keys.node("path") instanceof Mapping mapping)) {
            var word = keys.word("path", List.of("linear", "seasonal", "step"));
            return word == null ? null : new Path(word.value(), List.of(), word.span());
        }
        List<Milestone> milestones = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            var key = new Located<>(entry.key().value(), entry.key().span());
            var date = Amounts.date(key, keys.problems());
            Located<Quantity> share = null;
            if (entry.value() instanceof Scalar value) {
                share = Amounts.quantity(value, keys.problems());
            } else {
                keys.problems().add(Code.WRONG_SHAPE, entry.value().span(), "a milestone is a share", "write 50%");
            }
            if (date != null && share != null) {
                milestones.add(new Milestone(date, share));
            }
        }
        return new Path("milestones", milestones, mapping.span());
    }
}
