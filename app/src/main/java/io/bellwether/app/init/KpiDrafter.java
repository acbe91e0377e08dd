package io.bellwether.app.init;

import io.bellwether.app.init.MetricDraft.Promise;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** First promises: a little better than the last twelve months were, in round numbers. */
final class KpiDrafter {
    private static final int MOST = 5;
    private static final int YEAR = 365;
    private static final BigDecimal BETTER = new BigDecimal("1.05");

    private final Draft draft;
    private final History history;
    private final int open;

    /** @param open the year that is not over yet: a promise for one that is could not be kept any more */
    KpiDrafter(Draft draft, History history, int open) {
        this.draft = draft;
        this.open = open;
        this.history = history;
    }

    List<KpiDraft> draft() {
        return draft.metrics().stream()
                .filter(m -> m.promise() != Promise.NONE)
                .map(this::kpi)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private Optional<KpiDraft> kpi(MetricDraft metric) {
        var months = history.months().getOrDefault(metric.name(), List.of());
        BigDecimal year = history.year().get(metric.name());
        BigDecimal middle = median(months);
        return switch (metric.promise()) {
            case TOTAL -> positive(year).map(y -> total(metric, y));
            case REACH -> positive(year).map(y -> reach(metric, y));
            case AT_LEAST -> positive(middle).map(m -> holds(metric, "at_least", m, RoundingMode.DOWN));
            case AT_MOST -> positive(middle).map(m -> holds(metric, "at_most", m, RoundingMode.UP));
            case NONE -> Optional.empty();
        };
    }

    /** Where there is less than a year of data, a year at its pace. */
    private KpiDraft total(MetricDraft metric, BigDecimal sum) {
        long days = ChronoUnit.DAYS.between(history.first(), history.last()) + 1;
        boolean part = days < YEAR;
        BigDecimal year = part
                ? sum.multiply(BigDecimal.valueOf(YEAR)).divide(BigDecimal.valueOf(days), MathContext.DECIMAL64)
                : sum;
        BigDecimal better = whole(metric, round(year.multiply(BETTER), RoundingMode.HALF_UP), RoundingMode.UP);
        String basis = part
                ? "all data, of " + days + " days, came to " + shown(metric, sum) + "; this is a year at that pace"
                : "the last 12 months came to " + shown(metric, sum);
        return kpi(metric, "{ total: " + number(better) + ", " + by() + " }", basis);
    }

    /** A count has no parts. */
    private static BigDecimal whole(MetricDraft metric, BigDecimal value, RoundingMode mode) {
        return "count".equals(metric.unit()) ? value.setScale(0, mode) : value;
    }

    private KpiDraft reach(MetricDraft metric, BigDecimal year) {
        String level = amount(metric, round(year.multiply(BETTER), RoundingMode.HALF_UP));
        String start = amount(metric, year.round(new MathContext(4)));
        String target = "{ reach: " + level + ", baseline: " + start + ", " + by() + " }";
        return kpi(metric, target, "over the last 12 months it was " + shown(metric, year));
    }

    private KpiDraft holds(MetricDraft metric, String form, BigDecimal month, RoundingMode mode) {
        String target =
                "{ " + form + ": " + amount(metric, whole(metric, round(month, mode), mode)) + ", " + by() + " }";
        return kpi(metric, target, "half of the last months were better than " + shown(metric, month));
    }

    private KpiDraft kpi(MetricDraft metric, String target, String basis) {
        var supporting = draft.metrics().stream()
                .map(MetricDraft::name)
                .filter(n -> !n.equals(metric.name()))
                .limit(3)
                .toList();
        return new KpiDraft(metric, metric.name() + "_" + open, target, basis, supporting);
    }

    private String by() {
        return "by: " + open;
    }

    /** As a definition has it: a share as a percentage, with underscores between thousands. */
    private static String amount(MetricDraft metric, BigDecimal value) {
        return "percent".equals(metric.unit()) ? percent(value) : number(value);
    }

    private static String shown(MetricDraft metric, BigDecimal value) {
        BigDecimal cut =
                value.setScale(Math.max(0, Math.min(4, 4 - value.precision() + value.scale())), RoundingMode.HALF_UP);
        return amount(metric, "percent".equals(metric.unit()) ? value.round(new MathContext(3)) : cut);
    }

    private static String percent(BigDecimal share) {
        return plain(share.movePointRight(2)) + "%";
    }

    private static String number(BigDecimal value) {
        String plain = plain(value);
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "_") + (point < 0 ? "" : plain.substring(point));
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static BigDecimal round(BigDecimal value, RoundingMode mode) {
        return value.round(new MathContext(2, mode));
    }

    private static Optional<BigDecimal> positive(@Nullable BigDecimal value) {
        return Optional.ofNullable(value).filter(v -> v.signum() > 0);
    }

    private static @Nullable BigDecimal median(List<BigDecimal> values) {
        var sorted = values.stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
    }
}
