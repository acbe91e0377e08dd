package io.bellwether.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statuses that the example is built to show, by SQL that a person wrote over the same files. */
class ExampleKpisTest {
    @ParameterizedTest
    @CsvSource({
        "revenue_of_the_year, on_track",
        "net_revenue_on_plan, at_risk",
        "new_customers, achieved",
        "studio_launch, missed",
        "gift_campaign, too_early",
        "fast_first_response, no_data",
        "recommended, at_risk",
        "fewer_returns, off_track",
        "always_open, at_risk",
        "basket_in_band, on_track",
        "better_conversion, on_track",
        "parcels_on_time, not_started"
    })
    void hasItsStatusByDesign(String kpi, String status) throws Exception {
        try (ShopData data = new ShopData(Path.of("../examples/shop"))) {
            assertThat(data.row(ShopData.resource("kpi/" + kpi + ".sql"))).containsEntry("status", status);
        }
    }
}
