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
    // text
    LOWER,
    UPPER,
    TRIM,
    LENGTH,
    SUBSTRING,
    REPLACE,
    POSITION,
    LEFT,
    RIGHT,
    STARTS_WITH,
    // dates; the unit of the first three is a text literal: second … year
    DATE_TRUNC,
    EXTRACT,
    DATE_DIFF,
    TO_DATE
}
