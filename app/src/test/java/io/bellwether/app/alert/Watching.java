package io.bellwether.app.alert;

import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Alert.Moment;
import io.bellwether.core.catalog.Alert.QuietHours;
import io.bellwether.core.catalog.Alert.Subject;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.catalog.Workspace;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Calendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A workspace's catalog with alerts, without data: what is seen is said by the test. */
final class Watching {
    static final Subject REVENUE = new Subject(Subject.Kind.METRIC, "revenue");

    private Watching() {}

    static Alert alert(
            String name, Set<Moment> moments, @Nullable Duration again, @Nullable QuietHours quiet, Channel... to) {
        Span span = new Span(new SourceFile("alerts.yml", "alerts: []"), 0, 6);
        return new Alert(name, List.of(REVENUE), new Alert.When.Anomaly(), List.of(to), moments, again, quiet, span);
    }

    static Alert alert(String name, Channel... to) {
        return alert(name, EnumSet.allOf(Moment.class), null, null, to);
    }

    static Channel mail(String address) {
        return new Channel(Channel.Kind.EMAIL, address, null);
    }

    static Alerts alerts(Supplier<Store> store, Supplier<Verdict> verdict) {
        return new Alerts(
                store,
                (catalog, asOf, at, receiver) -> (alert, subject) -> verdict.get(),
                Breaches.NONE,
                new Links("http://kpi.example.com/"));
    }

    /** An empty workspace in Berlin with these alerts, and Maria in Tokyo. */
    static Catalog catalog(Alert... alerts) {
        Span span = new Span(new SourceFile("a.yml", "people: []"), 0, 6);
        var maria = new Person("maria@example.com", "Maria", null, ZoneId.of("Asia/Tokyo"), span);
        var calendar = new Calendar(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, Month.JANUARY);
        var workspace = new Workspace("Shop", "EUR", calendar, Kpi.Thresholds.STANDARD, List.of(), null);
        var operations = new Operations(
                Map.of(maria.email(), maria),
                List.of(alerts),
                List.of(),
                null,
                null,
                Operations.Digests.STANDARD,
                List.of("localhost"),
                Operations.MOMENT);
        return new Catalog(
                workspace, Map.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), operations);
    }
}
