package io.bellwether.core.lint;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every rule that a sound workspace can break: a stable number, what is the matter, and what mends it. None is an error:
 * what breaks them still can be computed. The reference page is generated from this list, and {@code examples/lint} has a
 * workspace for each.
 */
public enum RuleCode {
    K107(
            "K107",
            "too few or too many KPIs",
            Severity.ADVICE,
            "Three to seven active KPIs are what a group of people keeps in view. It counts for each objective (with those"
                    + " under it, where there are too few), for each team (by the owners), and for the top level: the KPIs"
                    + " of objectives that are under no other.",
            "Make the weakest a plain metric or a draft, move some to an objective below, or promote one that is missing."),
    K108(
            "K108",
            "no supporting metric",
            Severity.ADVICE,
            "A KPI alone says that something moved, not why; the metrics beside it do.",
            "Name two to four metrics that move before it or make it up."),
    K109(
            "K109",
            "no response plan",
            Severity.WARNING,
            "A KPI that is off track and leads to nothing is a decoration. The response says what is done then.",
            "Write what the owner does within a week when it is off track."),
    K110(
            "K110",
            "no why",
            Severity.ADVICE,
            "People move a number that they understand the reason of.",
            "Write one sentence for those who have to move it."),
    K111(
            "K111",
            "one-sided objective",
            Severity.ADVICE,
            "Lagging KPIs alone tell the result when it is too late; inputs alone tell how busy we are, not whether it"
                    + " helps. Counted in objectives of two and more active KPIs.",
            "Add a leading KPI to lagging ones, an output to inputs."),
    K112(
            "K112",
            "all weights equal",
            Severity.ADVICE,
            "If all KPIs of an objective weigh the same, nobody has said what matters most. A weight that is not written"
                    + " is 1.",
            "Give the KPI that the objective stands or falls with a weight of 2 or 3."),
    K113(
            "K113",
            "same metric twice",
            Severity.WARNING,
            "Two active KPIs on the same metric and the same slice are one promise with two targets.",
            "Keep one, or slice them with where."),
    K114(
            "K114",
            "two KPIs that move as one",
            Severity.ADVICE,
            "The values of two KPIs have a correlation above 0.98 (or below -0.98) over at least 20 periods that both have:"
                    + " weeks where both are looked at weekly or more often, else months. One of them tells nothing new.",
            "Keep the one that people can move, and make the other a supporting metric."),
    K115(
            "K115",
            "vanity",
            Severity.WARNING,
            "The metric can only rise: a running total or a count of all time looks good whatever happens. Decided by the"
                    + " formula: counts, sums and maxima over all time or to date, and what is added up of them.",
            "Take the metric of the period itself, or a rate."),
    K116(
            "K116",
            "unrealistic target",
            Severity.WARNING,
            "The target was reached in no comparable period, and less than 5 % of at least 20 earlier stretches as long as the"
                    + " one that is left would lead to it from here: by their sum on top of what there is so far, by their"
                    + " change from the last level, or, where a bound must hold, by holding it. Comparable are check periods,"
                    + " earlier timeframes of the same length for sums, and periods of the cadence for levels. On a seasonal"
                    + " path only stretches of the same season count.",
            "Retarget with what is known, or say in the response what will be different this time."),
    K117(
            "K117",
            "already met",
            Severity.ADVICE,
            "The target was met in at least 11 of the last 12 comparable periods: it asks for nothing new. Or the way to it"
                    + " starts at it or beyond: then the level alone is judged.",
            "Retarget, or make it a plain metric with an alert."),
    K118(
            "K118",
            "goalposts moved",
            Severity.WARNING,
            "What is promised was changed inside an open timeframe, and nobody said why.",
            "Say why: retarget with a reason, or reason: on the KPI."),
    K119(
            "K119",
            "review overdue",
            Severity.WARNING,
            "Nobody has looked at the KPI for more than two cadences: the review is overdue by more than one.",
            "Check in on it, choose a longer cadence, or retire it."),
    K120(
            "K120",
            "always the same verdict",
            Severity.WARNING,
            "Missed three timeframes in a row, or achieved six: the target no longer steers anything.",
            "Retarget, demote or retire it."),
    K121(
            "K121",
            "data nobody watches",
            Severity.ADVICE,
            "A dataset under an active KPI has no data test, or no expected_every although it has a time: a feed that"
                    + " stops or breaks looks like a result.",
            "Add a test of what must hold, and how often rows must come."),
    K122(
            "K122",
            "formula too deep or too wide",
            Severity.ADVICE,
            "The formula of a KPI's metric stands on formulas more than three levels deep, or reads more than eight"
                    + " metrics and aggregates: nobody can explain its movement.",
            "Promise one of its parts, or compute the whole in fewer steps."),
    K123(
            "K123",
            "data is late",
            Severity.WARNING,
            "The data that an active KPI stands on reaches less far than its expected_every promises.",
            "See why the feed stopped; the KPI has no status until it is back."),
    K124(
            "K124",
            "data test fails",
            Severity.WARNING,
            "Rows that an active KPI stands on break a data test.",
            "Mend the rows at their source, or correct the test."),
    K125(
            "K125",
            "plan on first days",
            Severity.WARNING,
            "Every row of the plan that a KPI is held against lies on the first day of a month, quarter or year: all of it is"
                    + " due on that day, so the KPI is behind from then on and catches up until the last.",
            "Say covers: month (or quarter, year) on the plan's dataset: then each row stands for its whole period."),
    K126(
            "K126",
            "hold without a share",
            Severity.WARNING,
            "A promise over more than four check periods does not say how many of them must be kept: then one that is missed"
                    + " ends it.",
            "Write required: with the share that must be kept; what history kept is proposed."),
    K127(
            "K127",
            "silence looks good",
            Severity.WARNING,
            "A count or sum that should be small (direction down, at_most, a budget) stands on rows of which nothing says how"
                    + " often they come: a feed that stops looks like success.",
            "Say expected_every: on the dataset, or expected_every: never where silence means that nothing happened."),
    M201(
            "M201",
            "metric without description",
            Severity.ADVICE,
            "Two people who read the name alone mean two things.",
            "Say in one sentence what is counted, and what is not."),
    M202(
            "M202",
            "metric without unit",
            Severity.ADVICE,
            "A number without a unit is read as whatever the reader expects.",
            "Add unit: count, percent, currency, a currency's code, or a text."),
    M203(
            "M203",
            "metric without direction",
            Severity.ADVICE,
            "Nobody can say whether a change is good. direction: none says that neither way is.",
            "Add direction: up, down or none."),
    M204(
            "M204",
            "unused metric",
            Severity.ADVICE,
            "No KPI, supporting list, other metric, target, alert or question reads the metric, and nobody is known to"
                    + " have looked at it for a year.",
            "Remove it, or put it beside the KPI that it explains."),
    M205(
            "M205",
            "name against direction",
            Severity.WARNING,
            "The name says that more is bad (churn, complaints, defects) and the direction says that up is good, or the"
                    + " other way round (revenue, satisfaction).",
            "Turn the direction round, or rename the metric."),
    W101(
            "W101",
            "waiver expired",
            Severity.WARNING,
            "The last day of a waiver is over; what it took away counts again.",
            "Mend what it was for, or decide anew and move its date."),
    W102(
            "W102",
            "waiver without use",
            Severity.ADVICE,
            "The waiver takes nothing away: what it was for is mended, or it names something else.",
            "Remove it, or correct its name.");

    private final String id;
    private final String title;
    private final Severity severity;
    private final String meaning;
    private final String mend;

    RuleCode(String id, String title, Severity severity, String meaning, String mend) {
        this.id = id;
        this.title = title;
        this.severity = severity;
        this.meaning = meaning;
        this.mend = mend;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }

    /** What is the matter, and when the rule says so. */
    public String meaning() {
        return meaning;
    }

    /** What a person does about it. */
    public String mend() {
        return mend;
    }

    /** Whether rows, or what was remembered of earlier periods, must be read to tell. */
    public boolean needsData() {
        return switch (this) {
            case K114, K116, K117, K118, K119, K120, K123, K124, K125, K126 -> true;
            case K107, K108, K109, K110, K111, K112, K113, K115, K121, K122, K127 -> false;
            case M201, M202, M203, M204, M205, W101, W102 -> false;
        };
    }

    /** Whether a waiver may take it away. */
    public boolean isWaivable() {
        return this != W101 && this != W102;
    }

    public static Optional<RuleCode> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }

    /** A problem of this kind at a place. */
    Diagnostic at(@Nullable Span span, String message, @Nullable String fix) {
        return new Diagnostic(id, severity, span, message, fix);
    }
}
