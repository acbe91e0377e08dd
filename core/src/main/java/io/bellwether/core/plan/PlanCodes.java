package io.bellwether.core.plan;

import io.bellwether.core.source.CodeEntry;
import java.util.List;

/** The codes of what a question can run into; the reference explains each. */
public final class PlanCodes {
    /** Two equally short ways lead from one dataset to another. */
    public static final String AMBIGUOUS_PATH = "D350";
    /** No way leads from one dataset to another. */
    public static final String NO_PATH = "D351";
    /** The way would count rows more than once. */
    public static final String FAN_OUT = "D352";
    /** A period is asked of rows that have no time. */
    public static final String NO_TIME = "D353";
    /** An aggregate does not say which rows it is about. */
    public static final String NO_HOME = "D354";
    /** The key that a relationship leads to is not unique in the data. */
    public static final String KEY_NOT_UNIQUE = "D355";
    /** The datasets of a question are on different engines. */
    public static final String TWO_ENGINES = "D373";
    /** The engine has no aggregate of this kind. */
    public static final String NOT_OF_THIS_ENGINE = "D374";
    /** A calendar table lacks times that a window or an offset is counted in. */
    public static final String NOT_LISTED = "D375";
    /** Many rows on both sides: no join leads there. */
    public static final String MANY_TO_MANY = "D356";
    /** A condition mixes what a row is with what it has many of. */
    public static final String MIXED_CONDITION = "D357";
    /** A window is about what the rows of the answer are not grouped by. */
    public static final String NOT_GROUPED = "D358";
    /** A window would go over rows that a bridge has made several of. */
    public static final String WINDOW_FAN_OUT = "D359";
    /** A question names nothing that exists. */
    public static final String UNKNOWN_NAME = "Q501";
    /** A question asks for nothing. */
    public static final String EMPTY = "Q502";
    /** A part of a question is not written as it must be. */
    public static final String MALFORMED = "Q503";
    /** A field's bare name is a field of several datasets. */
    public static final String AMBIGUOUS_NAME = "Q504";
    /** A comparison lacks the period that it compares. */
    public static final String NO_PERIOD = "Q505";
    /** A metric's window or offset can only be seen period by period. */
    public static final String NEEDS_PERIODS = "Q506";

    /** A question would have more periods than anybody reads. */
    public static final String TOO_MANY_PERIODS = "Q507";

    /** Rows that each stand for a whole period are asked for a part of it. */
    public static final String CUT_PERIOD = "Q508";

    /** What the reference says about each. */
    public static final List<CodeEntry> ALL = List.of(
            new CodeEntry(
                    AMBIGUOUS_PATH,
                    "two ways",
                    "Two equally short ways of relationships lead from one dataset to another, and they may mean different things.",
                    "Give the relationships names and say which is meant: role.field."),
            new CodeEntry(
                    NO_PATH,
                    "no way",
                    "No relationship leads from the rows of a metric to the dataset of a field.",
                    "Add the relationship, or leave the field out."),
            new CodeEntry(
                    FAN_OUT,
                    "counted more than once",
                    "The way to a field goes from one row to many, so a row would be counted once for each of them.",
                    "Use a metric over the dataset with more rows, or leave the field out."),
            new CodeEntry(
                    NO_TIME,
                    "rows without time",
                    "A period is asked of a dataset that has no time, so its rows fall into none.",
                    "Name the dataset's time column with time:, or ask without a period."),
            new CodeEntry(
                    NO_HOME,
                    "aggregate of no rows",
                    "An aggregate names no field, so nothing says which rows it is about.",
                    "Name a field, for example count(orders.id)."),
            new CodeEntry(
                    KEY_NOT_UNIQUE,
                    "key not unique",
                    "Several rows share the key that a relationship leads to: joining to them would count rows more than once.",
                    "Name columns that are unique, or mend the data."),
            new CodeEntry(
                    MIXED_CONDITION,
                    "condition on two sides of a bridge",
                    "One condition is about a row and about rows that it has many of, such as a customer's country or her orders' size: no single row there answers it.",
                    "Join the two conditions with \"and\", or ask one after the other."),
            new CodeEntry(
                    TWO_ENGINES,
                    "datasets in two places",
                    "The datasets of a question are on different connections, or some are files: rows never travel to be put together.",
                    "Ask for them one after the other, or bring both to one place."),
            new CodeEntry(
                    NOT_OF_THIS_ENGINE,
                    "not of this engine",
                    "The engine that has the data cannot compute what is asked, and something like it would be a wrong answer.",
                    "Ask for something else, or bring the data to an engine that can."),
            new CodeEntry(
                    NOT_LISTED,
                    "calendar table with gaps",
                    "A metric's window or offset is counted in a grain of a calendar table, and the table says nothing of some days between or with rows: what counts for them is unknown.",
                    "Add the days to the table, or count in days, months or years."),
            new CodeEntry(
                    MANY_TO_MANY,
                    "many to many",
                    "The way to a field has many rows on both sides, so no join keeps every row counted once.",
                    "Give one side a key, add a dataset between them, or leave the field out."),
            new CodeEntry(
                    NOT_GROUPED,
                    "window over what is not grouped by",
                    "A metric's window parts or orders the rows of the answer by a field that the question does not group by, so that a row has many values of it.",
                    "Group by the field, or leave the metric out."),
            new CodeEntry(
                    WINDOW_FAN_OUT,
                    "window over repeated rows",
                    "The rows of a metric with a window belong to several groups at once, so its window would count them several times.",
                    "Group by something that each row has one of."),
            new CodeEntry(
                    UNKNOWN_NAME,
                    "unknown name in a question",
                    "A question names a metric, field, comparison or column that does not exist.",
                    "Correct the name; the nearest one is told."),
            new CodeEntry(EMPTY, "empty question", "A question asks for no metric.", "Name at least one metric."),
            new CodeEntry(
                    MALFORMED,
                    "question not understood",
                    "A day, a period, an order or a limit is not written as it must be, or they contradict each other.",
                    "Write days as 2026-11-14, periods as 2026-11, 2026-Q3 or 2026, and moments as 2026-11-14T10:30."),
            new CodeEntry(
                    AMBIGUOUS_NAME,
                    "field of several datasets",
                    "A field's bare name is a field of several datasets.",
                    "Say which: dataset.field."),
            new CodeEntry(
                    NO_PERIOD,
                    "comparison without period",
                    "A comparison lacks the period that it compares, or the period lies after the as-of.",
                    "Say from which day, at the latest the as-of."),
            new CodeEntry(
                    TOO_MANY_PERIODS,
                    "very many periods",
                    "A question that fills periods without rows would have more of them than anybody reads.",
                    "Ask by a longer period, or for a shorter stretch."),
            new CodeEntry(
                    CUT_PERIOD,
                    "part of a covered period",
                    "Rows that each stand for a whole period (covers:) are counted in a part of it, which has no number of rows and no median.",
                    "Ask by whole periods, or for a sum or an average."),
            new CodeEntry(
                    NEEDS_PERIODS,
                    "seen period by period only",
                    "A metric's window or offset is counted in a grain that a calendar table defines, or the question asks by another time than the metric's own.",
                    "Ask by time, for example by time.day, or count in days, weeks, months, quarters or years."));

    private PlanCodes() {}
}
