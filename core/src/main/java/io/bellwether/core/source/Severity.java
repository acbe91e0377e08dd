package io.bellwether.core.source;

/** How bad a problem is: an error stops what needs the definition; a warning and an advice do not. */
public enum Severity {
    ERROR,
    WARNING,
    ADVICE
}
