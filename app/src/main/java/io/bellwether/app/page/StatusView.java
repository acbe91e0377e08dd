package io.bellwether.app.page;

import io.bellwether.core.judge.Status;
import io.bellwether.core.judge.Status.Tone;

/** A status for the pages: a word, a shape and a tone; never only a colour. */
public record StatusView(Status word, String label, String glyph, Tone tone) {
    /** Where nothing is judged. */
    static final StatusView NOTHING = new StatusView(
            Status.NOT_STARTED, "Nothing judged yet", Status.NOT_STARTED.glyph(), Status.NOT_STARTED.tone());

    public static StatusView of(Status status) {
        return new StatusView(status, status.label(), status.glyph(), status.tone());
    }
}
