package io.bellwether.app.alert;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an alert stands for one thing and one receiver, and what the receiver was told last.
 *
 * @param since when it began to stand so
 * @param text what was seen when it did
 * @param toldAt null where nothing was told yet
 * @param version counts what was written of it
 */
public record Standing(
        String alert,
        String subject,
        String receiver,
        String state,
        String mark,
        Instant since,
        String text,
        String told,
        String toldMark,
        @Nullable Instant toldAt,
        long version) {
    /** Whether it holds. */
    public enum State {
        OK,
        FAILING,
        ERROR
    }

    static Standing unseen(String alert, String subject, String receiver, Instant at) {
        return new Standing(alert, subject, receiver, State.OK.name(), "", at, "", State.OK.name(), "", null, 0);
    }

    public State now() {
        return State.valueOf(state);
    }

    State lastTold() {
        return State.valueOf(told);
    }

    /** What tells it from all others, in a key. */
    String key() {
        return alert + "|" + subject + "|" + receiver;
    }

    Standing seen(Verdict verdict, Instant at) {
        State next = state(verdict);
        String kind = verdict instanceof Verdict.Holds holds ? holds.mark() : "";
        if (version > 0 && next == now() && kind.equals(mark)) {
            return this;
        }
        return new Standing(
                alert, subject, receiver, next.name(), kind, at, text(verdict), told, toldMark, toldAt, version + 1);
    }

    /** The receiver knows now, whether by a message or because such messages are not wanted. */
    Standing told(Instant at) {
        return new Standing(alert, subject, receiver, state, mark, since, text, state, mark, at, version + 1);
    }

    /** Nothing is watched, and nobody waits for a word. */
    Standing resting(Instant at) {
        return now() == State.OK && lastTold() == State.OK
                ? this
                : new Standing(
                        alert,
                        subject,
                        receiver,
                        State.OK.name(),
                        "",
                        at,
                        "",
                        State.OK.name(),
                        "",
                        toldAt,
                        version + 1);
    }

    boolean isNews() {
        return !state.equals(told) || (now() == State.FAILING && !mark.equals(toldMark));
    }

    /** The word in JSON. */
    public String word() {
        return state.toLowerCase(Locale.ROOT);
    }

    private static State state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds _ -> State.FAILING;
            case Verdict.Unknown _ -> State.ERROR;
            case Verdict.Fine _, Verdict.Resting _ -> State.OK;
        };
    }

    private static String text(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds holds -> holds.text();
            case Verdict.Unknown unknown -> unknown.text();
            case Verdict.Fine fine -> fine.text();
            case Verdict.Resting _ -> "";
        };
    }
}
