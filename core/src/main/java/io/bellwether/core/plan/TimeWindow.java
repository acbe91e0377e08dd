package io.bellwether.core.plan;

import java.time.LocalDateTime;

/** A stretch of local time that a question asks a value for; windows may overlap. End is exclusive. */
public record TimeWindow(LocalDateTime start, LocalDateTime end) {}
