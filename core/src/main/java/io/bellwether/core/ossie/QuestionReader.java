package io.bellwether.core.ossie;

import io.bellwether.core.definition.Keys;
import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.OssieCodes;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of a question, in one of its two shapes. */
final class QuestionReader {
    private final Problems problems = new Problems();

    /** @throws DiagnosticException with all that is wrong with it */
    static Asked read(SourceFile file) {
        var reader = new QuestionReader();
        // Between values JSON allows tabs and YAML does not; inside of a text of JSON there are none.
        SourceFile blanks = new SourceFile(file.path(), file.text().replace('\t', ' '));
        Optional<Node> root = YamlReader.read(blanks, reader.problems);
        Keys keys = root.isEmpty() ? null : Keys.of(root.get(), "a question", reader.problems);
        if (keys == null) {
            reader.problems.add(Code.WRONG_SHAPE, blanks.span(0, 1), "there is no question here", "write { … }");
            throw new DiagnosticException(reader.problems.all());
        }
        Asked asked = reader.question(keys);
        keys.finish();
        if (reader.problems.errors() > 0) {
            throw new DiagnosticException(reader.problems.all());
        }
        return asked;
    }

    private Asked question(Keys keys) {
        boolean rows = keys.has("fields");
        boolean aggregates = keys.has("dimensions") || keys.has("measures") || keys.has("having");
        if (rows && aggregates) {
            problem(
                    OssieCodes.MIXED_QUERY_SHAPE,
                    PlanCodes.MALFORMED,
                    keys.keySpan("fields"),
                    "a question asks for fields of rows, or for dimensions and measures, not for both",
                    "remove fields, or dimensions, measures and having");
        }
        List<Excerpt> fields = texts(keys, rows ? "fields" : "dimensions");
        List<Asked.Measure> measures = measures(keys);
        if (rows && fields.isEmpty()) {
            empty(keys, OssieCodes.EMPTY_SCALAR_QUERY, "the question names no fields");
        } else if (!rows && fields.isEmpty() && measures.isEmpty()) {
            empty(keys, OssieCodes.EMPTY_AGGREGATION_QUERY, "the question names no dimension and no measure");
        }
        var where = texts(keys, "where");
        var having = texts(keys, "having");
        return new Asked(!rows, fields, measures, where, having, order(keys), limit(keys));
    }

    private void empty(Keys keys, String ossie, String message) {
        problem(ossie, PlanCodes.EMPTY, keys.head(), message, "name at least one");
    }

    private List<Excerpt> texts(Keys keys, String key) {
        List<Excerpt> texts = new ArrayList<>();
        for (Node item : keys.items(key)) {
            if (item instanceof Scalar text && !text.isNull()) {
                texts.add(text.excerpt());
            } else {
                problems.add(Code.WRONG_SHAPE, item.span(), "\"" + key + "\" lists texts, not " + item.kind(), null);
            }
        }
        return texts;
    }

    private List<Asked.Measure> measures(Keys keys) {
        List<Asked.Measure> measures = new ArrayList<>();
        for (Node item : keys.items("measures")) {
            if (item instanceof Scalar name && !name.isNull()) {
                measures.add(new Asked.Measure(new Located<>(name.value(), name.span()), null));
                continue;
            }
            Keys measure = Keys.of(item, "a measure", problems);
            if (measure == null) {
                continue;
            }
            Located<String> name = measure.text("name");
            measure.missing("name", "a_name");
            Excerpt formula = measure.has("expression")
                    ? Expressions.read(item, "the measure", problems)
                            .map(Scalar::excerpt)
                            .orElse(null)
                    : null;
            measure.finish();
            if (name != null) {
                measures.add(new Asked.Measure(name, formula));
            }
        }
        return measures;
    }

    private List<Asked.Order> order(Keys keys) {
        List<Asked.Order> all = new ArrayList<>();
        for (Node item : keys.items("order_by")) {
            Optional<Asked.Order> order = item instanceof Mapping ? order(item) : words(item);
            order.ifPresent(all::add);
        }
        return all;
    }

    private Optional<Asked.Order> order(Node item) {
        Keys keys = Keys.of(item, "an order", problems);
        if (keys == null) {
            return Optional.empty();
        }
        Located<String> field = keys.text("field");
        keys.missing("field", "a column of the answer");
        boolean descending = "desc".equals(word(keys, "direction", "asc", "desc"));
        String nulls = word(keys, "nulls", "first", "last");
        keys.finish();
        return Optional.ofNullable(field)
                .map(f -> new Asked.Order(f, descending, nulls == null ? null : nulls.equals("first")));
    }

    private @Nullable String word(Keys keys, String key, String one, String other) {
        Located<String> word = keys.text(key);
        String lower = word == null ? null : word.value().toLowerCase(Locale.ROOT);
        if (word != null && !one.equals(lower) && !other.equals(lower)) {
            String message = "\"" + key + "\" is \"" + one + "\" or \"" + other + "\", not \"" + word.value() + "\"";
            problems.add(Code.UNKNOWN_WORD, word.span(), message, null);
        }
        return lower;
    }

    /** {@code total_revenue desc}. */
    private Optional<Asked.Order> words(Node item) {
        if (!(item instanceof Scalar text)) {
            problems.add(Code.WRONG_SHAPE, item.span(), "\"order_by\" lists blocks with \"field\"", null);
            return Optional.empty();
        }
        String[] words = text.value().strip().split("\\s+");
        boolean descending = words.length > 1 && words[1].equalsIgnoreCase("desc");
        return Optional.of(new Asked.Order(new Located<>(words[0], text.span()), descending, null));
    }

    private @Nullable Long limit(Keys keys) {
        Located<String> limit = keys.text("limit");
        if (limit != null && !limit.value().matches("\\d{1,18}")) {
            String message = "a limit is a whole number that is not negative: " + limit.value();
            problem(null, PlanCodes.MALFORMED, limit.span(), message, "leave it out for all rows");
            return null;
        }
        return limit == null ? null : Long.valueOf(limit.value());
    }

    private void problem(
            @Nullable String ossie, String code, @Nullable Span span, String message, @Nullable String fix) {
        Diagnostic problem = Diagnostic.error(code, span, message, fix);
        problems.add(ossie == null ? problem : problem.asOssie(ossie));
    }
}
