package io.bellwether.app.alert;

import io.bellwether.app.message.BackOff;
import io.bellwether.app.message.HookCarrier;
import io.bellwether.app.message.Postman;
import io.bellwether.app.store.Moments;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.Stores;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.jdbc.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A server that is going to be killed: alerts flip at random, each is told to a hook, each acknowledged one is printed. */
public final class AlertChild {
    private static final Duration LEASE = Duration.ofSeconds(2);

    private AlertChild() {}

    public static void main(String[] arguments) {
        Store store = Stores.sqlite(Path.of(arguments[0]));
        Catalog catalog = catalog(Integer.parseInt(arguments[1]));
        Postman postman = postman(store, catalog);
        postman.start();
        Alerts alerts = Watching.alerts(
                () -> store,
                () -> ThreadLocalRandom.current().nextBoolean()
                        ? new Verdict.Holds("low", "It was low.")
                        : new Verdict.Fine("It is fine."));
        System.out.println("ready");
        while (true) {
            Instant at = Instant.now();
            if (alerts.look(catalog, AsOf.date(LocalDate.of(2026, 11, 14)), at).told() > 0) {
                System.out.println("told " + Moments.text(at));
            }
        }
    }

    static Catalog catalog(int port) {
        Channel hook = new Channel(Channel.Kind.WEBHOOK, "http://localhost:" + port + "/", "${env:SECRET}");
        return Watching.catalog(Watching.alert("Odd", hook), Watching.alert("Even", hook));
    }

    static Postman postman(Store store, Catalog catalog) {
        var hooks = new HookCarrier(new Secrets(Map.of("SECRET", "x7y8z9"), Path.of("")), catalog::operations);
        var backOff = new BackOff(Duration.ofMillis(50), Duration.ofMillis(200), 1_000, () -> 1);
        return new Postman(() -> store, hooks, backOff, InstantSource.system(), LEASE);
    }
}
