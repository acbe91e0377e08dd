package io.bellwether.core.plan;

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

    private PlanCodes() {}
}
