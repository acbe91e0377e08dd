package io.bellwether.core.definition;

import org.jspecify.annotations.Nullable;

/** Reads one item of {@code events}. */
final class EventReader {
    private EventReader() {}

    static @Nullable EventDefinition read(Keys keys) {
        var date = Amounts.date(keys.text("date"), keys.problems());
        var label = keys.text("label");
        var kind = keys.text("kind");
        keys.missing("date", "2026-11-30");
        keys.missing("label", "what happened");
        return date == null || label == null ? null : new EventDefinition(date.value(), label, kind, date.span());
    }
}
