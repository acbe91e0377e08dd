package io.bellwether.app.promise;

import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import io.bellwether.engine.Deadline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers the evidence: the metric's history, how realistic the promise is, who stands on it. */
public final class Dossiers {
    private static final int PERIODS = 12;

    private final Hindsight hindsight;
    private final Closings closings;
    private final Function<String, Optional<String>> looked;

    public Dossiers(Hindsight hindsight, Closings closings) {
        this(hindsight, closings, kpi -> Optional.empty());
    }

    /** @param looked how often a KPI's page was looked at, as a sentence */
    public Dossiers(Hindsight hindsight, Closings closings, Function<String, Optional<String>> looked) {
        this.looked = looked;
        this.hindsight = hindsight;
        this.closings = closings;
    }

    /** What is known of a KPI, by what it promises in this catalog. */
    public Dossier of(Catalog catalog, Kpi kpi, AsOf asOf, Deadline deadline) {
        Map<String, Hindsight.State> states = hindsight.look(catalog, List.of(kpi), asOf, deadline);
        Promised promised = Promised.of(catalog, kpi);
        String words = new PromiseWords(catalog.workspace().calendar()).text(promised);
        List<Dossier.Point> ended = closings.book().of(kpi.name(), 200).stream()
                .filter(closing -> closing.kind() == Closing.Kind.TIMEFRAME)
                .limit(PERIODS)
                .map(closing -> new Dossier.Point(
                        closing.label(),
                        closing.reported().value() == null
                                ? null
                                : ClosingWords.value(
                                        closing, closing.reported(), closing.reported(), kpi.target(), promised.unit()),
                        closing.reported().status().label()))
                .toList();
        if (!(states.get(kpi.name()) instanceof Hindsight.State.Known known)) {
            return new Dossier(words, List.of(), "Its data cannot be read now.", List.of(), ended, usage(catalog, kpi));
        }
        Look look = new Look(catalog, kpi, known.completeness(), promised.unit());
        Map<Hindsight.Moment, String> wanted = new LinkedHashMap<>(look.history());
        Map<Hindsight.Moment, String> comparable = look.comparable();
        wanted.putAll(comparable);
        Map<Hindsight.Moment, LookBack.Stood> stood =
                hindsight.judged(catalog, wanted.keySet(), states, asOf, deadline);
        List<Dossier.Point> judged = look.judged(comparable, stood);
        String reached = known.doubt() == null
                ? reached(judged, kpi)
                : "Its data cannot be trusted now, so nobody can say how realistic the target is. " + known.doubt();
        return new Dossier(words, look.values(stood), reached, judged, ended, usage(catalog, kpi));
    }

    private static Dossier.Point point(String label, @Nullable BigDecimal value, Unit unit, Status status) {
        return new Dossier.Point(label, value == null ? null : NumberText.tile(value, unit), status.label());
    }

    private static String reached(List<Dossier.Point> judged, Kpi kpi) {
        if (kpi.target() == null) {
            return "Nothing is promised yet.";
        }
        if (judged.isEmpty()) {
            return "There is no comparable time in its history: nobody can say how realistic the target is.";
        }
        long met = judged.stream()
                .filter(point -> Status.ACHIEVED.label().equals(point.verdict()))
                .count();
        if (judged.size() == 1) {
            return "The one comparable time in its history would " + (met == 1 ? "" : "not ")
                    + "have met this promise.";
        }
        return "History would have met this promise in " + met + " of " + judged.size() + " comparable times.";
    }

    private List<String> usage(Catalog catalog, Kpi kpi) {
        List<String> usage = new ArrayList<>();
        catalog.kpis().values().stream()
                .filter(other -> !other.name().equals(kpi.name()))
                .forEach(other -> {
                    if (other.metric().equals(kpi.metric())) {
                        usage.add("The KPI \"" + other.label() + "\" promises the same metric.");
                    } else if (other.supporting().contains(kpi.metric())) {
                        usage.add("The KPI \"" + other.label() + "\" shows it as supporting.");
                    }
                });
        catalog.metrics().values().stream()
                .filter(metric -> metric.inputNames().contains(kpi.metric()))
                .forEach(metric -> usage.add("The metric \"" + metric.about().label() + "\" is made of it."));
        if (usage.isEmpty()) {
            usage.add("Nothing else stands on its metric.");
        }
        looked.apply(kpi.name()).ifPresent(usage::add);
        return List.copyOf(usage);
    }

    /** The moments of one KPI's past that are worth a look. */
    private record Look(Catalog catalog, Kpi kpi, Completeness data, Unit unit) {
        /** The metric alone, period by period. */
        Map<Hindsight.Moment, String> history() {
            Kpi bare = promising(null);
            Grain cadence = LookBack.cadence(kpi.cadence());
            Map<Hindsight.Moment, String> moments = new LinkedHashMap<>();
            Period now = calendar().period(data.mark(), cadence);
            LocalDateTime from = calendar().shift(now, cadence, -PERIODS).start();
            for (Period period : calendar().periods(from, data.mark(), cadence)) {
                if (!period.end().isAfter(data.mark()) && isCovered(period)) {
                    moments.put(
                            new Hindsight.Moment(bare, period.end()), calendar().text(period));
                }
            }
            return moments;
        }

        /** The same promise, made for each stretch of the same length before now. */
        Map<Hindsight.Moment, String> comparable() {
            Map<Hindsight.Moment, String> moments = new LinkedHashMap<>();
            Target target = kpi.target();
            Period at = LookBack.timeframe(target, calendar(), data.mark()).orElse(null);
            for (int i = 0; at != null && target != null && i < 4 * PERIODS && moments.size() < PERIODS; i++) {
                if (!at.start().isAfter(data.mark()) && !isCovered(at)) {
                    break;
                }
                if (!at.end().isAfter(data.mark())) {
                    moments.put(
                            new Hindsight.Moment(promising(over(target, at)), at.end()),
                            calendar().text(at));
                }
                at = calendar().before(at);
            }
            return moments;
        }

        private Kpi promising(@Nullable Target target) {
            var old = kpi.promise();
            return kpi.promising(new Kpi.Promise(
                    old.metric(), old.where(), old.slice(), old.direction(), target, old.cadence(), old.thresholds()));
        }

        /** A baseline that is a period goes back with the timeframe. */
        private static Target over(Target target, Period timeframe) {
            Target.Terms old = target.terms();
            Baseline baseline = old.baseline() instanceof Baseline.Over ? null : old.baseline();
            Target.Terms terms = new Target.Terms(
                    new Schedule.By(timeframe), baseline, old.path(), old.tolerance(), old.required(), old.span());
            return target.with(terms);
        }

        /** Whether there are rows for all but the first tenth of it. */
        private boolean isCovered(Period period) {
            LocalDateTime first = data.firstRow();
            if (first == null) {
                return true;
            }
            Duration room = Duration.between(period.start(), period.end()).dividedBy(10);
            return !first.isAfter(period.start().plus(room));
        }

        List<Dossier.Point> values(Map<Hindsight.Moment, LookBack.Stood> stood) {
            List<Dossier.Point> points = new ArrayList<>();
            history().forEach((moment, label) -> {
                LookBack.Stood one = stood.get(moment);
                var value = one == null ? null : one.value();
                points.add(new Dossier.Point(label, value == null ? null : NumberText.tile(value, unit), null));
            });
            return points;
        }

        List<Dossier.Point> judged(
                Map<Hindsight.Moment, String> comparable, Map<Hindsight.Moment, LookBack.Stood> stood) {
            List<Dossier.Point> points = new ArrayList<>();
            comparable.forEach((moment, label) -> {
                LookBack.Stood one = stood.get(moment);
                Judgement judgement = one == null ? null : one.judgement();
                if (judgement != null && judgement.status().isJudged()) {
                    String kept = judgement.kept();
                    points.add(
                            kept == null
                                    ? point(label, Objects.requireNonNull(one).value(), unit, judgement.status())
                                    : new Dossier.Point(
                                            label, kept, judgement.status().label()));
                }
            });
            return points;
        }

        private Calendar calendar() {
            return catalog.workspace().calendar();
        }
    }
}
