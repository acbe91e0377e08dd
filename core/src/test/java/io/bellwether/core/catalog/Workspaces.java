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

    /** Facts that reach users in three roles. */
    static final String STAYS = """
            datasets:
              - { name: bookings, source: b.csv, time: ds }
              - { name: listings, source: l.csv, time: created_at, entities: [listing], validity: { from: valid_from, to: valid_to } }
              - { name: users, source: u.csv, primary_key: user_id }
              - { name: days, source: d.csv }
            relationships:
              - { name: listing, from: bookings, to: listings, columns: { listing_id: listing_id } }
              - { name: host, from: listings, to: users, columns: { user_id: user_id } }
              - { name: guest, from: bookings, to: users, columns: { guest_id: user_id } }
            """;

    private static final Map<String, List<Column>> COLUMNS = Map.of(
            "bookings",
            List.of(
                    new Column("id", Type.INTEGER),
                    new Column("ds", Type.TIMESTAMP),
                    new Column("listing_id", Type.INTEGER),
                    new Column("guest_id", Type.INTEGER),
                    new Column("value", Type.DECIMAL),
                    new Column("is_instant", Type.BOOLEAN)),
            "listings",
            List.of(
                    new Column("listing_id", Type.INTEGER),
                    new Column("user_id", Type.INTEGER),
                    new Column("country", Type.TEXT),
                    new Column("capacity", Type.INTEGER),
                    new Column("created_at", Type.TIMESTAMP),
                    new Column("valid_from", Type.DATE),
                    new Column("valid_to", Type.DATE)),
            "users",
            List.of(
                    new Column("user_id", Type.INTEGER),
                    new Column("home", Type.TEXT),
                    new Column("country", Type.TEXT),
                    new Column("joined_on", Type.DATE)),
            "days",
            List.of(
                    new Column("ds", Type.DATE),
                    new Column("alien_day", Type.INTEGER),
                    new Column("fiscal_period", Type.TEXT)),
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

    /** The stays with more files. */
    static Resolution stays(String... more) {
        List<SourceFile> files = new ArrayList<>(List.of(new SourceFile("stays.yml", STAYS)));
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
        return new Resolution(resolution.sound(), all, resolution.apart());
    }

    static List<String> codes(Resolution resolution) {
        return resolution.diagnostics().stream().map(Diagnostic::code).toList();
    }
}
