package io.bellwether.core.source;

import org.jspecify.annotations.Nullable;

/**
 * Every problem that definitions can have: a stable number, a title, and what it means. The reference page is generated
 * from this list, and {@code examples/broken} has a workspace for each.
 */
public enum Code {
    UNKNOWN_NAME("D301", "unknown name", "A metric, dataset, field, column or objective of this name does not exist."),
    UNKNOWN_KEY("D302", "unknown key", "The key means nothing here; it is probably misspelled or indented wrongly."),
    WRONG_SHAPE("D303", "wrong shape", "A list, a text or a block of keys stands where something else belongs."),
    MISSING_KEY("D304", "missing key", "A definition lacks a key that it cannot do without."),
    DUPLICATE_KEY("D305", "duplicate key", "The same key stands twice in one block; only one could count."),
    DUPLICATE_NAME("D306", "duplicate name", "Two definitions of the same kind share a name, perhaps in two files."),
    CYCLE("D307", "cycle", "Definitions stand on each other in a circle, so none of them has a value."),
    UNKNOWN_WORD("D308", "unknown word", "The key takes one of a few words, and this is none of them."),
    YAML("D309", "not YAML", "The file cannot be read as YAML from this place on; nothing in it is used."),
    TAB("D310", "tab", "YAML is indented by spaces; a tab stands where indentation belongs."),
    ENCODING("D311", "encoding", "The file is not UTF-8 text, or holds control characters."),
    TOO_LARGE("D312", "too large", "The file is larger, deeper or more repeated by aliases than any person writes."),
    DOCUMENTS("D313", "several documents", "A file holds one YAML document; what follows \"---\" would be lost."),
    EMPTY("D314", "nothing defined", "The workspace has no definitions at all.", Severity.WARNING),
    NOT_READ("D315", "not read", "The key is known, but this version does not read it.", Severity.WARNING),
    NOT_COMPUTED("D316", "not computed", "The metric is of a kind that this version cannot compute."),
    NUMBER("D317", "not a number", "A number belongs here: 1_000, 2.5, 25%, or with a unit of time 4h, 30 min, 1 day."),
    PERIOD("D318", "not a date or period", "A date, a period or a length of time cannot be read."),
    BAD_NAME("D319", "bad name", "Names are snake_case: lower-case letters, digits and underscores."),
    SYNTAX("D320", "expression syntax", "The text is not an SQL expression; the place is where it stops making sense."),
    FUNCTION("D321", "unknown function", "The function is not in the list of functions that definitions may use."),
    FORBIDDEN(
            "D322",
            "not allowed in an expression",
            "No subqueries, comments, parameters, statements; no windows where rows are chosen."),
    ARGUMENTS(
            "D323",
            "wrong arguments",
            "The function takes another number of arguments, or a fixed text in this place."),
    TYPE("D324", "wrong type", "An operation meets a value that it is not defined for, such as the sum of a text."),
    TOO_DEEP("D325", "too long or deep", "The expression is longer or nested deeper than any person writes."),
    BARE_FIELD("D326", "field without dataset", "In a metric a bare name is a metric; a field is dataset.field."),
    OUTSIDE_AGGREGATE(
            "D327", "field outside of an aggregate", "A metric is one number per period: say how rows become one."),
    AGGREGATE("D328", "aggregate out of place", "Aggregates do not nest, and a condition on rows cannot hold one."),
    RESULT("D329", "wrong result", "A condition must come out as true or false, what a KPI promises as a number."),
    UNRELATED("D330", "datasets not related", "An expression joins datasets without a relationship between them."),
    RELATIONSHIP("D331", "bad relationship", "The columns of a relationship do not pair up."),
    COLUMN("D332", "column not found", "The source has no such column."),
    OTHER_DATASET(
            "D333",
            "field of another dataset",
            "A field reads its own row, and of other datasets what its row has one of."),
    TARGET_FORM(
            "D334", "target without one form", "A target says exactly one of reach, increase_by, total, at_least, …"),
    TARGET_UNIT("D335", "target in another unit", "The target's unit does not fit the unit of the metric."),
    TARGET_RANGE(
            "D336", "senseless value", "The value lies outside of what can make sense, such as a negative weight."),
    TARGET_DIRECTION("D337", "target against direction", "The target asks for the opposite of what is good."),
    NO_TIME("D338", "no time", "A KPI's metric stands on a dataset without a time field: rows belong to no period."),
    TIME_TYPE("D339", "time is not a time", "The time field is neither a date nor a timestamp."),
    NOT_ADDITIVE("D340", "total of what does not add up", "An average or a ratio cannot be summed over a timeframe."),
    APART("D341", "keys that exclude each other", "Two keys of a definition cannot both hold, or one needs another."),
    EVENT(
            "D342",
            "not an event",
            "A conversion follows rows: those of a dataset, or of a metric that is one aggregate."),
    REAGGREGATION(
            "D343",
            "aggregate of aggregates",
            "The plan would aggregate parts again, and this aggregate of a whole does not follow from its parts."),
    TEXT_LENGTH(
            "D344",
            "text too long",
            "The constants of an expression make a text of more than 10,000 characters, which keeps an engine busy for nothing."),
    SECRET(
            "D371",
            "secret in plain text",
            "A password or token stands in a file; it belongs where only the server reads it."),
    ADDRESS("D372", "not an address", "A connection's url is not one that a driver could open."),
    TEST_TIME("D381", "test without time", "A test counts rows of periods, and the dataset has no time."),
    TEST_RELATED(
            "D382",
            "test of no relationship",
            "A test looks for the rows that others refer to, and no one relationship or pair of fields says which."),
    K101("K101", "KPI without objective", "An active KPI serves an objective."),
    K102("K102", "KPI without target", "An active KPI has a target: without one nobody has promised anything."),
    K103("K103", "target without timeframe", "A target ends: by, every, or the objective's timeframe."),
    K104("K104", "KPI without owner", "An active KPI has one owner."),
    K105("K105", "KPI without cadence", "An active KPI is looked at daily, weekly, monthly, quarterly or yearly."),
    K106("K106", "KPI without direction", "An active KPI, or its metric, says which way is good.");

    private final String id;
    private final String title;
    private final String meaning;
    private final Severity severity;

    Code(String id, String title, String meaning) {
        this(id, title, meaning, Severity.ERROR);
    }

    Code(String id, String title, String meaning, Severity severity) {
        this.id = id;
        this.title = title;
        this.meaning = meaning;
        this.severity = severity;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public Severity severity() {
        return severity;
    }

    /** A problem of this kind at a place. */
    public Diagnostic at(@Nullable Span span, String message, @Nullable String fix) {
        return new Diagnostic(id, severity, span, message, fix);
    }
}
