package io.bellwether.core.catalog;

import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small workspaces for tests, over sources whose columns are known without reading anything. */
final class Workspaces {
    static final String SHOP = """
            currency: GBP
            datasets:
              - name: sales
                source: sales.csv
                time: InvoiceDate
                fields:
                  - { name: amount, expression: Quantity * UnitPrice }
              - { name: customers, source: customers.csv, primary_key: id }
            relationships:
              - { from: sales, to: customers, columns: { CustomerID: id } }
            objectives:
              - { name: grow, statement: Grow, timeframe: 2011 }
            """;

    private static final Map<String, List<Column>> COLUMNS = Map.of(
            "sales",
            List.of(
                    new Column("InvoiceNo", Type.TEXT),
                    new Column("Quantity", Type.INTEGER),
                    new Column("UnitPrice", Type.DECIMAL),
                    new Column("InvoiceDate", Type.TIMESTAMP),
                    new Column("ShippedOn", Type.DATE),
                    new Column("Country", Type.TEXT),
                    new Column("CustomerID", Type.INTEGER),
                    new Column("order", Type.INTEGER)),
            "customers",
            List.of(new Column("id", Type.INTEGER), new Column("vip", Type.BOOLEAN)));

    private Workspaces() {}

    /** The shop with more files. */
    static Resolution shop(String... more) {
        List<SourceFile> files = new ArrayList<>(List.of(new SourceFile("shop.yml", SHOP)));
        for (String text : more) {
            files.add(new SourceFile("more" + files.size() + ".yml", text));
        }
        return resolve(files);
    }

    static Resolution resolve(List<SourceFile> files) {
        var parsed = Definitions.parse(files);
        var resolution = Resolver.resolve(
                parsed.definitions(),
                (dataset, source, span) -> COLUMNS.containsKey(dataset)
                        ? new SourceSchema.Columns(COLUMNS.get(dataset))
                        : new SourceSchema.Unreadable(List.of(Diagnostic.error("S401", span, "no file", null))));
        List<Diagnostic> all = new ArrayList<>(parsed.diagnostics());
        all.addAll(resolution.diagnostics());
        return new Resolution(resolution.sound(), all);
    }

    static List<String> codes(Resolution resolution) {
        return resolution.diagnostics().stream().map(Diagnostic::code).toList();
    }
}
