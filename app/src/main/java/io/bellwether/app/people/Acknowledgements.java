package io.bellwether.app.people;

import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Owners saying that they know what they promise: a new KPI, and each changed promise of one. */
public final class Acknowledgements {
    private final Supplier<Store> store;
    private final BiFunction<Catalog, Kpi, String> version;

    /** @param version what tells one promise of a KPI from another */
    public Acknowledgements(Supplier<Store> store, BiFunction<Catalog, Kpi, String> version) {
        this.store = store;
        this.version = version;
    }

    /** The owner takes it on as it is now. */
    public void add(Author author, String name) {
        Kpi kpi = author.catalog().kpi(author.kpi(name)).orElseThrow();
        if (!isOwner(kpi, author.by())) {
            String owner = kpi.owner() == null ? "nobody" : kpi.owner();
            throw Refusal.notYours("only its owner takes on a KPI; \"" + name + "\" is of " + owner);
        }
        String now = version.apply(author.catalog(), kpi);
        store.get()
                .change(
                        author.change("kpi.acknowledge", "kpi:" + name, Map.of("version", now)),
                        handle -> handle.createUpdate(
                                        "insert into acknowledgement (at, person, kpi, version) values (:at, :by, :kpi, :version)")
                                .bind("at", author.at())
                                .bind("by", author.by())
                                .bind("kpi", name)
                                .bind("version", now)
                                .execute());
    }

    /** Whether its owner, who is one of the people, has still to take it on. */
    public boolean isMissing(Author reader, Kpi kpi, Map<String, String> taken) {
        return kpi.lifecycle() == Kpi.Lifecycle.ACTIVE
                && kpi.owner() != null
                && reader.catalog().operations().person(kpi.owner()).isPresent()
                && !version.apply(reader.catalog(), kpi).equals(taken.get(kpi.name() + " " + key(kpi)));
    }

    /** What each owner took on last, by the KPI's name and the owner's address with a blank between. */
    public static Map<String, String> taken(Handle handle) {
        Map<String, String> taken = new HashMap<>();
        handle.createQuery("""
                        select a.kpi, a.person, a.version from acknowledgement a
                        where a.id = (select max(b.id) from acknowledgement b where b.kpi = a.kpi and b.person = a.person)""")
                .map((rows, context) -> List.of(rows.getString(1) + " " + rows.getString(2), rows.getString(3)))
                .forEach(row -> taken.put(row.getFirst(), row.getLast()));
        return taken;
    }

    private static String key(Kpi kpi) {
        return kpi.owner() == null ? "" : Person.key(kpi.owner());
    }

    private static boolean isOwner(Kpi kpi, String by) {
        return key(kpi).equals(by);
    }
}
