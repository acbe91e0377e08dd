package io.bellwether.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 11, 14));
    private final Catalog catalog = ShopCatalog.catalog();

    @Test
    void leavesOfOneFactShareOneScan() {
        Plan plan = plan(List.of("revenue", "items_sold", "returned"), List.of("time.month"));
        assertThat(plan.scans()).hasSize(1);
        assertThat(plan.scans().getFirst().measures()).hasSize(3);
    }

    @Test
    void anInputOfTwoMetricsIsComputedOnce() {
        Plan plan = plan(List.of("revenue", "order_value", "orders"), List.of());
        assertThat(plan.scans()).hasSize(2);
        assertThat(plan.scans().stream()
                        .mapToInt(scan -> scan.measures().size())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void aFilterThatAllShareBecomesTheScansOwn() {
        Node.Scan scan = plan(List.of("items_sold"), List.of()).scans().getFirst();
        assertThat(scan.condition()).isInstanceOf(Expr.Call.class);
        assertThat(scan.measures().getFirst().filter()).isNull();
    }

    @Test
    void aConditionOnAMetricReachesTheLeavesOfItsInputs() {
        Plan plan = plan(List.of("pro_order_value"), List.of());
        assertThat(plan.scans()).hasSize(2).allSatisfy(scan -> {
            assertThat(scan.condition()).isNotNull();
            assertThat(scan.joins()).extracting(join -> join.alias()).contains("customers");
        });
    }

    @Test
    void joinsFollowTheWayOverSeveralHops() {
        Node.Scan scan = plan(List.of("revenue"), List.of("continent")).scans().getFirst();
        assertThat(scan.joins()).extracting(join -> join.alias()).containsExactly("orders", "customers", "regions");
    }

    @Test
    void everyKeyThatAJoinReliesOnIsNamed() {
        assertThat(plan(List.of("revenue"), List.of("continent")).uniqueKeys())
                .extracting(key -> key.dataset().name() + key.fields())
                .containsExactly("orders[id]", "customers[id]", "regions[id]");
    }

    @Test
    void noScanSeesARowAfterTheAsOf() {
        Plan plan = plan(List.of("revenue", "tickets", "buyers"), List.of("time.week", "customers.plan"));
        assertThat(plan.scans())
                .allSatisfy(scan -> assertThat(scan.bounds())
                        .anySatisfy(b -> assertThat(b.before()).isEqualTo(AS_OF.seenBefore())));
        Node.Join orders = plan.scans().getFirst().joins().getFirst();
        assertThat(orders.bound())
                .isNotNull()
                .satisfies(b -> assertThat(b.before()).isEqualTo(AS_OF.seenBefore()));
    }

    @Test
    void onlyColumnsThatAreNeededAreRead() {
        assertThat(plan(List.of("revenue"), List.of("customers.plan")).sources())
                .hasSize(3)
                .allSatisfy((dataset, columns) -> {
                    switch (dataset.name()) {
                        case "items" ->
                            assertThat(columns).containsExactlyInAnyOrder("quantity", "price", "sold_at", "order_id");
                        case "orders" ->
                            assertThat(columns).containsExactlyInAnyOrder("id", "customer_id", "ordered_at");
                        default -> assertThat(columns).containsExactlyInAnyOrder("id", "plan");
                    }
                });
    }

    @Test
    void aFieldOfManyRowsOverTwoWaysIsAFanOut() {
        Diagnostic problem = problem(List.of("places"), List.of("trips.km"));
        assertThat(problem.code()).isEqualTo(PlanCodes.FAN_OUT);
        assertThat(problem.message()).contains("\"places\"").contains("\"trips\"");
    }

    @Test
    void aRowCountsOnceForEachValueOverABridge() {
        Plan plan = plan(List.of("orders"), List.of("items.quantity"));
        assertThat(plan.scans()).extracting(Node.Scan::name).containsExactly("b2_items", "s1_orders");
        assertThat(plan.scans().getFirst().grouped()).isTrue();
        // Rows that share a key meet the same values, each of them once: the key need not be unique.
        assertThat(plan.uniqueKeys())
                .extracting(key -> key.dataset().name() + key.fields())
                .doesNotContain("orders[id]");
    }

    @Test
    void twoEquallyShortWaysAreAmbiguous() {
        assertThat(problem(List.of("km"), List.of("places.country")).code()).isEqualTo(PlanCodes.AMBIGUOUS_PATH);
    }

    @Test
    void noWayIsAnError() {
        assertThat(problem(List.of("revenue"), List.of("places.country")).code())
                .isEqualTo(PlanCodes.NO_PATH);
    }

    @Test
    void linesGoByTheTimeOfTheirOrder() {
        Node.Scan scan =
                plan(List.of("items_by_order"), List.of("time.month")).scans().getFirst();
        assertThat(scan.bounds()).extracting(bound -> bound.time().dataset()).contains("orders");
        // A bound on the join would take the time of a later order away, and its lines would count as without one.
        assertThat(scan.joins()).extracting(Node.Join::bound).containsOnlyNulls();
    }

    @Test
    void aTimeThatNoRowLeadsToIsAnError() {
        Diagnostic problem = problem(List.of("items_by_ticket"), List.of());
        assertThat(problem.code()).isEqualTo(PlanCodes.MANY_TO_MANY);
        assertThat(problem.message()).contains("items").contains("tickets");
    }

    @Test
    void aPeriodOfRowsWithoutTimeIsAnError() {
        assertThat(problem(List.of("metres"), List.of("time.month")).code()).isEqualTo(PlanCodes.NO_TIME);
        assertThat(problem(List.of("metres"), List.of(), "2026-01", List.of()).code())
                .isEqualTo(PlanCodes.NO_TIME);
        assertThat(plan(List.of("metres"), List.of()).scans()).hasSize(1);
    }

    @Test
    void aCountOfNothingInParticularIsAnError() {
        assertThat(problem(List.of("rows"), List.of()).code()).isEqualTo(PlanCodes.NO_HOME);
    }

    @Test
    void everyUnknownNameIsReportedAtOnce() {
        DiagnosticException e =
                failure(List.of("revenu", "ordrs"), List.of("time.moth", "continnt"), null, List.of("previos"));
        assertThat(e.diagnostics())
                .extracting(Diagnostic::code)
                .containsOnly(PlanCodes.UNKNOWN_NAME)
                .hasSize(5);
        assertThat(e.diagnostics())
                .extracting(Diagnostic::fix)
                .allSatisfy(fix -> assertThat(fix).contains("did you mean"));
    }

    @Test
    void aBareNameOfTwoDatasetsIsAmbiguous() {
        Diagnostic problem = problem(List.of("tickets", "orders"), List.of("id"));
        assertThat(problem.code()).isEqualTo(PlanCodes.AMBIGUOUS_NAME);
    }

    @Test
    void aComparisonNeedsItsPeriod() {
        assertThat(problem(List.of("orders"), List.of("time.month"), null, List.of("previous"))
                        .code())
                .isEqualTo(PlanCodes.NO_PERIOD);
        assertThat(problem(List.of("orders"), List.of("time.month"), "2027", List.of("previous"))
                        .code())
                .isEqualTo(PlanCodes.NO_PERIOD);
    }

    @Test
    void windowsAreCutAtTheLongestStretchThatFits() {
        LocalDateTime noon = LocalDateTime.of(2026, 11, 14, 12, 0);
        assertThat(bucket(noon.toLocalDate().atStartOfDay())).isEqualTo(Grain.DAY);
        assertThat(bucket(noon)).isEqualTo(Grain.HOUR);
        assertThat(bucket(noon.plusSeconds(61))).isEqualTo(Grain.SECOND);
        assertThat(bucket(noon.plusNanos(1000))).isNull();
    }

    private @Nullable Grain bucket(LocalDateTime end) {
        Question question = Question.windows(
                List.of(MetricUse.of("orders")), List.of(new TimeWindow(end.minusDays(3), end)), AS_OF.seenBefore());
        Expr key = Planner.plan(catalog, question)
                .scans()
                .getFirst()
                .keys()
                .getFirst()
                .value();
        return ((Expr.CalendarRef) key).cut() instanceof TimeCut.At(Grain grain) ? grain : null;
    }

    private Plan plan(List<String> metrics, List<String> by) {
        return plan(metrics, by, null, List.of());
    }

    private Plan plan(List<String> metrics, List<String> by, @Nullable String from, List<String> compare) {
        QuestionText text = new QuestionText(metrics, by, null, from, null, compare, List.of(), null);
        QuestionParser parser = new QuestionParser(catalog, (condition, scope) -> {
            throw new AssertionError("no condition is asked");
        });
        return Planner.plan(catalog, parser.parse(text, AS_OF, AS_OF.seenBefore()));
    }

    private Diagnostic problem(List<String> metrics, List<String> by) {
        return problem(metrics, by, null, List.of());
    }

    private Diagnostic problem(List<String> metrics, List<String> by, @Nullable String from, List<String> compare) {
        return failure(metrics, by, from, compare).diagnostics().getFirst();
    }

    private DiagnosticException failure(
            List<String> metrics, List<String> by, @Nullable String from, List<String> compare) {
        return catchThrowableOfType(DiagnosticException.class, () -> plan(metrics, by, from, compare));
    }
}
