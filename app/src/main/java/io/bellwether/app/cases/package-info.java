/**
 * In: a folder of questions in dbt's words with the answers that are expected. Out: which of them we give. May use: all
 * use cases, {@code wiring}.
 */
@NullMarked
package io.bellwether.app.cases;

import org.jspecify.annotations.NullMarked;
