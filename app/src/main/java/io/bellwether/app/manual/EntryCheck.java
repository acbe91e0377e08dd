package io.bellwether.app.manual;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.ValueText;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries to values: periods of the calendar, known members, numbers in the metric's unit, each cell once. */
final class EntryCheck {
    /** Digits after the point that are kept exactly. */
    static final int SCALE = 12;

    /** Far more than anything counts, and far less than would not add up. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

    private static final int LONGEST = 200;

    private final ManualMetric metric;
    private final LocalDateTime now;
    private final Map<Value.Cell, String> seen = new HashMap<>();

    /** @param now after which no period may begin */
    EntryCheck(ManualMetric metric, LocalDateTime now) {
        this.metric = metric;
        this.now = now;
    }

    /** Null, with problems, where anything is wrong. */
    @Nullable
    Value check(Entry entry, List<Diagnostic> problems) {
        int before = problems.size();
        Period period = period(entry, problems);
        List<String> members = members(entry, problems);
        BigDecimal number = entry.value() == null ? null : number(entry, entry.value(), problems);
        String reason = reason(entry, problems);
        if (period == null || problems.size() > before) {
            return null;
        }
        var value = new Value(period.label(), period.start().toLocalDate(), members, number, reason);
        String first = seen.putIfAbsent(value.cell(), entry.place().of(""));
        if (first != null) {
            problems.add(problem("P825", entry, "", "the same period and members as " + first, "keep one of them"));
            return null;
        }
        return value;
    }

    private @Nullable Period period(Entry entry, List<Diagnostic> problems) {
        String text = entry.period().strip();
        Optional<Period> found =
                metric.calendar().parse(text).flatMap(this::fitting).or(() -> firstDay(text));
        if (found.isEmpty()) {
            String example =
                    metric.calendar().period(now, metric.source().every()).label();
            String message = "\"" + shortened(text) + "\" is not a " + word();
            problems.add(problem("P822", entry, "period", message, "write it as " + example));
            return null;
        }
        if (found.get().start().isAfter(now)) {
            String message = "\"" + shortened(text) + "\" has not begun";
            problems.add(problem("P822", entry, "period", message, "give values of periods that have"));
            return null;
        }
        if (found.get().start().getYear() < 1900) {
            problems.add(problem("P822", entry, "period", "\"" + text + "\" is too long ago", "check the year"));
            return null;
        }
        return found.get();
    }

    private Optional<Period> fitting(Period period) {
        Period own = metric.calendar().period(period.start(), metric.source().every());
        return own.equals(period) ? Optional.of(period) : Optional.empty();
    }

    /** Spreadsheets make 2026-10-01 of 2026-10. */
    private Optional<Period> firstDay(String text) {
        try {
            LocalDateTime day = LocalDate.parse(text).atStartOfDay();
            return Optional.of(metric.calendar().period(day, metric.source().every()))
                    .filter(period -> period.start().equals(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String word() {
        Grain every = metric.source().every();
        return every.word().replace('_', ' ');
    }

    private List<String> members(Entry entry, List<Diagnostic> problems) {
        List<String> names = metric.by().stream().map(DataSource.By::name).toList();
        for (String given : entry.where().keySet()) {
            if (!names.contains(given)) {
                String fix = names.isEmpty()
                        ? "leave it out: its values are of periods alone"
                        : Nearest.fix(given, names).orElse("they are of " + String.join(", ", names));
                String message = "values of " + metric.name() + " are of no \"" + shortened(given) + "\"";
                problems.add(problem("P823", entry, given, message, fix));
            }
        }
        return metric.by().stream().map(by -> member(by, entry, problems)).toList();
    }

    private String member(DataSource.By by, Entry entry, List<Diagnostic> problems) {
        String text = entry.where().getOrDefault(by.name(), "").strip();
        if (text.isEmpty()) {
            String fix = by.members().isEmpty() ? "say which one" : "one of " + several(by.members());
            problems.add(problem("P823", entry, by.name(), "the " + by.name() + " is missing", fix));
        } else if (!by.members().isEmpty() && !by.members().contains(text)) {
            String fix = Nearest.of(text, by.members())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("one of " + several(by.members()));
            String message = "no " + by.name() + " named \"" + shortened(text) + "\"";
            problems.add(problem("P823", entry, by.name(), message, fix));
        } else if (by.members().isEmpty() && !isPlain(text)) {
            String message = "\"" + shortened(text) + "\" cannot be a " + by.name();
            String fix = "at most " + LONGEST + " characters on one line that begin like no formula (= + - @)";
            problems.add(problem("P823", entry, by.name(), message, fix));
        }
        return text;
    }

    /** What a spreadsheet would run, or a terminal obey, is nobody's name. */
    private static boolean isPlain(String text) {
        return text.length() <= LONGEST
                && "=+-@".indexOf(text.charAt(0)) < 0
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private @Nullable BigDecimal number(Entry entry, String text, List<Diagnostic> problems) {
        if (text.isBlank()) {
            problems.add(problem("P824", entry, "value", "the value is missing", "give one, or leave all of it out"));
            return null;
        }
        ValueText.Read read = ValueText.read(text, metric.unit());
        if (read.number() == null) {
            problems.add(problem("P824", entry, "value", String.valueOf(read.problem()), read.fix()));
            return null;
        }
        BigDecimal number = read.number().stripTrailingZeros();
        if (number.abs().compareTo(LARGEST) >= 0) {
            problems.add(
                    problem("P824", entry, "value", "the number is too large to be kept", "write less than 10^18"));
            return null;
        }
        if (number.scale() > SCALE && !(metric.unit() instanceof Unit.Duration)) {
            String message = "the number has more than " + SCALE + " digits after the point";
            problems.add(problem("P824", entry, "value", message, "round it"));
            return null;
        }
        // A minute in hours has no end.
        BigDecimal kept = number.scale() > SCALE ? number.setScale(SCALE, RoundingMode.HALF_EVEN) : number;
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }

    private @Nullable String reason(Entry entry, List<Diagnostic> problems) {
        String reason = entry.reason();
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.strip().length() > 1_000) {
            problems.add(problem("P826", entry, "reason", "the reason is too long", "at most 1,000 characters"));
        }
        return reason.strip();
    }

    private static String several(List<String> members) {
        return String.join(", ", members.subList(0, Math.min(12, members.size())));
    }

    static Diagnostic problem(String code, Entry entry, String part, String message, @Nullable String fix) {
        return Diagnostic.error(code, null, entry.place().of(part) + ": " + message, fix);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
