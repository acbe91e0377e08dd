package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.Column;

/** A column as DuckDB has it; the type is DuckDB's own name, such as {@code DECIMAL(18,2)}. */
record PhysicalColumn(String name, String type) {
    Column logical() {
        return new Column(name, DuckTypes.logical(type));
    }
}
