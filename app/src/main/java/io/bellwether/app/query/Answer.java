package io.bellwether.app.query;

import io.bellwether.engine.Table;
import java.util.List;

/**
 * What came back for a question.
 *
 * @param statements every statement that ran for it, in order
 */
public record Answer(Table table, List<Ran> statements) {}
