package io.bellwether.core.expression;

/**
 * Every scalar function and operator that a definition may use. What is not here is refused with a diagnostic: nothing
 * that reads a file, the network, the clock or the session, nothing random, nothing that runs a statement.
 */
public enum Function {
    // operators
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MODULO,
    NEGATE,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    AND,
    OR,
    NOT,
    IS_NULL,
    IS_NOT_NULL,
    IS_TRUE,
    IS_NOT_TRUE,
    IS_FALSE,
    IS_NOT_FALSE,
    IS_DISTINCT_FROM,
    IS_NOT_DISTINCT_FROM,
    BETWEEN,
    LIKE,
    NOT_LIKE,
    CONCAT,
    // conditionals
    COALESCE,
    NULLIF,
    GREATEST,
    LEAST,
    // numbers
    ABS,
    SIGN,
    ROUND,
    FLOOR,
    CEIL,
    SQRT,
    POWER,
    EXP,
    LN,
    LOG10,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    ATAN2,
    RADIANS,
    DEGREES,
    // text
    LOWER,
    UPPER,
    TRIM,
    LTRIM,
    RTRIM,
    LENGTH,
    SUBSTRING,
    REPLACE,
    POSITION,
    LEFT,
    RIGHT,
    STARTS_WITH,
    SPLIT_PART,
    REGEXP_LIKE,
    /** Of every occurrence. */
    REGEXP_REPLACE,
    REPEAT,
    REVERSE,
    LPAD,
    RPAD,
    // dates; the unit of the first four is a text literal: second … year
    DATE_TRUNC,
    EXTRACT,
    DATE_DIFF,
    DATE_ADD,
    TO_DATE,
    // what aggregates of more than one value are given; nothing else takes it
    /** Two numbers of a row. */
    PAIR,
    /** A text, what stands between two of them, and what they are in order of, each with whether downwards. */
    LISTED;

    /** Whether it is no value but several, for an aggregate that takes them together. */
    public boolean isSeveral() {
        return this == PAIR || this == LISTED;
    }
}
