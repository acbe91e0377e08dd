package io.bellwether.app.people;

import io.bellwether.app.store.Change;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Who does something, when, over which definitions.
 *
 * @param by an e-mail address, or {@link Change#BELLWETHER}
 * @param day the day in the workspace's zone that it speaks for
 */
public record Author(Catalog catalog, String by, Instant at, LocalDate day) {
    /** Today, by the workspace's clock. */
    public static Author now(Catalog catalog, Person by, Instant at) {
        var zone = catalog.workspace().calendar().zone();
        return new Author(catalog, by.email(), at, LocalDate.ofInstant(at, zone));
    }

    /** What the product does by itself. */
    public static Author bellwether(Catalog catalog, Instant at) {
        var zone = catalog.workspace().calendar().zone();
        return new Author(catalog, Change.BELLWETHER, at, LocalDate.ofInstant(at, zone));
    }

    /** Speaking for an earlier day. */
    public Author on(LocalDate other) {
        return new Author(catalog, by, at, other);
    }

    public AsOf asOf() {
        return AsOf.of(day, at, catalog.workspace().calendar());
    }

    /** The record for the audit log. */
    public Change change(String action, String subject, Map<String, ?> detail) {
        return new Change(at, by, action, subject, detail);
    }

    /** The KPI's name, if the catalog has it. */
    public String kpi(String name) {
        if (catalog.kpi(name).isEmpty()) {
            throw Refusal.unknown("KPI", name, catalog.kpis().keySet());
        }
        return name;
    }

    /** One of the people, by any spelling of their address. */
    public String person(String email) {
        return catalog.operations()
                .person(email)
                .map(Person::email)
                .orElseThrow(() -> Refusal.stranger(
                        Person.key(email), catalog.operations().people().keySet()));
    }
}
