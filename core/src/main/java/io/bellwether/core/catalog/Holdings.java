package io.bellwether.core.catalog;

import io.bellwether.core.definition.DatasetDefinition;
import io.bellwether.core.definition.DatasetDefinition.HoldingDefinition;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.time.Grain;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/** Which field of a dataset is its time, and what its rows stand for. */
record Holdings(Known known, Dataset dataset) {
    /** {@code time: none}: rows have no time and hold always. */
    private static final String NONE = "none";

    /** @param time the name of the field, or null */
    record Found(@Nullable String time, Dataset.Holding holding) {}

    Found of(DatasetDefinition definition) {
        Located<String> time = definition.time();
        HoldingDefinition holding = definition.holding();
        boolean always =
                time != null && time.value().equals(NONE) && dataset.field(NONE).isEmpty();
        String field = always ? null : time(time);
        checkLoad(definition, always);
        return new Found(
                field,
                new Dataset.Holding(
                        covers(holding.covers(), field),
                        always,
                        time(holding.loadedAt()),
                        DatasetResolver.value(holding.settlesAfter())));
    }

    /** Rows that hold always are as fresh as their last load; others as their own times. */
    private void checkLoad(DatasetDefinition definition, boolean always) {
        Located<String> loaded = definition.holding().loadedAt();
        Located<TemporalAmount> every = definition.expectedEvery();
        if (loaded != null && !always) {
            String message = "\"loaded_at\" is for rows that hold always; others are as fresh as their own times";
            known.problems().add(Code.APART, loaded.span(), message, "say time: none, or take loaded_at away");
        }
        if (always && loaded == null && every != null && !every.value().equals(Period.ZERO)) {
            String message = "\"expected_every\" has no effect: rows that hold always do not say when they came";
            known.problems().add(Code.APART, every.span(), message, "name the field that does with loaded_at:");
        }
        Located<TemporalAmount> settles = definition.holding().settlesAfter();
        if (settles != null && always) {
            String message = "\"settles_after\" has no effect: rows that hold always belong to no period";
            known.problems().add(Code.APART, settles.span(), message, "take it away");
        }
    }

    /** A field that says when. */
    @Nullable
    String time(@Nullable Located<String> time) {
        Field field = time == null ? null : known.field(dataset, time.value(), time.span());
        if (time == null || field == null) {
            return null;
        }
        if (!field.type().isTemporal() && field.type() != Type.OTHER) {
            String message = "\"" + field.name() + "\" is " + Types.word(field.type()) + ", not a date or timestamp";
            known.problems().add(Code.TIME_TYPE, time.span(), message, "describe it under fields with type: timestamp");
        }
        return field.name();
    }

    /** Days are days of the workspace; an instant lies in no period of its own. */
    private @Nullable Grain covers(@Nullable Located<Grain> covers, @Nullable String time) {
        if (covers == null) {
            return null;
        }
        Field field = time == null ? null : dataset.field(time).orElseThrow();
        boolean days = field != null && (field.type() == Type.DATE || field.type() == Type.TIMESTAMP);
        if (!days) {
            String message = "\"covers\" needs a time: that is a date, the period lies around it";
            known.problems().add(Code.APART, covers.span(), message, "name a date with time:, or take covers away");
            return null;
        }
        return covers.value();
    }
}
