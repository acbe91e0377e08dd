package io.bellwether.app.page;

import io.bellwether.app.advice.AdviceBoard;
import io.bellwether.app.page.AdviceView.FiltersView;
import io.bellwether.app.page.AdviceView.FindingView;
import io.bellwether.app.page.AdviceView.GroupView;
import io.bellwether.app.page.AdviceView.OptionView;
import io.bellwether.core.lint.Advice;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.lint.RuleCode;
import io.bellwether.core.source.Severity;
import io.bellwether.core.time.AsOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of advice in words: narrowed, in sheets of a hundred, each thing's findings together, the worst first. */
public final class AdviceText {
    /** More than a person reads at once, and little enough for a browser to show without a pause. */
    private static final int SHEET = 100;

    private static final int WAIVER_DAYS = 90;

    private AdviceText() {}

    /** A finding, and the waiver that takes it away. */
    private record Entry(Finding finding, Advice.@Nullable Waived waived) {}

    /** One sheet. */
    public static AdviceView view(AdviceBoard.Found found, AdviceFilter filter, AsOf asOf) {
        Advice advice = found.advice();
        List<Entry> all = filter.waived()
                ? advice.waived().stream().map(w -> new Entry(w.finding(), w)).toList()
                : advice.open().stream().map(f -> new Entry(f, null)).toList();
        List<Entry> shown =
                ordered(all.stream().filter(e -> filter.shows(e.finding())).toList());
        int sheets = Math.max(1, (shown.size() + SHEET - 1) / SHEET);
        int sheet = Math.clamp(filter.sheet(), 1, sheets);
        int from = (sheet - 1) * SHEET;
        List<Entry> here = shown.subList(from, Math.min(shown.size(), from + SHEET));
        return new AdviceView(
                asOf.text(),
                summary(advice, found.look()),
                found.look() == AdviceBoard.Look.RUNNING,
                note(found),
                filters(all),
                "Open " + number(advice.open().size()),
                "Waived " + number(advice.waived().size()),
                groups(here, asOf),
                here.isEmpty()
                        ? ""
                        : number(from + 1) + "–" + number(from + here.size()) + " of " + number(shown.size()),
                sheet,
                sheets);
    }

    private static String summary(Advice advice, AdviceBoard.Look look) {
        long warnings = advice.open().stream()
                .filter(f -> f.problem().severity() == Severity.WARNING)
                .count();
        long rest = advice.open().size() - warnings;
        if (advice.open().isEmpty()) {
            return look == AdviceBoard.Look.RUNNING ? "Nothing found in the definitions." : "No rule is broken.";
        }
        List<String> parts = new ArrayList<>();
        if (warnings > 0) {
            parts.add(number(warnings) + (warnings == 1 ? " warning" : " warnings"));
        }
        if (rest > 0) {
            parts.add(number(rest) + (rest == 1 ? " piece of advice" : " pieces of advice"));
        }
        return String.join(", ", parts) + ".";
    }

    private static @Nullable String note(AdviceBoard.Found found) {
        return switch (found.look()) {
            case DONE -> null;
            case RUNNING -> "The data is being looked at; what it tells comes in a moment.";
            case FAILED -> found.problem();
        };
    }

    /** Things with warnings first, then by their first finding's place in the files, as the advice is ordered. */
    private static List<Entry> ordered(List<Entry> entries) {
        Map<Finding.Subject, List<Entry>> groups = new LinkedHashMap<>();
        entries.forEach(e -> groups.computeIfAbsent(e.finding().subject(), s -> new ArrayList<>())
                .add(e));
        Comparator<Entry> bySeverity =
                Comparator.comparing(e -> e.finding().problem().severity());
        groups.values().forEach(group -> group.sort(bySeverity));
        return groups.values().stream()
                .sorted(Comparator.comparing(List::getFirst, bySeverity))
                .flatMap(List::stream)
                .toList();
    }

    private static FiltersView filters(List<Entry> all) {
        Map<String, Integer> severities = new TreeMap<>(Comparator.reverseOrder());
        Map<String, Integer> codes = new TreeMap<>();
        Map<String, Integer> owners = new TreeMap<>();
        for (Entry entry : all) {
            severities.merge(severity(entry.finding()), 1, Integer::sum);
            codes.merge(entry.finding().code(), 1, Integer::sum);
            if (entry.finding().owner() != null) {
                owners.merge(entry.finding().owner(), 1, Integer::sum);
            }
        }
        return new FiltersView(
                options(severities, s -> s.equals("warning") ? "Warnings" : "Advice"),
                options(codes, code -> code + " " + rule(code).title()),
                options(owners, owner -> owner));
    }

    private static List<OptionView> options(Map<String, Integer> counts, UnaryOperator<String> label) {
        return counts.entrySet().stream()
                .map(e -> new OptionView(e.getKey(), label.apply(e.getKey()) + " (" + number(e.getValue()) + ")"))
                .toList();
    }

    private static List<GroupView> groups(List<Entry> here, AsOf asOf) {
        Map<Finding.Subject, List<Entry>> groups = new LinkedHashMap<>();
        here.forEach(e -> groups.computeIfAbsent(e.finding().subject(), s -> new ArrayList<>())
                .add(e));
        List<GroupView> views = new ArrayList<>();
        groups.forEach((subject, entries) -> views.add(new GroupView(
                subject.kind().word(),
                subject.name(),
                subject.kind() == Finding.Kind.KPI ? "/kpi/" + subject.name() : null,
                entries.stream()
                        .map(e -> e.finding().owner())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                entries.stream().map(e -> view(e, asOf)).toList())));
        return views;
    }

    private static FindingView view(Entry entry, AsOf asOf) {
        Finding finding = entry.finding();
        RuleCode rule = rule(finding.code());
        var seen = DiagnosticView.of(finding.problem());
        Advice.Waived waived = entry.waived();
        return new FindingView(
                finding.code(),
                rule.title(),
                severity(finding),
                sentence(finding.problem().message()),
                finding.problem().fix(),
                rule.meaning() + " " + rule.mend(),
                seen.file() == null ? null : seen.file() + ":" + seen.line(),
                seen.excerpt(),
                finding.yaml(),
                waived == null && rule.isWaivable() ? waiver(finding, asOf) : null,
                waived == null ? null : Dates.day(waived.by().until()),
                waived == null ? null : waived.by().reason());
    }

    private static String waiver(Finding finding, AsOf asOf) {
        String name = finding.subject().name();
        String on = name.matches("[\\w.@-]+")
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return "waivers:\n  - { code: " + finding.code() + ", on: " + on + ", until: "
                + asOf.day().plusDays(WAIVER_DAYS) + ", reason: why this is all right until then }";
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    static String severity(Finding finding) {
        return finding.problem().severity().name().toLowerCase(Locale.ROOT);
    }

    private static RuleCode rule(String code) {
        return Stream.of(RuleCode.values())
                .filter(r -> r.id().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
