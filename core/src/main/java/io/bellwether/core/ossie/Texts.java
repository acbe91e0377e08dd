package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a question. A name of the model that SQL would not take, {@code Order Count}, may stand as the model
 * spells it; a name in double quotes is compared as it stands.
 */
final class Texts {
    /** Texts and names in quotes, which hold no name that is to be found. */
    private static final String QUOTES = "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"";

    private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")*\"|\\w+");

    private static final Pattern NAMES =
            Pattern.compile("'(?:[^']|'')*'|" + "(?:" + PART + ")(?:\\.(?:" + PART + "))*");

    private final Catalog catalog;
    private final @Nullable Pattern odd;

    Texts(Catalog catalog) {
        this.catalog = catalog;
        Set<String> names = new LinkedHashSet<>(catalog.metrics().keySet());
        catalog.datasets().forEach((name, dataset) -> {
            names.add(name);
            names.addAll(dataset.fields().keySet());
        });
        String all = names.stream()
                .filter(name -> !Identifiers.isRegular(name) && name.matches("\\w.*\\w"))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.odd = all.isEmpty() ? null : Pattern.compile(QUOTES + "|(?<!\\w)((?i:" + all + "))(?!\\w)");
    }

    /** @throws DiagnosticException where the text is no expression, or a name in quotes is none of the model */
    Expr parse(Excerpt text) {
        Expr parsed = Formula.parse(quoted(text));
        check(text);
        return parsed;
    }

    private Excerpt quoted(Excerpt text) {
        if (odd == null || !odd.matcher(text.text()).find()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        Matcher names = odd.matcher(text.text());
        int at = 0;
        while (names.find()) {
            boolean bare = names.group(1) != null;
            copy(text.text(), at, names.start(), out, places);
            add(bare ? "\"" : "", names.start(), out, places);
            copy(text.text(), names.start(), names.end(), out, places);
            add(bare ? "\"" : "", names.end(), out, places);
            at = names.end();
        }
        copy(text.text(), at, text.text().length(), out, places);
        places.add(text.text().length());
        return text.rewritten(
                out.toString(), places.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void copy(String text, int from, int to, StringBuilder out, List<Integer> places) {
        for (int at = from; at < to; at++) {
            out.append(text.charAt(at));
            places.add(at);
        }
    }

    private static void add(String text, int place, StringBuilder out, List<Integer> places) {
        out.append(text);
        if (!text.isEmpty()) {
            places.add(place);
        }
    }

    private void check(Excerpt text) {
        Matcher names = NAMES.matcher(text.text());
        while (names.find()) {
            if (names.group().indexOf('"') >= 0 && names.group().charAt(0) != '\'') {
                check(names.group(), text.span(names.start(), names.end()));
            }
        }
    }

    private void check(String name, Span place) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(name);
        while (part.find()) {
            parts.add(part.group());
        }
        if (parts.size() == 1) {
            check(parts.getFirst(), catalog.metrics().keySet(), place);
        } else if (parts.size() == 2) {
            check(parts.getFirst(), catalog.datasets().keySet(), place);
            String holder = Identifiers.plain(parts.getFirst());
            catalog.datasets().values().stream()
                    .filter(dataset -> dataset.name().equalsIgnoreCase(holder))
                    .map(Dataset::openNames)
                    .forEach(fields -> check(parts.getLast(), fields, place));
        }
    }

    /** A name that nothing of the model has in any case is told where it is looked up. */
    private static void check(String part, Collection<String> spelled, Span place) {
        String plain = Identifiers.plain(part);
        List<String> alike = spelled.stream().filter(plain::equalsIgnoreCase).toList();
        if (Identifiers.isQuoted(part)
                && !alike.isEmpty()
                && alike.stream().noneMatch(other -> Identifiers.means(plain, other))) {
            String message = "in double quotes a name is what it says, and nothing is called " + part;
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.UNKNOWN_NAME,
                    place,
                    message,
                    Nearest.fix(plain, alike).orElse(null)));
        }
    }
}
