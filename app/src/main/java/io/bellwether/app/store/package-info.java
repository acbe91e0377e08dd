/**
 * In: what people did and what was reported, each as one change by one person. Out: the same, for ever: rows, and the
 * chain of records that says who wrote them. SQLite in the workspace's folder, or PostgreSQL; the same SQL on both. Each
 * use case keeps its own tables' SQL in a class of its own package; here is what all of them stand on. May use: core's
 * values; Jdbi and Flyway stay in here and in those classes.
 */
@NullMarked
package io.bellwether.app.store;

import org.jspecify.annotations.NullMarked;
