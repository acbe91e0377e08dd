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
    private static final List<String> NAMES = List.of("as", "alias", "name");
    private static final List<String> FORMULAS =
            List.of("expression", "metric", "measure", "field", "dimension", "column", "name");
    private static final int LONGEST_NAME = 4_000;

    /** What describes a question and changes nothing. */
    private static final List<String> WORDS = List.of("name", "description", "model", "dialect", "version");

    private final Problems problems = new Problems();

    /** @throws DiagnosticException with all that is wrong with it */
    static Asked read(SourceFile file) {
        var reader = new QuestionReader();
        // Between values JSON allows tabs and YAML does not; inside of a text of JSON there are none.
        SourceFile blanks = new SourceFile(file.path(), file.text().replace('\t', ' '));
        Optional<Node> root = YamlReader.read(blanks, reader.problems).map(QuestionReader::plain);
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

    /** Its keys as we know them: {@code Order By} is {@code order_by}, and a lone {@code query} is what it holds. */
    private static Node plain(Node root) {
        if (!(root instanceof Mapping mapping)) {
            return root;
        }
        if (mapping.entries().size() == 1
                && mapping.entries().getFirst().key().value().equals("query")
                && mapping.entries().getFirst().value() instanceof Mapping inner) {
            return plain(inner);
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            Scalar key = entry.key();
            String name = key.value().strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            entries.add(new Node.Entry(new Scalar(name, key.style(), key.span()), entry.value()));
        }
        return new Mapping(List.copyOf(entries), mapping.span());
    }

    private Asked question(Keys keys) {
        WORDS.forEach(keys::has);
        List<Asked.Column> dimensions = columns(keys, "dimensions");
        List<Asked.Column> fields = columns(keys, "fields");
        List<Asked.Measure> measures = measures(keys);
        var where = texts(keys, "where");
        var having = texts(keys, "having");
        boolean groups = !dimensions.isEmpty() || !measures.isEmpty();
        boolean rows = !fields.isEmpty() || keys.has("fields") && !groups;
        if (!fields.isEmpty() && (groups || !having.isEmpty())) {
            problem(
                    OssieCodes.MIXED_QUERY_SHAPE,
                    PlanCodes.MALFORMED,
                    keys.keySpan("fields"),
                    "a question asks for fields of rows, or for dimensions and measures, not for both",
                    "remove fields, or dimensions, measures and having");
        } else if (rows && fields.isEmpty()) {
            empty(keys, OssieCodes.EMPTY_SCALAR_QUERY, "the question names no fields");
        } else if (!rows && !groups) {
            empty(keys, OssieCodes.EMPTY_AGGREGATION_QUERY, "the question names no dimension and no measure");
        }
        return new Asked(
                !rows,
                keys.text("dataset"),
                rows ? fields : dimensions,
                measures,
                where,
                having,
                order(keys),
                limit(keys));
    }

    private void empty(Keys keys, String ossie, String message) {
        problem(
                ossie,
                PlanCodes.EMPTY,
                keys.head(),
                message,
                "name at least one of dimensions and measures, or of fields");
    }

    private List<Excerpt> texts(Keys keys, String key) {
        List<Excerpt> texts = new ArrayList<>();
        for (Node item : keys.items(key)) {
            Node text = Nodes.has(item, "expression") ? Nodes.at(item, "expression") : item;
            if (text instanceof Scalar scalar && !scalar.isNull()) {
                texts.add(scalar.excerpt());
            } else {
                problems.add(Code.WRONG_SHAPE, item.span(), "\"" + key + "\" lists texts, not " + item.kind(), null);
            }
        }
        return texts;
    }

    private List<Asked.Column> columns(Keys keys, String key) {
        List<Asked.Column> columns = new ArrayList<>();
        for (Node item : keys.items(key)) {
            named(item, key)
                    .ifPresent(named -> columns.add(
                            new Asked.Column(named.formula(), named.as().value())));
        }
        return columns;
    }

    private List<Asked.Measure> measures(Keys keys) {
        List<Asked.Measure> measures = new ArrayList<>();
        keys.items("measures").forEach(item -> named(item, "measures").ifPresent(measures::add));
        return measures;
    }

    private Optional<Asked.Measure> named(Node item, String list) {
        Optional<Asked.Measure> named = spoken(item, list);
        if (named.isPresent() && !isName(named.get().as().value())) {
            String message = "a column of the answer is called by one line of at most " + LONGEST_NAME + " letters";
            problems.add(Code.BAD_NAME, named.get().as().span(), message, "rename it");
            return Optional.empty();
        }
        return named;
    }

    /** What engines can call a column: something, without control characters and halves of letters. */
    private static boolean isName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private Optional<Asked.Measure> spoken(Node item, String list) {
        if (item instanceof Scalar text && !text.isNull()) {
            return Optional.of(Spoken.named(text.excerpt()));
        }
        Keys keys = Keys.of(item, "an item of " + list, problems);
        if (keys == null) {
            return Optional.empty();
        }
        Scalar formula = formula(keys, item);
        Located<String> name =
                NAMES.stream().filter(keys::has).findFirst().map(keys::text).orElse(null);
        keys.finish();
        if (formula == null) {
            keys.missing("name", "a_name");
            return Optional.empty();
        }
        Asked.Measure spoken = Spoken.named(formula.excerpt());
        return Optional.of(name == null ? spoken : new Asked.Measure(name, spoken.formula()));
    }

    /** What is asked for: an expression in any of its shapes, else a name. */
    private @Nullable Scalar formula(Keys keys, Node item) {
        String key = FORMULAS.stream().filter(keys::has).findFirst().orElse(null);
        if (key == null) {
            return null;
        }
        return key.equals("expression")
                ? Expressions.read(item, "the question", null, problems).orElse(null)
                : keys.scalar(key);
    }

    private List<Asked.Order> order(Keys keys) {
        List<Asked.Order> all = new ArrayList<>();
        for (Node item : keys.items("order_by")) {
            if (item instanceof Scalar text && !text.isNull()) {
                all.add(Spoken.ordered(text.excerpt()));
            } else {
                order(item).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Asked.Order> order(Node item) {
        Keys keys = Keys.of(item, "an order", problems);
        if (keys == null) {
            return Optional.empty();
        }
        Scalar by = formula(keys, item);
        if (by == null) {
            keys.missing("field", "a column of the answer");
        }
        String direction = word(keys, keys.has("direction") ? "direction" : "order", "asc", "desc");
        Located<String> desc = keys.text("desc");
        boolean descending = desc == null ? "desc".equals(direction) : Boolean.parseBoolean(desc.value());
        String nulls = word(keys, "nulls", "first", "last");
        keys.finish();
        return Optional.ofNullable(by)
                .map(text -> new Asked.Order(text.excerpt(), descending, nulls == null ? null : nulls.equals("first")));
    }

    private @Nullable String word(Keys keys, String key, String one, String other) {
        Located<String> word = keys.text(key);
        String lower =
                word == null ? null : word.value().toLowerCase(Locale.ROOT).replaceFirst("^nulls[\\s_]+", "");
        if (word != null && !one.equals(lower) && !other.equals(lower)) {
            String message = "\"" + key + "\" is \"" + one + "\" or \"" + other + "\", not \"" + word.value() + "\"";
            problems.add(Code.UNKNOWN_WORD, word.span(), message, null);
        }
        return lower;
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
