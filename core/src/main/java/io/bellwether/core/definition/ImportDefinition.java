package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import org.jspecify.annotations.Nullable;

/**
 * Definitions that another tool keeps, as written: {@code { dbt: target/semantic_manifest.json, tables: data }}.
 *
 * @param dbt the path of a {@code semantic_manifest.json}, relative to the workspace
 * @param tables the folder with a file for each table, or a connection; null for the workspace's own folder
 */
public record ImportDefinition(
        Located<String> dbt, @Nullable Located<String> tables) {}
