package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Show;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Gaps;
import io.bellwether.core.time.TimeStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows, offsets, levels, fills, inputs and conversions, from text to catalog. */
class MetricKindsTest {
    private static final String CALENDAR = """
            calendar: { table: { dataset: days, time: ds, grains: { alien_day: alien_day } } }
            """;

    private static Resolution metrics(String... lines) {
        return Workspaces.stays(
                CALENDAR,
                "metrics:\n  - { name: bookings, expression: count(bookings.id) }\n"
                        + "  - { name: value, expression: sum(bookings.value) }\n  - "
                        + String.join("\n  - ", lines));
    }

    private static Metric.Expression x(String keys) {
        Resolution resolution = metrics("{ name: x, " + keys + " }");
        assertThat(resolution.diagnostics()).isEmpty();
        return (Metric.Expression) resolution.sound().metrics().get("x");
    }

    @Test
    void aFrameSaysWhichRowsCount() {
        assertThat(x("expression: sum(bookings.value), window: 28 days")
                        .timing()
                        .frame())
                .isEqualTo(new Timing.Frame.Rolling(new TimeStep(28, "day")));
        assertThat(x("expression: value, window: 2 alien_days").timing().frame())
                .isEqualTo(new Timing.Frame.Rolling(new TimeStep(2, "alien_day")));
        assertThat(x("expression: value, to_date: month").timing().frame()).isEqualTo(new Timing.Frame.ToDate("month"));
        assertThat(x("expression: value, to_date: alien_day").timing().frame())
                .isEqualTo(new Timing.Frame.ToDate("alien_day"));
        assertThat(x("expression: value, all_time: true").timing().frame()).isEqualTo(new Timing.Frame.AllTime());
        assertThat(x("expression: value, all_time: false").timing().frame()).isNull();
    }

    @Test
    void ofAFrameOneValueIsPicked() {
        assertThat(x("expression: value, window: 2 months, pick: first")
                        .timing()
                        .pick())
                .isEqualTo(Timing.Pick.FIRST);
        assertThat(x("expression: value, window: 2 months").timing().pick()).isEqualTo(Timing.Pick.END);
    }

    @Test
    void anOffsetGoesBackOrToAStart() {
        assertThat(x("expression: value, offset: 1 year").timing().offset())
                .isEqualTo(new Timing.Offset.Back(new TimeStep(1, "year")));
        assertThat(x("expression: value, offset: { to_start: month }").timing().offset())
                .isEqualTo(new Timing.Offset.ToStart("month"));
    }

    @Test
    void aLevelIsTakenAtOneMomentPerhapsPerSomething() {
        assertThat(x("expression: sum(listings.capacity), over_time: last")
                        .timing()
                        .overTime())
                .isEqualTo(new Timing.OverTime(Timing.Choice.LAST, List.of()));
        Timing.OverTime level =
                x("expression: sum(listings.capacity), over_time: { choose: average, by: [listings.country, host.home] }")
                        .timing()
                        .overTime();
        assertThat(level.choice()).isEqualTo(Timing.Choice.AVERAGE);
        assertThat(level.by()).extracting(Show::of).containsExactly("listings.country", "host.home");
    }

    @Test
    void aFillStandsForNothing() {
        assertThat(x("expression: value, fill: 0").timing().fill())
                .isEqualTo(new Timing.Fill(BigDecimal.ZERO, Gaps.EACH_GROUP));
        assertThat(x("expression: value, fill: { value: -1, every_period: false }")
                        .timing()
                        .fill())
                .isEqualTo(new Timing.Fill(new BigDecimal(-1), Gaps.LEFT_OUT));
        assertThat(x("expression: value, fill: { every_period: true }").timing().fill())
                .isEqualTo(new Timing.Fill(null, Gaps.EACH_GROUP));
    }

    @Test
    void inputsAreNamesOfTheFormulasOwn() {
        Metric.Expression growth = x("expression: bookings - before + bookings / before,"
                + " inputs: { before: { metric: bookings, offset: 14 days, where: bookings.is_instant },"
                + " value: { metric: bookings } }");
        assertThat(growth.inputs()).containsOnlyKeys("before", "value");
        Metric.Input before = growth.inputs().get("before");
        assertThat(before.metric()).isEqualTo("bookings");
        assertThat(before.offset()).isEqualTo(new Timing.Offset.Back(new TimeStep(14, "day")));
        assertThat(Show.of(before.where())).isEqualTo("bookings.is_instant");
        assertThat(growth.inputNames()).containsExactly("bookings");
        assertThat(x("expression: value + 1, inputs: { value: { metric: bookings } }")
                        .inputNames())
                .containsExactly("bookings");
    }

    @Test
    void aConversionCountsRowsOfDatasets() {
        Resolution resolution = metrics("{ name: x, fill: 0, conversion: { from: listings, to: bookings,"
                + " by: { user_id: guest_id }, within: 7 days, same: [listing_id] } }");
        assertThat(resolution.diagnostics()).isEmpty();
        Metric.Conversion x = (Metric.Conversion) resolution.sound().metrics().get("x");
        assertThat(x.base().dataset()).isEqualTo("listings");
        assertThat(Show.of(x.base().value())).isEqualTo("(count_rows)");
        assertThat(Show.of(x.base().entity())).isEqualTo("listings.user_id");
        assertThat(Show.of(x.base().time())).isEqualTo("listings.created_at");
        assertThat(Show.of(x.follower().value())).isEqualTo("(count_rows)");
        assertThat(x.follower().dataset()).isEqualTo("bookings");
        assertThat(Show.of(x.follower().entity())).isEqualTo("bookings.guest_id");
        assertThat(x.same()).hasSize(1);
        assertThat(x.within()).isEqualTo(new TimeStep(7, "day"));
        assertThat(x.rate()).isTrue();
        assertThat(x.fill()).isEqualTo(new Timing.Fill(BigDecimal.ZERO, Gaps.EACH_GROUP));
    }

    @Test
    void aConversionTakesValueConditionAndTimeOfAMetric() {
        Resolution resolution = metrics(
                "{ name: spent, expression: sum(bookings.value), where: host.home = 'x', time: listings.created_at }",
                "{ name: x, conversion: { from: listings, to: spent, by: listing_id, result: count } }",
                "{ name: y, expression: x / value }");
        assertThat(resolution.diagnostics()).isEmpty();
        Metric.Conversion x = (Metric.Conversion) resolution.sound().metrics().get("x");
        assertThat(Show.of(x.follower().value())).isEqualTo("(sum bookings.value)");
        assertThat(x.follower().dataset()).isEqualTo("bookings");
        assertThat(Show.of(x.follower().where())).isEqualTo("(equal host.home 'x')");
        assertThat(Show.of(x.follower().time())).isEqualTo("listings.created_at");
        assertThat(x.within()).isNull();
        assertThat(x.rate()).isFalse();
        assertThat(MetricTypes.of(resolution.sound()))
                .containsEntry("x", Type.DECIMAL)
                .containsEntry("y", Type.DECIMAL);
    }

    @Test
    void whatMetricFollowsWhatDatasetIsDecidedByTheDataset() {
        Resolution resolution =
                metrics("{ name: listings, conversion: { from: listings, to: bookings, by: listing_id } }");
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "expression: value, window: 28 ~ D318 ~ \"28\" is not a length of time",
                "expression: value, window: soon after ~ D318 ~ \"soon after\" is not a length of time",
                "expression: value, window: 2 fortnights ~ D308 ~ no grain \"fortnights\"",
                "expression: value, window: [1 day] ~ D303 ~ \"window\" is a text, not a list",
                "expression: value, to_date: mont ~ D308 ~ no grain \"mont\"",
                "expression: value, all_time: yes ~ D308 ~ \"all_time\" is true or false, not \"yes\"",
                "expression: value, window: 1 day, to_date: month ~ D341 ~ \"window\" and \"to_date\" exclude each other",
                "expression: value, all_time: true, to_date: month ~ D341 ~ \"to_date\" and \"all_time\" exclude each other",
                "expression: value, pick: last ~ D341 ~ \"pick\" chooses among the values of a frame, and there is none",
                "expression: value, window: 1 day, pick: middle ~ D308 ~ \"middle\" is not a pick",
                "expression: value, offset: { to_start: mont } ~ D308 ~ no grain \"mont\"",
                "expression: value, offset: { to: month } ~ D304,D302 ~ an offset has no \"to_start\"",
                "expression: value, offset: -1 day ~ D318 ~ \"-1 day\" is not a length of time",
                "expression: value, over_time: middle ~ D308 ~ \"middle\" is not an over_time",
                "expression: value, over_time: { by: bookings.id } ~ D304 ~ over_time has no \"choose\"",
                "expression: value, over_time: { choose: last, by: bookings.idd } ~ D301 ~ \"bookings\" has no field or column \"idd\"",
                "expression: value, over_time: { choose: last, by: time.day } ~ D301 ~ \"time.day\" is no field",
                "expression: value, fill: zero ~ D317 ~ \"zero\" is not a number",
                "expression: value, fill: { valeu: 0 } ~ D302 ~ fill has no key \"valeu\"",
                "expression: value - before, inputs: { before: { metric: boking } } ~ D301 ~ no metric named \"boking\"",
                "expression: value - before, inputs: { before: { offset: 1 day } } ~ D304,D301 ~ an input has no \"metric\"",
                "expression: value - before, inputs: before ~ D303,D301 ~ \"inputs\" is a block of names, not a text",
                "expression: value - b, inputs: { b: { metric: bookings, where: bookings.x } } ~ D301 ~ \"bookings\" has no field or column \"x\"",
                "expression: value - b, inputs: { b: { metric: bookings, offset: 1 moon } } ~ D308 ~ no grain \"moon\"",
                "expression: value, time: host.joined_on ~ D301 ~ no dataset named \"host\"",
                "expression: value, inputs: { v: { metric: x } } ~ ~",
                "expression: x - 1 ~ D307 ~ the metric stands on itself: x → x",
                "expression: v - 1, inputs: { v: { metric: x } } ~ D307 ~ the metric stands on itself: x → x",
                "window: 1 day ~ D304 ~ a metric has no \"expression\"",
                "conversion: { from: listings, by: listing_id } ~ D304 ~ a conversion has no \"to\"",
                "conversion: { from: listings, to: bookings } ~ D304 ~ a conversion has no \"by\"",
                "conversion: { from: listings, to: bookings, by: listing_id, result: share } ~ D308 ~ \"share\" is not a result",
                "conversion: { from: listings, to: bookings, by: listing_id, within: 7 } ~ D318 ~ \"7\" is not a length of time",
                "conversion: { from: listings, to: bookings, by: listing_id, within: 7 moons } ~ D308 ~ no grain \"moons\"",
                "conversion: { from: listings, to: bookings, by: [listing_id, id] } ~ D303 ~ \"by\" is one field: to whom it happens",
                "conversion: { from: listings, to: bookings, by: user_id } ~ D301 ~ \"bookings\" has no field or column \"user_id\"",
                "conversion: { from: listings, to: bookings, by: listing_id, same: [{ country: id }] } ~ D324 ~ cannot compare a text and a number",
                "conversion: { from: listings, to: bookngs, by: listing_id } ~ D301 ~ no dataset or metric named \"bookngs\"",
                "conversion: { from: users, to: bookings, by: { user_id: guest_id } } ~ D338 ~ the rows of \"users\" have no time, so nothing follows them",
                "conversion: { from: listings, to: bookings, by: listing_id }, expression: value ~ D341 ~ \"expression\" has no place beside \"conversion\"",
                "conversion: { from: listings, to: bookings, by: listing_id }, window: 1 day ~ D341 ~ \"window\" has no place beside \"conversion\"",
                "conversion: listings ~ D303 ~ a conversion is a block of keys, not a text",
                "manual: { every: month }, expression: value ~ D341 ~ \"expression\" has no place beside \"manual\"",
                "manual: month ~ D303 ~ manual is a block of keys, not a text",
                "manual: { by: [region] } ~ D304 ~ manual has no \"every\"",
                "manual: { every: hour } ~ D308 ~ \"hour\" is not an every",
                "manual: { every: moon } ~ D308 ~ \"moon\" is not an every",
                "manual: { every: month, by: [value] } ~ D319 ~ \"value\" cannot be what values are of",
                "manual: { every: month, by: [a, a] } ~ D319 ~ \"a\" cannot be what values are of",
                "manual: { every: month, per: a } ~ D302 ~ manual has no key \"per\"",
            })
    void refuses(String keys, String codes, String message) {
        Resolution resolution = metrics("{ name: x, " + keys + " }");
        assertThat(Workspaces.codes(resolution)).containsExactly(codes == null ? new String[0] : codes.split(","));
        if (message != null) {
            assertThat(resolution.diagnostics().getFirst().message()).isEqualTo(message);
            assertThat(resolution.catalog()).isEmpty();
        }
    }

    @Test
    void whatIsNoEventHasNoConversion() {
        Resolution resolution = metrics(
                "{ name: ratio, expression: value / bookings }",
                "{ name: rolling, expression: count(bookings.id), window: 1 day }",
                "{ name: a, conversion: { from: listings, to: ratio, by: listing_id } }",
                "{ name: b, conversion: { from: listings, to: rolling, by: listing_id } }",
                "{ name: c, conversion: { from: listings, to: a, by: listing_id } }");
        assertThat(Workspaces.codes(resolution)).containsExactly("D342", "D342");
    }

    @Test
    void reportsEveryProblemOfAMetric() {
        Resolution resolution = metrics("""
                name: x
                    expression: vaule - before
                    where: bookings.x
                    window: 2 moons
                    offset: { to_start: mont }
                    over_time: { choose: last, by: [bookings.y] }
                    time: bookings.z
                    inputs: { before: { metric: boking, where: bookings.w } }
                """);
        assertThat(Workspaces.codes(resolution))
                .containsExactlyInAnyOrder("D301", "D301", "D308", "D308", "D301", "D301", "D301", "D301");
    }

    @Test
    void onlyFlowsAddUp() {
        Resolution resolution = metrics(
                "{ name: rolling, expression: value, window: 1 day }",
                "{ name: level, expression: value, over_time: last }",
                "{ name: earlier, expression: value, offset: 1 year }",
                "{ name: at_start, expression: v, inputs: { v: { metric: value, offset: { to_start: month } } } }",
                "{ name: share, conversion: { from: listings, to: bookings, by: listing_id } }",
                "{ name: followed, conversion: { from: listings, to: bookings, by: listing_id, result: count } }");
        assertThat(resolution.diagnostics()).isEmpty();
        Leaves leaves = new Leaves(resolution.sound().metrics());
        assertThat(List.of("value", "rolling", "level", "earlier", "at_start", "share", "followed"))
                .extracting(leaves::isAdditive)
                .containsExactly(true, false, false, true, false, false, true);
    }

    private static final Map<String, String> KEYS = Map.of(
            "expression", "value - before",
            "inputs", "{ before: { offset: 1 year, metric: bookings } }",
            "where", "host.home = 'x' and time.month > '2020-01-01'",
            "window", "28 days",
            "pick", "last",
            "offset", "{ to_start: month }",
            "over_time", "{ by: [bookings.listing_id], choose: last }",
            "fill", "{ every_period: false, value: 0 }",
            "time", "listings.created_at",
            "unit", "count");

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.shuffle(KEYS.keySet().stream().sorted().toList());
    }

    @Property(tries = 40)
    void theOrderOfKeysMeansNothing(@ForAll("orders") List<String> order) {
        assertThat(inOrder(order))
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Span.class)
                .isEqualTo(inOrder(KEYS.keySet().stream().sorted().toList()));
    }

    private static Metric inOrder(List<String> order) {
        List<String> keys = new ArrayList<>();
        order.forEach(key -> keys.add(key + ": " + KEYS.get(key)));
        Resolution resolution = metrics("name: x\n    " + String.join("\n    ", keys));
        assertThat(resolution.diagnostics()).isEmpty();
        return resolution.sound().metrics().get("x");
    }
}
