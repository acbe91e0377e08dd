/**
 * In: dbt's {@code semantic_manifest.json}; names and filters as dbt writes them. Out: the same as our own YAML; questions.
 * May use: all packages before it.
 */
@NullMarked
package io.bellwether.core.dbt;

import org.jspecify.annotations.NullMarked;
