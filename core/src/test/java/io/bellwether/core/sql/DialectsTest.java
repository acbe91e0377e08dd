package io.bellwether.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.QuestionParser;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.ShopCatalog;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.sql.dialect.BigQuery;
import io.bellwether.core.sql.dialect.ClickHouse;
import io.bellwether.core.sql.dialect.Databricks;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.sql.dialect.DuckDb;
import io.bellwether.core.sql.dialect.MariaDb;
import io.bellwether.core.sql.dialect.MySql;
import io.bellwether.core.sql.dialect.PostgreSql;
import io.bellwether.core.sql.dialect.Redshift;
import io.bellwether.core.sql.dialect.Snowflake;
import io.bellwether.core.sql.dialect.Trino;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Grain;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every phrase of every dialect, and one plan whole. What PostgreSQL, Trino and MariaDB answer is checked in conformance;
 * the others cannot be tried here, so their text is all there is. To accept new text after reading it:
 * {@code GOLDEN_WRITE=1 mvn -pl core test -Dtest=DialectsTest}.
 */
class DialectsTest {
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 11, 14));
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 29, 12, 30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static Stream<Dialect> dialects() {
        return Stream.of(
                new PostgreSql(),
                new Trino(),
                new MariaDb(),
                new MySql(),
                new Snowflake(),
                new BigQuery(),
                new Databricks(),
                new Redshift(),
                new ClickHouse());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void saysWhatWasRead(Dialect dialect) throws IOException {
        String text = phrases(dialect) + "\n" + plan(dialect) + "\n";
        Path golden = Path.of("src/test/resources/golden/dialects", name(dialect) + ".sql");
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void refusesWhatItCannotDo() {
        Dialect dialect = new MariaDb();
        assertThat(Stream.of(AggregateFunction.values()).filter(f -> !dialect.has(f)))
                .containsExactly(
                        AggregateFunction.MEDIAN,
                        AggregateFunction.PERCENTILE_CONTINUOUS,
                        AggregateFunction.PERCENTILE_DISCRETE,
                        AggregateFunction.CORRELATION,
                        AggregateFunction.COVARIANCE_POPULATION,
                        AggregateFunction.COVARIANCE_SAMPLE);
        DiagnosticException refused = catchThrowableOfType(
                DiagnosticException.class, () -> dialect.aggregate(AggregateFunction.MEDIAN, "x", null, null));
        assertThat(refused.diagnostics().getFirst().code()).isEqualTo(PlanCodes.NOT_OF_THIS_ENGINE);
        assertThat(refused.diagnostics().getFirst().message())
                .isEqualTo("MariaDb cannot compute a median of groups of rows");
    }

    /** Where a text repeats what it is given, and that is done in itself, it must not grow until nothing is left. */
    @Test
    void whatIsNestedWithoutBoundsIsRefused() {
        for (Dialect dialect : List.of(new DuckDb(), new MariaDb(), new Trino())) {
            DiagnosticException refused = catchThrowableOfType(DiagnosticException.class, () -> {
                String text = "x";
                for (int i = 0; i < 50; i++) {
                    text = dialect.ofDoubles(Function.ROUND, List.of(text));
                }
            });
            assertThat(refused.diagnostics().getFirst().code()).isEqualTo("D325");
        }
    }

    private static String name(Dialect dialect) {
        return dialect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String plan(Dialect dialect) {
        Catalog catalog = ShopCatalog.catalog();
        QuestionText text = new QuestionText(
                List.of("revenue", "items_sold", "tickets"),
                List.of("time.month", "customers.plan"),
                null,
                "2026-10-01",
                null,
                List.of("previous"),
                List.of("-revenue"),
                10L);
        Question question = new QuestionParser(catalog, (condition, scope) -> {
                    throw new AssertionError("no condition is asked");
                })
                .parse(text, AS_OF, AS_OF.seenBefore());
        Map<String, String> relations = new TreeMap<>();
        catalog.datasets().keySet().forEach(dataset -> relations.put(dataset, "src." + dataset));
        return SqlRenderer.render(Planner.plan(catalog, question), dialect, relations)
                .text();
    }

    private static String phrases(Dialect d) {
        StringBuilder text = new StringBuilder();
        text.append(d.identifier("a \"b\" `c`")).append('\n');
        text.append(d.text("O'Hara \\ Co")).append('\n');
        text.append(d.date(TIME.toLocalDate())).append('\n');
        text.append(d.timestamp(TIME)).append('\n');
        text.append(d.bound(TIME, Type.TIMESTAMP_TZ, BERLIN)).append('\n');
        text.append(d.interval(2, "WEEK")).append('\n');
        text.append(d.column("t", Type.TEXT)).append('\n');
        text.append(d.key("t", Type.TEXT)).append('\n');
        text.append(d.localTime("t", Type.TIMESTAMP_TZ, BERLIN)).append('\n');
        for (Grain grain : Grain.values()) {
            text.append(d.cut("t", grain, ShopCatalog.catalog().workspace().calendar()))
                    .append('\n');
        }
        text.append(d.moved("base", "from", "to")).append('\n');
        text.append(d.series(d.timestamp(TIME), d.timestamp(TIME.plusDays(1)), Grain.HOUR, "c"))
                .append('\n');
        for (Type type : Type.values()) {
            text.append(d.cast("x", type, 12, 2)).append('\n');
        }
        calls(d, text);
        aggregates(d, text);
        return text.append(d.order("x", false))
                .append(" / ")
                .append(d.order("x", true))
                .append('\n')
                .toString();
    }

    private static void calls(Dialect d, StringBuilder text) {
        for (Function function : Function.values()) {
            if (List.of(Function.DATE_TRUNC, Function.EXTRACT, Function.DATE_DIFF, Function.DATE_ADD)
                    .contains(function)) {
                for (String unit : List.of("hour", "day", "week", "month", "quarter", "year")) {
                    text.append(d.unitCall(function, unit, List.of("x", "y"))).append('\n');
                }
            } else {
                text.append(d.call(function, arguments(function))).append('\n');
            }
        }
        text.append(like(d)).append('\n');
        text.append(tried(d)).append('\n');
        for (String part : List.of("dow", "isodow", "doy", "isoyear")) {
            text.append(d.unitCall(Function.EXTRACT, part, List.of("x"))).append('\n');
        }
    }

    private static String like(Dialect d) {
        try {
            return d.call(Function.LIKE, List.of("x", "y", d.text("!")));
        } catch (DiagnosticException e) {
            return "-- " + e.diagnostics().getFirst().message();
        }
    }

    private static String tried(Dialect d) {
        try {
            return d.tryCast("x", Type.INTEGER, 0, 0) + "\n" + d.tryCast("x", Type.DATE, 0, 0);
        } catch (DiagnosticException e) {
            return "-- " + e.diagnostics().getFirst().message();
        }
    }

    private static List<String> arguments(Function function) {
        return switch (function) {
            case BETWEEN, REPLACE, SUBSTRING, SPLIT_PART, REGEXP_REPLACE -> List.of("x", "y", "z");
            case LPAD, RPAD -> List.of("x", "7", "' '");
            case REVERSE -> List.of("x");
            case LISTED -> List.of("x", "', '", "x", "FALSE", "y", "TRUE");
            case NEGATE, NOT, IS_NULL, IS_NOT_NULL, IS_TRUE, IS_NOT_TRUE, IS_FALSE, IS_NOT_FALSE -> List.of("x");
            case SIN, COS, TAN, ASIN, ACOS, ATAN, RADIANS, DEGREES -> List.of("x");
            case LTRIM, RTRIM -> List.of("x", "'y'");
            case ABS, SIGN, FLOOR, CEIL, SQRT, EXP, LN, LOG10, LOWER, UPPER, TRIM, LENGTH, TO_DATE -> List.of("x");
            default -> List.of("x", "y");
        };
    }

    /** What is given several values is told of which rows by the first of them. */
    private static String aggregate(Dialect d, AggregateFunction function) {
        return switch (function) {
            case COUNT_ROWS -> d.aggregate(function, null, null, "c");
            case CORRELATION, COVARIANCE_POPULATION, COVARIANCE_SAMPLE ->
                d.aggregate(function, d.call(Function.PAIR, arguments(Function.PAIR)), null, null);
            case LIST -> d.aggregate(function, d.call(Function.LISTED, arguments(Function.LISTED)), null, null);
            case LIST_DISTINCT ->
                d.aggregate(function, d.call(Function.LISTED, List.of("x", "', '", "x", "FALSE")), null, null);
            default -> d.aggregate(function, "x", new BigDecimal("0.9"), "c");
        };
    }

    private static void aggregates(Dialect d, StringBuilder text) {
        for (AggregateFunction function : AggregateFunction.values()) {
            if (d.has(function)) {
                text.append(aggregate(d, function)).append('\n');
            } else {
                text.append("-- has no ").append(function).append('\n');
            }
        }
    }
}
