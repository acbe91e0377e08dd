package io.bellwether.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** We ship Calcite's parser without most of the jars that Calcite names; this is what must still work. */
class ParserClasspathTest {
    private static final SqlParser.Config CONFIG = SqlParser.config()
            .withParserFactory(SqlBabelParserImpl.FACTORY)
            .withConformance(SqlConformanceEnum.BABEL)
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED);

    private static SqlNode parse(String text) throws SqlParseException {
        return SqlParser.create(text, CONFIG).parseExpression();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(quantity * price) filter (where not cancelled)",
                "count(distinct customer_id) / nullif(count(*), 0)",
                "case when a = 'x' then 1.50 else cast(b as decimal(18, 4)) end",
                "date '2011-01-01' + interval '1' day",
                "timestamp '2011-01-01 10:00:00'",
                "x between 1 and 2 and y in ('a', 'b') or z is not null",
                "country like 'U%' escape '!'",
                "extract(year from ts)",
                "date_trunc('month', ts)",
                "percentile_cont(0.5) within group (order by amount)",
                "trim(both ' ' from name) || upper(\"Other Name\")",
                "x::decimal(10,2)",
                "u&'d\\0061t\\+000061'",
                "cast(a as uuid)",
                "(select max(x) from t)",
                "sum(x) over (partition by y order by z)",
                "position('a' in name) + char_length(name)",
                "array[1, 2]",
                "json_value(a, '$.b')",
            })
    void parsesWalksAndPrints(String text) throws SqlParseException {
        var node = parse(text);
        node.accept(new SqlBasicVisitor<Void>());
        assertThat(node.getParserPosition()).isNotNull();
        assertThat(node.toString()).isNotBlank();
        assertThat(node.toSqlString(PostgresqlSqlDialect.DEFAULT).getSql()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(", "1 + + * 2", "'open", "a b c", "", "interval 'x' day + ", "sum(x) filter where"})
    void refusesWithAPlaceNotWithAMissingClass(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(SqlParseException.class, problem -> {
            assertThat(problem.getMessage()).doesNotContain("Could not initialize", "NoClassDef");
            assertThat(problem.getCause()).isNotInstanceOf(LinkageError.class);
        });
    }
}
