package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows that hold always ({@code time: none}): what they come to stands in every period of the answer.
 *
 * <pre>
 *   sales by month          periods of the answer        shops, in all
 *   January   FR  90    ─▶  January               ×      FR  50 m²
 *   March     DE  60        March                        DE  20 m²
 * </pre>
 *
 * Safe because the shops are aggregated once, alone, before any period is put beside them.
 */
final class AlwaysFacts {
    private final Planning planning;
    private final Facts facts;

    /** @param facts how the question's other facts are presented: theirs are the keys */
    AlwaysFacts(Planning planning, Facts facts) {
        this.planning = planning;
        this.facts = facts;
    }

    /** Whether the question asks for any time at all, so that rows without one need a place in it. */
    static boolean isAsked(Question question, boolean windowed) {
        return windowed
                || question.dimensions().stream().anyMatch(Dimension.ByTime.class::isInstance)
                || !(question.time() instanceof TimeScope.Range range && range.isOpen());
    }

    /** @param others what the facts with a time come to */
    Facts.Presented present(Source source, List<Node> others) {
        List<Node.Key> fields = fields(source.group());
        Node all = source.direct(
                fields, Exprs.withoutPlaces(planning.question().where()), new TimeScope.Range(null, null));
        List<String> times = facts.keys().stream()
                .filter(key -> fields.stream().noneMatch(field -> field.name().equals(key)))
                .toList();
        Node node = times.isEmpty() ? all : crossed(all, times, source, others);
        Map<String, List<Expr>> values = new LinkedHashMap<>();
        int forms = 1 + planning.question().comparisons().size();
        source.parts()
                .forEach(part -> values.put(
                        part,
                        Stream.generate(() -> (Expr) Exprs.column(part))
                                .limit(forms)
                                .toList()));
        return new Facts.Presented(List.of(node), values);
    }

    private Node crossed(Node all, List<String> times, Source source, List<Node> others) {
        List<Node.Key> keys = Stream.concat(times.stream(), all.columns().stream())
                .map(name -> new Node.Key(name, Exprs.column(name)))
                .toList();
        String home = source.group().home();
        var match = new Node.Match(all, new Expr.BooleanLiteral(true, Exprs.NOWHERE), false);
        return new Node.Combine(
                planning.name("c", home),
                home + ", in every period",
                others.isEmpty() ? periods(all) : periodsOf(others, times),
                match,
                null,
                keys,
                List.of(),
                false);
    }

    /** The dimensions that are no time, under the names that they have among all. */
    private List<Node.Key> fields(Facts.Group group) {
        List<Dimension> dimensions = planning.question().dimensions();
        List<Dimension> kept =
                dimensions.stream().filter(Dimension.ByField.class::isInstance).toList();
        Planning inside = planning.inside(planning.question().by(kept));
        List<Node.Key> keys = new ArrayList<>();
        for (Dims.Dim dim : new Dims(inside, group).all()) {
            keys.add(new Node.Key("d" + dimensions.indexOf(kept.get(keys.size())), dim.value()));
        }
        return keys;
    }

    private Node periodsOf(List<Node> others, List<String> times) {
        Node together = others.size() == 1
                ? others.getFirst()
                : new Node.Stack(planning.name("x", "others"), "the other facts side by side", others, facts.keys());
        return new Node.Combine(
                planning.name("c", "periods"),
                "the periods of the answer",
                together,
                null,
                null,
                times.stream()
                        .map(name -> new Node.Key(name, Exprs.column(name)))
                        .toList(),
                List.of(),
                true);
    }

    /** Nothing else says which periods there are: those of the stretch. */
    private Node periods(Node within) {
        if (facts instanceof WindowedFacts windowed) {
            TimeWindow span = windowed.span();
            return windowed.all(days(Grain.DAY, span.start(), span.end(), within));
        }
        List<Dimension> dimensions = planning.question().dimensions();
        List<Node.Key> keys = new ArrayList<>();
        Grain grain = Grain.DAY;
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i) instanceof Dimension.ByTime(TimeCut cut, String as)) {
                if (cut instanceof TimeCut.At(Grain at) && at.compareTo(grain) < 0) {
                    grain = at;
                }
                keys.add(new Node.Key("d" + i, Spines.cut(cut)));
            }
        }
        LocalDateTime seen = planning.question().seenBefore();
        TimeScope.Range range = (TimeScope.Range) planning.question().time();
        boolean named = keys.stream()
                .anyMatch(key -> !Exprs.all(key.value(), Expr.ColumnRef.class).stream()
                        .allMatch(column -> column.column().equals(Node.TIME)));
        if (range.start() == null || named) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.NO_TIME,
                    null,
                    "rows that hold always say themselves of no period from when it is asked",
                    "say from which day, with --from, and ask by days, weeks, months, quarters or years"));
        }
        LocalDateTime end = range.end() == null || range.end().isAfter(seen) ? seen : range.end();
        return new Node.Combine(
                planning.name("c", "periods"),
                "the periods of the answer",
                days(grain, range.start(), end, within),
                null,
                null,
                keys,
                List.of(),
                true);
    }

    private Node days(Grain grain, LocalDateTime from, LocalDateTime before, Node within) {
        LocalDateTime start =
                planning.catalog().workspace().calendar().period(from, grain).start();
        return new Node.Series(
                planning.name("t", grain.word()), "a row for every " + grain.word(), grain, start, before, within);
    }
}
