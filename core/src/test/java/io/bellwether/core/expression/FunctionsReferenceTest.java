package io.bellwether.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The reference of functions is written from the allow-list; never by hand. */
class FunctionsReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/functions.md");

    @Test
    void isUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("bellwether.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # What an expression may use

                Expressions are SQL: numbers, texts in single quotes, `date '2011-01-31'`, `timestamp '…'`, `interval '3' day`,
                `+ - * / %`, comparisons, `and or not`, `is null`, `between`, `in (…)`, `like`, `ilike` (with `escape '!'`), `||`,
                `case when … then … else … end`, `cast(x as decimal(18, 2))`, `x::date`; `try_cast` is NULL of what cannot be cast.
                Names with odd characters stand in double quotes. Nothing else is read: no subqueries, no files, no clock.
                `current_date` and `current_timestamp` (`today()`, `now()`, `localtimestamp`, `getdate()`, `sysdate()`) are the
                as-of of the question in the calendar's zone: of a day its last moment.
                Aggregates take `filter (where …)`; `count`, `sum`, `avg` and `listagg` take `distinct`, `count` several values.
                This page is generated; `FunctionsReferenceTest` writes it.

                ## Aggregates

                | name | can be put together from parts |
                |---|---|
                """);
        for (String name : FunctionNames.all()) {
            AggregateFunction function = FunctionNames.aggregate(name);
            if (function != null) {
                page.append("| `" + name + "` | " + (function.isMergeable() ? "yes" : "no") + " |\n");
            }
        }
        page.append("\n## Functions of a row\n\n| name | arguments |\n|---|---|\n");
        for (String name : FunctionNames.all()) {
            FunctionNames.Scalar scalar = FunctionNames.scalar(name);
            if (scalar != null) {
                String most =
                        scalar.most() > 10 ? " or more" : scalar.most() > scalar.least() ? " to " + scalar.most() : "";
                page.append("| `" + name + "` | " + scalar.least() + most + " |\n");
            }
        }
        page.append("\n## Others' words for them\n\n| name | the same as |\n|---|---|\n");
        for (String name : Spellings.names()) {
            page.append("| `" + name + "` | `"
                    + Objects.requireNonNull(Spellings.of(name)).instead() + "` |\n");
        }
        page.append(
                "\nAggregates of conditions: `bool_or` (`boolor_agg`, `logical_or`), `bool_and` (`booland_agg`,"
                        + " `logical_and`, `every`), `min` and\n`max`. `approx_…` is exact here, and `sum(1)` is so many rows.\n");
        page.append("""

                `corr(y, x)`, `covar_pop` and `covar_samp` are of the rows that have both numbers, and so are
                `regr_avgx`, `regr_avgy`, `regr_count`, `regr_intercept`, `regr_r2`, `regr_slope`, `regr_sxx`, `regr_sxy` and
                `regr_syy`, which are made of them. `listagg(x, ', ') within group (order by y desc)`, `string_agg(x, ', ' order by y)`
                and `group_concat(x order by y separator ', ')` are the same list of texts, in their own order where nothing says
                which. MariaDB has no percentiles and nothing of two numbers; that is told (`D374`).
                """);
        page.append("\n`second`, `minute`, `hour`, `day`, `week`, `month`, `quarter` and `year` take a date apart;"
                + " `if(condition, then, else)` is a short `case`.\n"
                + "\nInside of aggregates and in conditions `per(metric, field, …)` is a metric's value for what the row is about,"
                + " and\n`calendar(time, 'grain')` a time cut as the workspace's calendar has it.\n");
        return page.toString();
    }
}
