package io.bellwether.app.promise;

import io.bellwether.app.store.Store;
import io.bellwether.app.store.Stores;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.judge.Status;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that closes periods and decides until it is killed, and says each time that it has done so. */
public final class ClosingWriter {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final int AT_ONCE = 5;
    private static final int AGAIN = 20;

    private ClosingWriter() {}

    /** {@code ClosingWriter FILE}: goes on where the store says that the one before it was killed. */
    public static void main(String[] arguments) {
        try (Store store = Stores.sqlite(Path.of(arguments[0]))) {
            ClosingBook book = new ClosingBook(store);
            Decisions decisions = new Decisions(store);
            Person maria = new Person("maria@example.com", "Maria", null, null, Exprs.NOWHERE);
            for (int next = book.of("sales").size(); ; next += AT_ONCE) {
                // A run after a crash looks at what closed before it too.
                book.keep(closings(Math.max(0, next - AGAIN), next + AT_ONCE), List.of(), AT);
                System.out.println("closed " + (next + AT_ONCE));
                decisions.record(Decisions.Decided.only("sales", "keep", "after " + (next + AT_ONCE)), maria, AT);
                System.out.println("decided " + (next + AT_ONCE));
            }
        }
    }

    static List<Closing> closings(int from, int to) {
        List<Closing> closings = new ArrayList<>();
        for (int i = from; i < to; i++) {
            LocalDateTime start = LocalDateTime.of(1900, 1, 1, 0, 0).plusDays(i);
            var stand = new Closing.Stand(BigDecimal.valueOf(i), null, null, Status.ON_TRACK, AT);
            closings.add(
                    new Closing("sales", Closing.Kind.PERIOD, "" + i, start, start.plusDays(1), 1, stand, List.of()));
        }
        return closings;
    }
}
