package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the workspace is run, as written: who belongs to it, who is told what, where its memory is. */
public record OperationsDefinition(
        List<PersonDefinition> people,
        List<AlertDefinition> alerts,
        List<WaiverDefinition> waivers,
        @Nullable StoreDefinition store,
        @Nullable MailDefinition mail,
        @Nullable DigestDefinition digest,
        List<Located<String>> privateHosts,
        @Nullable Located<TemporalAmount> removedAfter) {
    /** Nobody and nothing. */
    public static final OperationsDefinition NONE =
            new OperationsDefinition(List.of(), List.of(), List.of(), null, null, null, List.of(), null);

    /** @param email who they are, everywhere: owners are named by it */
    public record PersonDefinition(
            Located<String> email,
            @Nullable Located<String> name,
            @Nullable Located<String> team,
            @Nullable Located<String> timeZone) {}

    /**
     * @param on KPIs, metrics, datasets or objectives by name
     * @param when what happens
     * @param moments of {@code fail}, {@code recover} and {@code error} those that are told; null for all
     */
    public record AlertDefinition(
            @Nullable Located<String> name,
            List<Located<String>> on,
            WhenDefinition when,
            List<ChannelDefinition> to,
            @Nullable List<Located<String>> moments,
            @Nullable Located<TemporalAmount> renotifyAfter,
            @Nullable QuietHours quietHours,
            Span span) {}

    /**
     * @param form {@code status}, {@code anomaly}, {@code data}, {@code above}, {@code below}, {@code change} or
     *     {@code probability_below}
     * @param amount behind a form that has one
     * @param compare what a change is against
     * @param minimum the least volume at which a change counts
     */
    public record WhenDefinition(
            Located<String> form,
            @Nullable Located<Quantity> amount,
            @Nullable Located<String> compare,
            @Nullable Located<Quantity> minimum) {}

    /** @param kind {@code email}, {@code webhook}, {@code slack} or {@code teams} */
    public record ChannelDefinition(
            Located<String> kind,
            Located<String> address,
            @Nullable Located<String> secret) {}

    /** Every day from one time to another, over midnight where the second is the earlier. */
    public record QuietHours(LocalTime from, LocalTime to, Span span) {}

    /** A rule that is known not to hold, why, and until when that is all right. */
    public record WaiverDefinition(
            Located<String> code,
            @Nullable Located<String> on,
            Located<String> reason,
            Located<LocalDate> until,
            Span span) {}

    /** Where the memory is, if not in the folder. */
    public record StoreDefinition(
            Located<String> url,
            @Nullable Located<String> user,
            @Nullable Located<String> password) {}

    /** @param security {@code none}, {@code starttls} or {@code tls} */
    public record MailDefinition(
            Located<String> host,
            @Nullable Located<Quantity> port,
            @Nullable Located<String> security,
            Located<String> from,
            @Nullable Located<String> user,
            @Nullable Located<String> password) {}

    /** When digests go out, by the workspace's clock. */
    public record DigestDefinition(
            @Nullable LocalTime daily,
            @Nullable LocalTime weekly,
            @Nullable Located<String> weekday) {}
}
