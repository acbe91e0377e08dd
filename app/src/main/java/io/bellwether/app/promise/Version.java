package io.bellwether.app.promise;

import io.bellwether.core.catalog.Kpi;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI promised from a day on.
 *
 * @param number counts from 1
 * @param state whether the KPI stood in the files then
 * @param promise as {@link Promised#json} writes it; of a removed KPI what it promised last
 * @param effective the first day on which it holds
 * @param author an e-mail address, or {@value #UNKNOWN}
 * @param reason why, also where that was said later; or null
 * @param fileReason what {@code reason:} said in the file then, whether or not it was this change's
 * @param change one sentence: what is different from the version before
 * @param moved whether it is judged differently than by the version before
 * @param insideOpen whether it was moved while a timeframe of the version before was open
 * @param decision the decision that it came from, or null
 */
public record Version(
        String kpi,
        int number,
        State state,
        Kpi.Lifecycle lifecycle,
        String promise,
        LocalDate effective,
        Instant recordedAt,
        String author,
        @Nullable String reason,
        @Nullable String fileReason,
        String change,
        boolean moved,
        boolean insideOpen,
        @Nullable Long decision) {
    /** The author where nobody is known. */
    public static final String UNKNOWN = "unknown";

    /** Whether a KPI stood in the files. */
    public enum State {
        PROMISED,
        REMOVED
    }

    /** What judging needs of one, with nothing said of who made it and why. */
    static Version bare(String kpi, int number, String promise, LocalDate effective) {
        return new Version(
                kpi,
                number,
                State.PROMISED,
                Kpi.Lifecycle.ACTIVE,
                promise,
                effective,
                Instant.EPOCH,
                UNKNOWN,
                null,
                null,
                "",
                false,
                false,
                null);
    }

    /** What it promised. */
    public Promised promised() {
        return Promised.read(promise);
    }

    /** Whether the goalposts moved inside an open timeframe, and nobody said why. */
    public boolean isUnreasoned() {
        return insideOpen && reason == null;
    }
}
