package io.bellwether.core.expression;

/** The kinds of value that an expression can have. Engines map their own types to these. */
public enum Type {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DOUBLE,
    TEXT,
    DATE,
    TIMESTAMP,
    /** An instant; shown and grouped in the workspace's time zone. */
    TIMESTAMP_TZ,
    TIME,
    INTERVAL,
    /** A type we do not compute with (nested, binary), or the type of NULL. */
    OTHER;

    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL || this == DOUBLE;
    }

    /** Whether a value of this type places a row on the time line. */
    public boolean isTemporal() {
        return this == DATE || this == TIMESTAMP || this == TIMESTAMP_TZ;
    }
}
