package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Problems;
import io.bellwether.core.time.WeekPattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads name, time zone, currency, calendar and thresholds, each of which may stand in one file only. */
final class SettingsReader {
    private final Problems problems;
    private final Map<String, String> first = new HashMap<>();
    private @Nullable Located<String> name;
    private @Nullable Located<ZoneId> zone;
    private @Nullable Located<String> currency;
    private @Nullable DayOfWeek weekStarts;
    private @Nullable Month fiscalYearStarts;
    private @Nullable WeekPattern pattern;
    private @Nullable ThresholdsDefinition thresholds;
    private List<CalendarTableDefinition> calendarTables = List.of();
    private WorkspaceDefinition.@Nullable RollupsDefinition rollups;
    private OperationsDefinition.@Nullable StoreDefinition store;
    private OperationsDefinition.@Nullable MailDefinition mail;
    private OperationsDefinition.@Nullable DigestDefinition digest;
    private List<Located<String>> privateHosts = List.of();
    private @Nullable Located<TemporalAmount> removedAfter;

    SettingsReader(Problems problems) {
        this.problems = problems;
    }

    void read(Keys keys) {
        if (isFirst(keys, "name")) {
            name = keys.text("name");
        }
        if (isFirst(keys, "time_zone")) {
            zone = zone(keys.text("time_zone"));
        }
        if (isFirst(keys, "currency")) {
            currency = currency(keys.text("currency"));
        }
        if (isFirst(keys, "calendar")) {
            calendar(keys);
        }
        if (isFirst(keys, "rollups")) {
            rollups = RefreshReader.rollups(keys);
        }
        if (isFirst(keys, "thresholds")) {
            thresholds = thresholds(keys);
        }
        operations(keys);
    }

    private void operations(Keys keys) {
        if (isFirst(keys, "store")) {
            store = OperationsReader.store(keys);
        }
        if (isFirst(keys, "mail")) {
            mail = OperationsReader.mail(keys);
        }
        if (isFirst(keys, "digest")) {
            digest = OperationsReader.digest(keys);
        }
        if (isFirst(keys, "allow_private_hosts")) {
            privateHosts = keys.texts("allow_private_hosts");
        }
        if (isFirst(keys, "removed_after")) {
            removedAfter = Amounts.length(keys, "removed_after");
        }
    }

    private boolean isFirst(Keys keys, String key) {
        if (!keys.has(key)) {
            return false;
        }
        var place = keys.keySpan(key);
        String before = first.putIfAbsent(key, String.valueOf(place));
        if (before != null) {
            String message = "\"" + key + "\" is set twice for the workspace";
            problems.add(Code.DUPLICATE_NAME, place, message, "the first is at " + before + "; keep one");
        }
        return before == null;
    }

    private @Nullable Located<ZoneId> zone(@Nullable Located<String> text) {
        if (text == null) {
            return null;
        }
        try {
            return new Located<>(ZoneId.of(text.value()), text.span());
        } catch (DateTimeException e) {
            String fix = Nearest.of(text.value(), ZoneId.getAvailableZoneIds())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("write it as Europe/London");
            problems.add(Code.UNKNOWN_WORD, text.span(), "no time zone \"" + text.value() + "\"", fix);
            return null;
        }
    }

    private @Nullable Located<String> currency(@Nullable Located<String> text) {
        if (text == null) {
            return null;
        }
        List<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .toList();
        if (codes.contains(text.value())) {
            return text;
        }
        String fix = codes.contains(text.value().toUpperCase(Locale.ROOT))
                ? "write " + text.value().toUpperCase(Locale.ROOT)
                : "write an ISO 4217 code such as EUR, GBP, USD";
        problems.add(Code.UNKNOWN_WORD, text.span(), "no currency \"" + text.value() + "\"", fix);
        return text;
    }

    private void calendar(Keys workspace) {
        Node node = workspace.node("calendar");
        Keys keys = node == null ? null : Keys.of(node, "the calendar", problems);
        if (keys == null) {
            return;
        }
        Located<String> week = keys.word("week_starts", words(DayOfWeek.values()));
        weekStarts = week == null ? null : DayOfWeek.valueOf(week.value().toUpperCase(Locale.ROOT));
        Located<String> year = keys.word("fiscal_year_starts", words(Month.values()));
        fiscalYearStarts = year == null ? null : Month.valueOf(year.value().toUpperCase(Locale.ROOT));
        calendarTables = CalendarReader.tables(keys);
        pattern = PatternReader.pattern(keys, week, year);
        keys.finish();
    }

    static @Nullable ThresholdsDefinition thresholds(Keys holder) {
        Node node = holder.node("thresholds");
        Keys keys = node == null ? null : Keys.of(node, "thresholds", holder.problems());
        if (keys == null) {
            return null;
        }
        var read = new ThresholdsDefinition(Amounts.quantity(keys, "on_track"), Amounts.quantity(keys, "at_risk"));
        keys.finish();
        return read;
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    }

    OperationsDefinition operations(
            List<OperationsDefinition.PersonDefinition> people,
            List<OperationsDefinition.AlertDefinition> alerts,
            List<OperationsDefinition.WaiverDefinition> waivers) {
        return new OperationsDefinition(
                List.copyOf(people),
                List.copyOf(alerts),
                List.copyOf(waivers),
                store,
                mail,
                digest,
                privateHosts,
                removedAfter);
    }

    WorkspaceDefinition finish() {
        return new WorkspaceDefinition(
                name, zone, currency, weekStarts, fiscalYearStarts, pattern, thresholds, calendarTables, rollups);
    }
}
