package io.bellwether.app.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a KPI on a day, beside what it stood at then.
 *
 * @param day in the workspace's zone
 * @param confidence 0 to 10 that the target will be met, or null where a review left it open
 * @param note what is behind the number, or null
 * @param status the judged one, as {@link Standing#status} reads it, or null
 * @param review the review that it was said in, or null
 * @param corrects the first of those that it is the newest of, or null for a first one
 */
public record CheckIn(
        long id,
        Instant at,
        String person,
        String kpi,
        LocalDate day,
        String comment,
        @Nullable Integer confidence,
        @Nullable String note,
        @Nullable String status,
        @Nullable BigDecimal value,
        String valueText,
        String windowText,
        @Nullable Long review,
        @Nullable Long corrects) {
    /** What is said anew. */
    public record Said(
            String comment,
            @Nullable Integer confidence,
            @Nullable String note) {
        /** The same, if it can be kept. */
        public Said checked() {
            if (confidence != null && (confidence < 0 || confidence > 10)) {
                throw Refusal.confidence();
            }
            return new Said(Texts.text("the comment", comment), confidence, Texts.optional("the note", note));
        }
    }

    /** The number that all its corrections go by. */
    public long first() {
        return corrects == null ? id : corrects;
    }

    static CheckIn of(Author author, Said said, Standing standing, @Nullable Long review) {
        return new CheckIn(
                0,
                author.at(),
                author.by(),
                standing.kpi(),
                author.day(),
                said.comment(),
                said.confidence(),
                said.note(),
                standing.statusWord(),
                standing.value(),
                standing.valueText(),
                standing.windowText(),
                review,
                null);
    }

    CheckIn corrected(Instant when, Said said) {
        return new CheckIn(
                0,
                when,
                person,
                kpi,
                day,
                said.comment(),
                said.confidence(),
                said.note(),
                status,
                value,
                valueText,
                windowText,
                review,
                first());
    }
}
