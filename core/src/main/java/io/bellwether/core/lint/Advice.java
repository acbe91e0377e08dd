package io.bellwether.core.lint;

import io.bellwether.core.catalog.Operations.Waiver;
import io.bellwether.core.lint.Finding.Kind;
import io.bellwether.core.lint.Finding.Subject;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a day, with what somebody has answered for set apart.
 *
 * @param open by file and place; what is wrong with the waivers themselves is among it
 * @param waived what a waiver takes away for now
 */
public record Advice(List<Finding> open, List<Waived> waived) {
    private static final Comparator<@Nullable Span> BY_PLACE = Comparator.nullsFirst(
            Comparator.comparing((Span span) -> span.file().path()).thenComparing(Span::start));
    private static final Comparator<Finding> ORDER = Comparator.<Finding, @Nullable Span>comparing(
                    finding -> finding.problem().span(), BY_PLACE)
            .thenComparing(Finding::code);

    /** A finding that somebody has answered for. */
    public record Waived(Finding finding, Waiver by) {}

    /** Nothing found. */
    public static final Advice NONE = new Advice(List.of(), List.of());

    public Advice {
        open = List.copyOf(open);
        waived = List.copyOf(waived);
    }

    /**
     * @param withData whether the rules that need data have spoken too; else their waivers may seem to be without use
     * @param today what waivers' last days are held against
     */
    public static Advice of(List<Finding> found, List<Waiver> waivers, boolean withData, LocalDate today) {
        Map<String, List<Waiver>> holding = new HashMap<>();
        waivers.stream()
                .filter(waiver -> waiver.holds(today))
                .forEach(w -> holding.computeIfAbsent(w.code(), c -> new ArrayList<>())
                        .add(w));
        Set<Waiver> used = new HashSet<>();
        List<Finding> open = new ArrayList<>();
        List<Waived> waived = new ArrayList<>();
        for (Finding finding : found) {
            List<Waiver> matching = holding.getOrDefault(finding.code(), List.of()).stream()
                    .filter(waiver -> isAbout(waiver, finding))
                    .toList();
            used.addAll(matching);
            if (matching.isEmpty()) {
                open.add(finding);
            } else {
                waived.add(new Waived(finding, matching.getFirst()));
            }
        }
        waivers.stream()
                .filter(waiver -> !waiver.holds(today))
                .map(Advice::expired)
                .forEach(open::add);
        holding.values().stream()
                .flatMap(List::stream)
                .filter(waiver -> !used.contains(waiver) && hasSpoken(waiver, withData))
                .map(waiver -> idle(waiver, found))
                .forEach(open::add);
        open.sort(ORDER);
        waived.sort(Comparator.comparing(Waived::finding, ORDER));
        return new Advice(open, waived);
    }

    private static boolean isAbout(Waiver waiver, Finding finding) {
        return waiver.on() == null || waiver.on().equals(finding.subject().name());
    }

    private static boolean hasSpoken(Waiver waiver, boolean withData) {
        return withData
                || RuleCode.of(waiver.code()).filter(RuleCode::needsData).isEmpty();
    }

    private static Finding expired(Waiver waiver) {
        String message =
                "the waiver of " + named(waiver) + " ended on " + waiver.until() + " (" + waiver.reason() + ")";
        return finding(waiver, RuleCode.W101.at(waiver.span(), message, "mend what it was for, or decide anew"));
    }

    private static Finding idle(Waiver waiver, List<Finding> found) {
        Set<String> names = new LinkedHashSet<>();
        found.stream()
                .filter(finding -> finding.code().equals(waiver.code()))
                .forEach(finding -> names.add(finding.subject().name()));
        String fix = waiver.on() == null
                ? "remove it"
                : Nearest.of(waiver.on(), names)
                        .map(near -> "did you mean on: " + near + "?")
                        .orElse("remove it");
        String message = "the waiver of " + named(waiver) + " takes nothing away";
        return finding(waiver, RuleCode.W102.at(waiver.span(), message, fix));
    }

    private static String named(Waiver waiver) {
        return waiver.code() + (waiver.on() == null ? "" : " on \"" + waiver.on() + "\"");
    }

    private static Finding finding(Waiver waiver, Diagnostic problem) {
        String name = waiver.on() == null ? waiver.code() : waiver.on();
        return new Finding(problem, new Subject(Kind.WAIVER, name), null, null);
    }

    /** The problems that are open, for those who only want these. */
    public List<Diagnostic> problems() {
        return open.stream().map(Finding::problem).toList();
    }
}
