package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Comparison;
import io.bellwether.core.time.Period;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link QuestionText} against a catalog; finds all its problems at once. */
public final class QuestionParser {
    private static final Pattern PERIODS_AGO = Pattern.compile("([1-9]\\d{0,3})_ago");

    private final Catalog catalog;
    private final Conditions conditions;
    private final Names others;
    private final List<Diagnostic> problems = new ArrayList<>();

    /** Reads the text of a row condition. */
    public interface Conditions {
        /**
         * @param scope the datasets whose fields may be named without the dataset
         * @throws DiagnosticException where the text is not such a condition
         */
        Expr read(String text, Set<String> scope);
    }

    /** Reads what other tools call things; asked before our own names are. */
    public interface Names {
        /**
         * @param homes the datasets that the metrics aggregate
         * @return empty where the name is none of theirs
         */
        Optional<Dimension> dimension(String name, Set<String> homes, List<String> metrics);
    }

    public QuestionParser(Catalog catalog, Conditions conditions) {
        this(catalog, conditions, (name, homes, metrics) -> Optional.empty());
    }

    public QuestionParser(Catalog catalog, Conditions conditions, Names others) {
        this.catalog = catalog;
        this.conditions = conditions;
        this.others = others;
    }

    /**
     * @param completeBefore up to where the data is complete, for like-for-like comparisons
     * @throws DiagnosticException with everything that is wrong
     */
    public Question parse(QuestionText text, AsOf asOf, LocalDateTime completeBefore) {
        problems.clear();
        List<MetricUse> metrics = uses(text);
        Set<String> homes = homes(metrics);
        var names = new DimensionNames(catalog, homes, problems::add);
        Function<String, Optional<Dimension>> other = name -> others.dimension(name, homes, text.metrics());
        List<Dimension> dimensions = text.by().stream()
                .flatMap(name -> other.apply(name).or(() -> names.read(name)).stream())
                .toList();
        Expr where = text.where() == null ? null : condition(text.where(), homes);
        TimeScope.Range range = new TimeScope.Range(start(text.from()), end(text.to()));
        List<Comparison> comparisons = text.compare().stream()
                .flatMap(word -> comparison(word).stream())
                .toList();
        List<String> columns = columns(metrics, dimensions, comparisons);
        Expr having = having(text.having(), columns, metrics, dimensions);
        List<Question.Order> order = text.order().stream()
                .flatMap(by -> order(by, columns, other).stream())
                .toList();
        check(text, range);
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        return new Question(
                metrics,
                dimensions,
                range,
                comparisons,
                where,
                having,
                order,
                text.limit(),
                text.distinct(),
                completeBefore,
                asOf.seenBefore());
    }

    private List<MetricUse> uses(QuestionText text) {
        var words = new TimeWordsOfQuestion(catalog, problems::add);
        Timing.Frame frame = words.frame(text.through());
        Timing.Offset offset = words.offset(text.through());
        Timing.Fill fill = words.fill(text.through());
        return text.metrics().stream()
                .filter(this::isMetric)
                .map(name -> new MetricUse(name, name, null, Set.of(), frame, offset, fill))
                .toList();
    }

    private void check(QuestionText text, TimeScope.Range range) {
        if (text.limit() != null && text.limit() < 0) {
            problem(PlanCodes.MALFORMED, "a limit is not negative: " + text.limit(), "leave it out for all rows");
        }
        if (range.start() != null && range.end() != null && !range.start().isBefore(range.end())) {
            problem(PlanCodes.MALFORMED, "the period ends before it starts", "swap from and to");
        }
    }

    private boolean isMetric(String name) {
        if (catalog.metric(name).isEmpty()) {
            unknown("metric", name, catalog.metrics().keySet());
        }
        return catalog.metric(name).isPresent();
    }

    private Set<String> homes(List<MetricUse> metrics) {
        Set<String> homes = new LinkedHashSet<>();
        for (MetricUse use : metrics) {
            try {
                homes.addAll(MetricShape.of(catalog, use).homes());
            } catch (DiagnosticException e) {
                problems.addAll(e.diagnostics());
            }
        }
        return homes;
    }

    private @Nullable Expr condition(String text, Set<String> homes) {
        try {
            return conditions.read(text, homes);
        } catch (DiagnosticException e) {
            problems.addAll(e.diagnostics());
            return null;
        }
    }

    private @Nullable Expr having(
            @Nullable String text, List<String> columns, List<MetricUse> metrics, List<Dimension> dimensions) {
        try {
            return text == null
                    ? null
                    : new HavingText(catalog, columns, ColumnTypes.of(catalog, metrics, dimensions)).read(text);
        } catch (DiagnosticException e) {
            problems.addAll(e.diagnostics());
            return null;
        }
    }

    private @Nullable LocalDateTime start(@Nullable String text) {
        return text == null ? null : period("from", text).map(Period::start).orElse(null);
    }

    private @Nullable LocalDateTime end(@Nullable String text) {
        return text == null ? null : period("to", text).map(Period::end).orElse(null);
    }

    private Optional<Period> period(String what, String text) {
        Optional<Period> period = catalog.workspace().calendar().parse(text);
        if (period.isEmpty()) {
            problem(
                    PlanCodes.MALFORMED,
                    what + " is not a day or a period: \"" + text + "\"",
                    "write 2026-11-14, 2026-11, 2026-Q3, 2026 or a moment, 2026-11-14T10:30");
        }
        return period;
    }

    private Optional<Comparison> comparison(String word) {
        Matcher ago = PERIODS_AGO.matcher(word);
        if (ago.matches()) {
            return Optional.of(new Comparison.PeriodsAgo(Integer.parseInt(ago.group(1))));
        }
        switch (word) {
            case "previous" -> {
                return Optional.of(new Comparison.Previous());
            }
            case "year_ago" -> {
                return Optional.of(new Comparison.YearAgo());
            }
            default -> {
                unknown("comparison", word, List.of("previous", "year_ago", "3_ago"));
                return Optional.empty();
            }
        }
    }

    private static List<String> columns(
            List<MetricUse> metrics, List<Dimension> dimensions, List<Comparison> comparisons) {
        List<String> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.add(dimension.as()));
        for (MetricUse use : metrics) {
            columns.add(use.as());
            comparisons.forEach(comparison -> columns.add(use.as() + "_" + comparison.word()));
        }
        return columns;
    }

    private Optional<Question.Order> order(
            String text, List<String> columns, Function<String, Optional<Dimension>> other) {
        boolean minus = text.startsWith("-");
        String[] words = (minus ? text.substring(1) : text).strip().split("\\s+", 2);
        boolean descending = minus || words.length == 2 && words[1].equalsIgnoreCase("desc");
        if (words.length == 2 && !words[1].equalsIgnoreCase("desc") && !words[1].equalsIgnoreCase("asc")) {
            problem(PlanCodes.MALFORMED, "order is \"asc\" or \"desc\", not \"" + words[1] + "\"", null);
            return Optional.empty();
        }
        if (columns.contains(words[0])) {
            return Optional.of(new Question.Order(words[0], descending));
        }
        Optional<String> named = other.apply(words[0]).map(Dimension::as).filter(columns::contains);
        if (named.isEmpty()) {
            unknown("column of the answer", words[0], columns);
        }
        return named.map(column -> new Question.Order(column, descending));
    }

    private void unknown(String kind, String name, Collection<String> known) {
        String fix = Nearest.fix(name, known).orElse(null);
        problem(PlanCodes.UNKNOWN_NAME, "no %s named \"%s\"".formatted(kind, name), fix);
    }

    private void problem(String code, String message, @Nullable String fix) {
        problems.add(Diagnostic.error(code, null, message, fix));
    }
}
