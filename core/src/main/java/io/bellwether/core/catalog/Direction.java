package io.bellwether.core.catalog;

/** Which way is good. */
public enum Direction {
    UP,
    DOWN,
    NONE
}
