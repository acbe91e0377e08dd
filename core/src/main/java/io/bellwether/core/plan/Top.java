package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.TimeCut;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of a dimension with the greatest values, and one more that stands for all others:
 *
 * <pre>
 *   country  revenue          top 2     country  revenue
 *   UK       70                         UK       70
 *   FR       20                  ⇒      FR       20
 *   DE        6                         Other    10
 *   IT        4
 * </pre>
 *
 * Rows without a value stay apart. The others are counted together, not added up: a distinct count or a median of them is right too. That takes two
 * questions: which members come first, then the question itself.
 *
 * @param dimension the name of its column
 * @param count how many members stay
 */
public record Top(String dimension, int count) {
    /** What the others are called, where no member is called so. */
    private static final List<String> OTHERS = List.of("Other", "All others", "All others together");

    private static final String FIELD = "top members";

    private static final Pattern TEXT = Pattern.compile("(.+?)=([1-9]\\d{0,3})");

    /**
     * {@code country=5}.
     *
     * @throws DiagnosticException where the text says no such thing
     */
    public static Top parse(String text) {
        Matcher form = TEXT.matcher(text.strip());
        if (!form.matches()) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.MALFORMED, null, "the top is not understood: \"" + text + "\"", "write country=5"));
        }
        return new Top(form.group(1).strip(), Integer.parseInt(form.group(2)));
    }

    /** A question and the catalog that it is asked of. */
    public record Asked(Catalog catalog, Question question) {}

    /** Which members come first, by the question's first metric. */
    public Question ranking(Question question) {
        if (question.metrics().isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.EMPTY, null, "the top of what is not said", "name the metric to go by first"));
        }
        Dimension.ByField field = field(question);
        MetricUse first = question.metrics().getFirst();
        return new Question(
                List.of(first),
                List.of(field),
                question.time(),
                List.of(),
                question.where(),
                Exprs.notNull(Exprs.column(first.as())),
                List.of(new Question.Order(first.as(), true), new Question.Order(field.as(), false)),
                count + 1L,
                true,
                question.completeBefore(),
                question.seenBefore());
    }

    private Dimension.ByField field(Question question) {
        List<String> names = question.dimensions().stream().map(Dimension::as).toList();
        return question.dimensions().stream()
                .filter(d -> d.as().equals(dimension))
                .filter(Dimension.ByField.class::isInstance)
                .map(Dimension.ByField.class::cast)
                .findFirst()
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        PlanCodes.UNKNOWN_NAME,
                        null,
                        "the question does not go by a field \"" + dimension + "\"",
                        Nearest.fix(dimension, names).orElse(null))));
    }

    /**
     * The question with all other members under one name.
     *
     * @param ranked as the ranking gave them
     */
    public Asked asked(Catalog catalog, Question question, List<@Nullable Object> ranked) {
        List<Object> members = new ArrayList<>();
        for (Object member : ranked) {
            if (member != null && members.size() < count) {
                members.add(member);
            }
        }
        Dimension.ByField field = field(question);
        Dataset end = end(catalog, question, field);
        Field old = end.field(field.field()).orElseThrow();
        Map<String, Field> fields = new LinkedHashMap<>(end.fields());
        Expr value = lumped(old, field.cut(), members);
        fields.put(FIELD, new Field(FIELD, null, null, value, Type.TEXT, null, old.span()));
        Map<String, Dataset> datasets = new LinkedHashMap<>(catalog.datasets());
        datasets.put(end.name(), end.with(fields));
        List<Dimension> dimensions = new ArrayList<>();
        for (Dimension d : question.dimensions()) {
            dimensions.add(d == field ? new Dimension.ByField(field.dataset(), FIELD, field.as()) : d);
        }
        return new Asked(catalog.with(datasets), question.by(dimensions));
    }

    private static Dataset end(Catalog catalog, Question question, Dimension.ByField field) {
        Routes routes = new Routes(catalog);
        var ref = new Expr.FieldRef(field.dataset(), field.field(), Type.OTHER, Exprs.NOWHERE);
        Set<String> homes =
                MetricShape.of(catalog, question.metrics().getFirst()).homes();
        Dataset home = catalog.dataset(homes.iterator().next()).orElseThrow();
        return routes.bridge(home, ref)
                .map(bridge -> bridge.forth().to())
                .orElseGet(() -> routes.to(home, ref, null).to());
    }

    private static Expr lumped(Field field, @Nullable TimeCut cut, List<Object> members) {
        Expr member = cut == null ? field.expression() : Exprs.cut(field.expression(), cut);
        Expr text = cut == null && field.type() == Type.TEXT
                ? member
                : new Expr.Cast(member, Type.TEXT, 0, 0, Exprs.NOWHERE);
        List<Expr> options = members.stream().map(Top::literal).toList();
        List<Expr.When> whens = new ArrayList<>();
        whens.add(new Expr.When(Exprs.call(Function.IS_NULL, field.expression()), new Expr.NullLiteral(Exprs.NOWHERE)));
        if (!options.isEmpty()) {
            whens.add(new Expr.When(new Expr.In(member, options, false, Exprs.NOWHERE), text));
        }
        return new Expr.Case(whens, new Expr.TextLiteral(others(members), Exprs.NOWHERE), Exprs.NOWHERE);
    }

    private static String others(List<Object> members) {
        return OTHERS.stream()
                .filter(name -> !members.contains(name))
                .findFirst()
                .orElse("…");
    }

    private static Expr literal(Object member) {
        return switch (member) {
            case BigDecimal number -> new Expr.NumberLiteral(number, Exprs.NOWHERE);
            case Number number -> new Expr.NumberLiteral(new BigDecimal(number.toString()), Exprs.NOWHERE);
            case Boolean bool -> new Expr.BooleanLiteral(bool, Exprs.NOWHERE);
            case LocalDate date -> new Expr.DateLiteral(date, Exprs.NOWHERE);
            case LocalDateTime time -> new Expr.TimestampLiteral(time, Exprs.NOWHERE);
            default -> new Expr.TextLiteral(member.toString(), Exprs.NOWHERE);
        };
    }
}
