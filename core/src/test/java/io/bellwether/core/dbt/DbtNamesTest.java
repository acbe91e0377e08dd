package io.bellwether.core.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DbtNamesTest {
    private static final Catalog CATALOG = DbtImportTest.catalog();
    private static final DbtNames NAMES = new DbtNames(CATALOG);

    private static Dimension of(String name, String... metrics) {
        return NAMES.dimension(name, Set.of("orders"), List.of(metrics)).orElseThrow();
    }

    @Test
    void metricTimeTakesTheGrainThatTheMetricsNeed() {
        assertThat(of("metric_time", "revenue")).isEqualTo(new Dimension.ByTime(Grain.DAY, "metric_time__day"));
        assertThat(of("metric_time", "revenue", "buyers"))
                .isEqualTo(new Dimension.ByTime(Grain.MONTH, "metric_time__month"));
        assertThat(of("metric_time", "twice_the_buyers"))
                .isEqualTo(new Dimension.ByTime(Grain.DAY, "metric_time__day"));
        assertThat(of("metric_time__week", "buyers")).isEqualTo(new Dimension.ByTime(Grain.WEEK, "metric_time__week"));
        assertThat(of("metric_time__season", "revenue"))
                .isEqualTo(new Dimension.ByTime(new TimeCut.Named("season"), "metric_time__season"));
        assertThat(of("metric_time__extract_dow", "revenue"))
                .isEqualTo(new Dimension.ByTime(new TimeCut.Part(DatePart.DAY_OF_WEEK), "metric_time__extract_dow"));
    }

    @Test
    void aFieldIsReachedByItsEntities() {
        assertThat(of("customer__country"))
                .isEqualTo(new Dimension.ByField("customer", "country", "customer__country"));
        assertThat(of("customer__region__manager"))
                .isEqualTo(new Dimension.ByField("customer.region", "manager", "customer__region__manager"));
        assertThat(of("order_id__is_gift"))
                .isEqualTo(new Dimension.ByField("order_id", "is_gift", "order_id__is_gift"));
    }

    @Test
    void theEndOfAWayIsEnough() {
        assertThat(of("region__manager"))
                .isEqualTo(new Dimension.ByField("customer.region", "manager", "customer__region__manager"));
        assertThat(of("region")).isEqualTo(new Dimension.ByField("customer", "region", "customer__region"));
    }

    @Test
    void aBareTimeTakesItsOwnGrain() {
        assertThat(of("order_id__ordered_at"))
                .isEqualTo(new Dimension.ByField(
                        "order_id", "ordered_at", new TimeCut.At(Grain.DAY), "order_id__ordered_at__day"));
    }

    @Test
    void aBareEntityIsTheRowsOwn() {
        assertThat(of("customer")).isEqualTo(new Dimension.ByField("self", "customer", "customer"));
        assertThat(NAMES.dimension("customer", Set.of(), List.of()))
                .contains(new Dimension.ByField("customer", "customer", "customer"));
    }

    @Test
    void ourOwnNamesAreLeftAlone() {
        assertThat(NAMES.dimension("country", Set.of("orders"), List.of())).isEmpty();
        assertThat(NAMES.dimension("customers.country", Set.of("orders"), List.of()))
                .isEmpty();
        assertThat(NAMES.dimension("time.month", Set.of("orders"), List.of())).isEmpty();
    }

    @Test
    void aFilterFindsTheWholeWayToo() {
        assertThat(NAMES.condition("{{ Dimension('region__manager') }} = 'Ann'", Set.of("orders"), List.of("revenue")))
                .isEqualTo("customer.region.manager = 'Ann'");
        assertThat(NAMES.condition("{{ Dimension('metric_time') }} = d", Set.of("orders"), List.of("buyers")))
                .isEqualTo("time.month = d");
    }
}
