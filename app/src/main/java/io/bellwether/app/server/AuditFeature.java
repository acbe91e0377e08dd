package io.bellwether.app.server;

import io.bellwether.app.page.AuditView;
import io.bellwether.app.page.PeopleView;
import io.bellwether.app.page.PeopleView.PersonView;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Moments;
import io.bellwether.app.store.Store;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.catalog.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who there is, and who did what. */
public final class AuditFeature implements Feature {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Supplier<Snapshot> workspace;
    private final Supplier<Store> store;

    public AuditFeature(Supplier<Snapshot> workspace, Supplier<Store> store) {
        this.workspace = workspace;
        this.store = store;
    }

    @Override
    public Routes routes() {
        return new Routes(
                List.of(
                        new Endpoint(
                                "/api/people",
                                "people",
                                "The workspace's people, and which of them asks.",
                                List.of(),
                                PeopleView.class,
                                false,
                                ask -> people(ask.person())),
                        new Endpoint(
                                "/api/audit",
                                "audit",
                                "What was done, by whom, and whether the log is whole.",
                                List.of(
                                        Parameter.optional("subject", "Only what was done to this.", "kpi:revenue"),
                                        Parameter.optional("limit", "At most this many records.", "100")),
                                AuditView.class,
                                false,
                                ask -> audit(ask.text("subject"), ask.number("limit")))),
                List.of());
    }

    private PeopleView people(@Nullable String email) {
        Operations operations = workspace.get().last().operations();
        return new PeopleView(
                email == null
                        ? null
                        : operations.person(email).map(AuditFeature::view).orElse(null),
                operations.people().values().stream().map(AuditFeature::view).toList());
    }

    private static PersonView view(Person person) {
        return new PersonView(person.email(), person.name(), person.team());
    }

    private AuditView audit(@Nullable String subject, @Nullable Long limit) {
        int most = limit == null ? USUAL : (int) Math.min(MOST, limit);
        Store remembered = store.get();
        Audit.Checked found = remembered.read(Audit::check);
        List<Audit.Entry> entries = remembered.read(handle -> Audit.latest(handle, Optional.ofNullable(subject), most));
        return new AuditView(
                found.text(),
                found.brokenAt(),
                entries.stream().map(AuditFeature::view).toList());
    }

    private static AuditView.EntryView view(Audit.Entry entry) {
        return new AuditView.EntryView(
                entry.sequence(),
                Moments.text(entry.at()),
                entry.person(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.hash());
    }
}
