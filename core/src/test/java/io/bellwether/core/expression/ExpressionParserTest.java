package io.bellwether.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    private final Problems problems = new Problems();

    private Optional<Expr> parse(String text) {
        return ExpressionParser.parse(Excerpt.of(new SourceFile("expression", text)), problems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "revenue ~ revenue",
                "sales.amount ~ sales.amount",
                "revenue / nullif(orders, 0) ~ (divide revenue (nullif orders 0))",
                "a + b * c - 1 ~ (subtract (add a (multiply b c)) 1)",
                "-x ~ (negate x)",
                "-5 ~ -5",
                "1_000.50 ~ 1000.50",
                "a % 2 ~ (modulo a 2)",
                "a = 1 and b <> 2 or not c ~ (or (and (equal a 1) (not_equal b 2)) (not c))",
                "a != 'x' ~ (not_equal a 'x')",
                "a is null ~ (is_null a)",
                "a is not true ~ (is_not_true a)",
                "a is not distinct from b ~ (is_not_distinct_from a b)",
                "a between 1 and 2 ~ (between a 1 2)",
                "a not between 1 and 2 ~ (not (between a 1 2))",
                "a in (1, 2) ~ (in a 1 2)",
                "a not in ('x') ~ (not in a 'x')",
                "a like 'U%' ~ (like a 'U%')",
                "a not like 'U%' ~ (not_like a 'U%')",
                "a ilike 'U%' ~ (like (lower a) (lower 'U%'))",
                "a || '-' || b ~ (concat (concat a '-') b)",
                "concat(a, b, c) ~ (concat (concat a b) c)",
                "case when a > 0 then 1 else 2 end ~ (case (greater a 0)→1 else 2)",
                "case a when 1 then 'x' end ~ (case (equal a 1)→'x' else null)",
                "if(a, 1, 2) ~ (case a→1 else 2)",
                "cast(a as decimal(18, 2)) ~ (decimal a)",
                "a::text ~ (text a)",
                "a = b::date ~ (equal a (date b))",
                "1 + t.a::int * 2 ~ (add 1 (multiply (integer t.a) 2))",
                "lower(a)::text = 'x'::varchar(3) and b ~ (and (equal (text (lower a)) (text 'x')) b)",
                "(a + b)::decimal(9, 2)::text ~ (text (decimal (add a b)))",
                "not a::boolean ~ (not (boolean a))",
                "case when a then 1 end::text = '1' ~ (equal (text (case a→1 else null)) '1')",
                "a between '2011-01-01'::date and b::date ~ (between a (date '2011-01-01') (date b))",
                "a in (b::int, 2) ~ (in a (integer b) 2)",
                "a - interval '3 months' ~ (subtract a 3 MONTH)",
                "'a::b' ~ 'a::b'",
                "cast(a as date) ~ (date a)",
                "date ~ date",
                "date + interval '1' day ~ (add date 1 DAY)",
                "date '2011-01-31' ~ 2011-01-31",
                "timestamp '2011-01-31 12:00:00' ~ 2011-01-31T12:00",
                "date_trunc('month', a) ~ (date_trunc 'month' a)",
                "date_trunc('month', day) ~ (date_trunc 'month' day)",
                "date_trunc(day, month) ~ (date_trunc 'day' month)",
                "substring(a, b, 0) ~ (substring a b 0)",
                "extract(year from a) ~ (extract 'year' a)",
                "month(a) ~ (extract 'month' a)",
                "date_diff('day', t.a, t.b) ~ (date_diff 'day' t.a t.b)",
                "trim(a) ~ (trim a)",
                "position('x' in a) ~ (position 'x' a)",
                "substring(a from 2 for 3) ~ (substring a 2 3)",
                "left(a, 2) ~ (left a 2)",
                "count(*) ~ (count_rows)",
                "count_if(a > 0) ~ (count_rows where (greater a 0))",
                "count(distinct t.a) filter (where t.b > 0) ~ (count_distinct t.a where (greater t.b 0))",
                "sum(stock.value) / count(sales.order) ~ (divide (sum stock.value) (count sales.order))",
                "median(t.a) ~ (median t.a)",
                "quantile(t.a, 0.9) ~ (percentile_continuous t.a 0.9)",
                "percentile_cont(0.9) within group (order by t.a) ~ (percentile_continuous t.a 0.9)",
                "listing.host.country ~ listing.host.country",
                "listing.order.\"user\" ~ listing.order.user",
                "self.ds > time.month ~ (greater self.ds time.month)",
                "time.day = date '2011-01-31' ~ (equal time.day 2011-01-31)",
                "calendar(listing.ds, 'alien_day') ~ (calendar listing.ds alien_day)",
                "per(orders, customers.id, region) > 3 ~ (greater (per orders customers.id .region) 3)",
                "\"Unit Price\" ~ Unit Price",
                "t.\"Unit Price\" ~ t.Unit Price",
                "a = 'it''s; -- fine' ~ (equal a 'it's; -- fine')",
                "a = '日本' ~ (equal a '日本')",
            })
    void reads(String text, String shown) {
        assertThat(parse(text).map(Show::of)).as(problems.all().toString()).contains(shown);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "` ` ~ D320 ~ ` `",
                "sum(a ~ D320 ~ (",
                "a) ~ D320 ~ )",
                "a b ~ D320 ~ b",
                "a + ~ D320 ~ +",
                "nullif(a,, 0) ~ D320 ~ ,",
                "a = 'x ~ D320 ~ '",
                "28d ~ D320 ~ 28d",
                "summ(t.a) ~ D321 ~ summ(t.a)",
                "read_csv('x') ~ D321 ~ read_csv('x')",
                "main.read_csv('x') ~ D321 ~ \"read_csv\"('x')",
                "localtime ~ D321 ~ localtime",
                "current_time ~ D321 ~ current_time",
                "a like 'b' escape '!!' ~ D323 ~ a like 'b' escape '!!'",
                "a like 'b' escape c ~ D323 ~ a like 'b' escape c",
                "corr(a) ~ D323 ~ corr(a)",
                "regr_slope(a, b, c) ~ D323 ~ regr_slope(a, b, c)",
                "listagg() ~ D323 ~ listagg()",
                "listagg(a, b) ~ D323 ~ listagg(a, b)",
                "listagg(distinct a, ',') within group (order by b) ~ D323 ~ listagg(distinct a, ',')",
                "string_agg(a, ',' order by b nulls first) ~ D323 ~ b nulls first",
                "try_cast(a as uuid) ~ D321 ~ uuid",
                "lag(a) ignore nulls over (order by b) ~ D322 ~ ignore nulls",
                "random() ~ D321 ~ random()",
                "cast(a as uuid) ~ D321 ~ uuid",
                "(select 1) ~ D322 ~ (select 1)",
                "a in (select 1) ~ D322 ~ select 1",
                "exists(select 1) ~ D322 ~ exists(select 1)",
                "a -- b ~ D322 ~ --",
                "a /* b */ ~ D322 ~ /*",
                "a; b ~ D322 ~ ;",
                "a = ? ~ D322 ~ ?",
                "a = $1 ~ D322 ~ $",
                "a.b.c.d.e.f.g ~ D322 ~ a.b.c.d.e.f.g",
                "per(orders) ~ D323 ~ per(orders)",
                "per(a.b, c.d) ~ D323 ~ per(a.b, c.d)",
                "per(sum(a.b), c.d) ~ D323 ~ per(sum(a.b), c.d)",
                "per() ~ D323 ~ per()",
                "calendar(a.b) ~ D323 ~ calendar(a.b)",
                "calendar(a.b, month) ~ D323 ~ calendar(a.b, month)",
                "t.* ~ D322 ~ t.*",
                "(a, b) ~ D322 ~ (a, b)",
                "'a' 'b' ~ D322 ~ 'a' 'b'",
                "x'00' ~ D322 ~ x'00'",
                "stddev(distinct a) ~ D322 ~ stddev(distinct a)",
                "nullif(a) ~ D323 ~ nullif(a)",
                "abs(a, b) ~ D323 ~ abs(a, b)",
                "quantile(a, 90) ~ D323 ~ quantile(a, 90)",
                "substring(a, 0, 3) ~ D323 ~ substring(a, 0, 3)",
                "substr(a, -2) ~ D323 ~ substr(a, -2)",
                "substring(a, 2, -1) ~ D323 ~ substring(a, 2, -1)",
                "date_trunc('fortnight', a) ~ D323 ~ date_trunc('fortnight', a)",
                "date '2011-02-30' ~ D318 ~ date '2011-02-30'",
                "1e-999999999 ~ D317 ~ 1e-999999999",
            })
    void refuses(String text, String code, String marked) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly(code);
        if (!marked.contains("\"")) {
            assertThat(problems.all().getFirst().span().text()).isEqualTo(marked);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "not ", "- ", "case when ", "a + ", "a = ", "a is null ", "nullif(", "a in (", "a::int "})
    void refusesDepthInsteadOfOverflowing(String piece) {
        assertThat(parse(piece.repeat(5_000))).isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).containsAnyOf("D325", "D320");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a + ", "a = ", "a and ", "- ", "a || ", "(a) + ", "case when a then "})
    void readsOrRefusesWhatIsJustWithinTheLimits(String piece) {
        for (int times = 40; times <= 320; times += 40) {
            Problems found = new Problems();
            var parsed = ExpressionParser.parse(Excerpt.of(new SourceFile("e", piece.repeat(times) + "b")), found);
            assertThat(parsed.isPresent()).isEqualTo(found.all().isEmpty());
        }
    }

    @Test
    void reportsSeveralProblemsOfOneExpression() {
        parse("summ(t.a) / cuont(t.b) + nullif(t.c)");
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("D321", "D321", "D323");
    }

    @Test
    void everyCutOfAnExpressionIsAnswered() {
        String text =
                "sum(t.\"a b\") filter (where t.c in ('x', 'y') and not t.d) / nullif(count(distinct t.e), 0.5e2)";
        for (int from = 0; from < text.length(); from++) {
            for (int to = from; to <= text.length(); to += 3) {
                Problems found = new Problems();
                var parsed = ExpressionParser.parse(Excerpt.of(new SourceFile("e", text.substring(from, to))), found);
                assertThat(parsed.isPresent())
                        .as(text.substring(from, to))
                        .isEqualTo(found.all().isEmpty());
            }
        }
    }

    @Test
    void everyNodeKnowsItsPlace() {
        Expr parsed = parse("sum(t.a) / nullif(orders,\n 0)").orElseThrow();
        Expr.Call divide = (Expr.Call) parsed;
        assertThat(divide.arguments().get(0).span().text()).isEqualTo("sum(t.a)");
        Expr.Call nullif = (Expr.Call) divide.arguments().get(1);
        assertThat(nullif.span().text()).isEqualTo("nullif(orders,\n 0)");
        assertThat(nullif.arguments().get(1).span().line()).isEqualTo(2);
    }
}
