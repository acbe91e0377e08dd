package io.bellwether.core.lint;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.time.LocalDate;
import java.util.List;

/** A workspace that breaks no rule, to be changed in one place. */
final class Cleaned {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    static final String TEXT = """
            datasets:
              - name: sales
                source: sales.csv
                time: at
                expected_every: 1 day
                fields:
                  - { name: left_over, expression: amount - cost }
                tests:
                  - { not_null: amount }
            metrics:
              - { name: takings, expression: sum(sales.amount), unit: points, direction: up, description: What came in }
              - { name: orders, expression: count(sales.id), unit: count, direction: up, description: Orders }
              - { name: basket, expression: "takings / nullif(orders, 0)", unit: ratio, direction: up, description: Each }
            objectives:
              - { name: grow, statement: Grow, timeframe: 2026 }
            people:
              - { email: ann@example.com }
              - { email: bob@example.com }
            kpis:
              - name: takings_2026
                metric: takings
                objective: grow
                owner: ann@example.com
                cadence: weekly
                weight: 3
                role: lagging
                kind: output
                target: { total: 100 }
                supporting: [basket]
                why: Rent
                response: Call
              - { name: orders_2026, metric: orders, objective: grow, owner: ann@example.com, cadence: weekly, weight: 2, role: leading,
                  kind: input, target: { total: 10 }, supporting: [basket], why: Rent, response: Call }
              - { name: basket_2026, metric: basket, objective: grow, owner: ann@example.com, cadence: weekly, role: lagging,
                  kind: output, target: { at_least: 10 }, supporting: [orders], why: Rent, response: Call }
            """;

    private Cleaned() {}

    /** The clean text with one part of it another. */
    static String with(String part, String other) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException("not in the text: " + part);
        }
        return TEXT.replace(part, other);
    }

    static List<Finding> findings(String text) {
        return findings(new SourceFile("w.yml", text));
    }

    static List<Finding> findings(SourceFile file) {
        var parsed = Definitions.parse(List.of(file));
        var resolution = Lint.check(parsed, Cleaned::columns);
        if (!resolution.diagnostics().isEmpty()) {
            throw new IllegalStateException(DiagnosticText.render(resolution.diagnostics()));
        }
        var sound = resolution.sound();
        return Advice.of(
                        Practice.findings(parsed.definitions(), sound),
                        sound.operations().waivers(),
                        false,
                        TODAY)
                .open();
    }

    static SourceSchema columns(String dataset, DataSource source, Span span) {
        return new SourceSchema.Columns(List.of(
                new Column("id", Type.INTEGER),
                new Column("amount", Type.DOUBLE),
                new Column("cost", Type.DOUBLE),
                new Column("at", Type.DATE)));
    }

    static List<String> codes(String text) {
        return findings(text).stream().map(Finding::code).toList();
    }

    /** The one thing found: {@code CODE place-text message}. */
    static String only(String text) {
        List<Finding> found = findings(text);
        if (found.size() != 1) {
            throw new AssertionError(
                    "found " + found.stream().map(Finding::problem).toList());
        }
        var problem = found.getFirst().problem();
        return problem.code() + " " + problem.span().text() + ": " + problem.message();
    }
}
