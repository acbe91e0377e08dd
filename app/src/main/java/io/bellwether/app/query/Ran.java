package io.bellwether.app.query;

import java.time.Duration;

/** A statement that an engine ran, and how long it took. */
public record Ran(String sql, Duration took) {}
