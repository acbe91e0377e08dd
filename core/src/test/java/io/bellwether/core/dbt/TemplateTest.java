package io.bellwether.core.dbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Template TEMPLATE = new Template(Set.of("alien_day"), name -> name, "week");

    private static String translated(String text) {
        return TEMPLATE.translate(new SourceFile("filter", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{{ Dimension('listing__country') }} = 'us'                     | listing.country = 'us'",
                "{{Dimension(\"listing__user__state\")}} IS NULL                | listing.user.state IS NULL",
                "NOT {{ Dimension('booking__is_instant', entity_path=[]) }}     | NOT booking.is_instant",
                "{{ Dimension('user__state', entity_path=['listing']) }} = 'x'  | listing.user.state = 'x'",
                "{{ Dimension('user__state', ['listing']) }} = 'x'              | listing.user.state = 'x'",
                "{{ Entity('listing') }} IS NOT NULL                            | self.listing IS NOT NULL",
                "{{ Entity('listing__user') }} = 1                              | listing.user = 1",
                "{{ TimeDimension('metric_time', 'MONTH') }} = d                | time.month = d",
                "{{ TimeDimension('metric_time') }} = d                         | time.week = d",
                "{{ Dimension('metric_time').grain('year') }} = d               | time.year = d",
                "{{ TimeDimension('metric_time__quarter') }} = d                | time.quarter = d",
                "{{ TimeDimension('metric_time', 'alien_day') }} = d            | time.alien_day = d",
                "{{ Dimension('metric_time').date_part('year') }} = 2020        | extract(year from time.day) = 2020",
                "{{ TimeDimension('booking__ds', 'month') }} = d                | date_trunc('month', booking.ds) = d",
                "{{ TimeDimension('listing__ds', 'alien_day') }} = d            | calendar(listing.ds, 'alien_day') = d",
                "{{ Dimension('booking__ds').date_part('dow') }} = 1            | extract(isodow from booking.ds) = 1",
                "{{ TimeDimension('booking__ds', date_part_name='doy') }} = 1   | extract(doy from booking.ds) = 1",
                "{{ Metric('bookings', group_by=['listing']) }} > 2             | per(bookings, self.listing) > 2",
                "{{ Metric('views', ['view__listing']) }} > 2                   | per(views, self.listing) > 2",
                "{{ Metric('a', [Dimension('listing')]) }} > 2                  | per(a, self.listing) > 2",
                "metric_time__day > d AND revenue_instance__ds__day < e         | time.day > d AND date_trunc('day', revenue_instance.ds) < e",
                "listing__name = 'metric_time__day'                             | listing.name = 'metric_time__day'",
                "{{ Dimension('order__group') }} = 1                            | \"order\".\"group\" = 1",
                "plain > 0 AND x.y = 'it''s'                                    | plain > 0 AND x.y = 'it''s'",
            })
    void translates(String dbt, String ours) {
        assertThat(translated(dbt)).isEqualTo(ours);
        var problems = new Problems();
        assertThat(ExpressionParser.parse(Excerpt.of(new SourceFile("ours", ours)), problems))
                .as("%s", problems.all())
                .isPresent();
    }

    @Test
    void whatIsNoneOfDbtsTemplatesIsAProblemAtItsPlace() {
        assertThatThrownBy(() -> translated("1 = 1 and {{ ref('x') }}"))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        e -> assertThat(e.diagnostics().getFirst().span().text())
                                .isEqualTo("{{ ref('x') }}"));
        assertThatThrownBy(() -> translated("{{ Dimension('x' }}")).isInstanceOf(DiagnosticException.class);
    }
}
