package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import org.jspecify.annotations.Nullable;

/**
 * Definitions that another tool keeps, as written: {@code { dbt: target/semantic_manifest.json, tables: data }}.
 *
 * @param path of a {@code semantic_manifest.json} of dbt or of a model of Ossie, relative to the workspace
 * @param ossie which of the two
 * @param tables the folder with a file for each table, or a connection; null for the workspace's own folder
 */
public record ImportDefinition(
        Located<String> path, boolean ossie, @Nullable Located<String> tables) {}
