package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.OssieCodes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one dataset with fields of those that it has one of, unmatched ones NULL: the finest dataset that the fields
 * name. Where a row would have to stand more than once there is no answer.
 */
final class RowsOfFields {
    private final Planning planning;
    private final Question question;
    private @Nullable DiagnosticException ambiguous;

    RowsOfFields(Planning planning) {
        this.planning = planning;
        this.question = planning.question();
    }

    Node node() {
        List<Node.Key> keys = Dims.asked(question);
        Dataset home = home(Dims.fields(question));
        var builder = new ScanBuilder(planning, new Facts.Group(home.name(), DatasetTime.of(home)), Node.Kind.LEFT);
        if (!asksForWindows(home)) {
            builder.afterConditions();
        }
        return builder.build(
                "s",
                home.name() + ", the rows that are asked for",
                keys,
                List.of(),
                Exprs.withoutPlaces(question.where()),
                (TimeScope.Range) question.time(),
                question.distinct());
    }

    /** Of the datasets that are named; for values also one between them. */
    private Dataset home(Set<Expr.FieldRef> fields) {
        Set<String> candidates = new LinkedHashSet<>();
        fields.forEach(field -> candidates.add(field.dataset()));
        if (question.distinct()) {
            candidates.addAll(planning.catalog().datasets().keySet());
        }
        return candidates.stream()
                .flatMap(name -> planning.catalog().dataset(name).stream())
                .filter(dataset -> fields.stream().allMatch(field -> reaches(dataset, field)))
                .findFirst()
                .orElseThrow(() -> ambiguous != null ? ambiguous : new DiagnosticException(none(fields)));
    }

    /** Whether a condition is about a window over the rows: then it is opened before anything is asked of them. */
    private boolean asksForWindows(Dataset home) {
        return Exprs.fields(question.where()).stream()
                .filter(field -> field.dataset().equals(home.name()))
                .flatMap(field -> home.field(field.field()).stream())
                .anyMatch(field -> Exprs.isWindowed(field.expression()));
    }

    private boolean reaches(Dataset home, Expr.FieldRef field) {
        try {
            return planning.routes().find(home, field).isPresent();
        } catch (DiagnosticException twoWays) {
            ambiguous = twoWays;
            return false;
        }
    }

    private Diagnostic none(Set<Expr.FieldRef> fields) {
        List<String> datasets =
                fields.stream().map(Expr.FieldRef::dataset).distinct().toList();
        String all = String.join(", ", datasets);
        boolean together =
                datasets.stream().allMatch(name -> planning.routes().hangTogether(datasets.getFirst(), name));
        return together
                ? Diagnostic.error(
                                PlanCodes.FAN_OUT,
                                null,
                                "no dataset among %s has one row of each other: rows would stand more than once"
                                        .formatted(all),
                                "leave the fields of one of them out, or ask for a metric")
                        .asOssie(OssieCodes.FAN_OUT_IN_SCALAR_QUERY)
                : Diagnostic.error(
                        PlanCodes.NO_PATH,
                        null,
                        "no relationship connects " + all,
                        "add one under relationships, or leave one of them out");
    }
}
