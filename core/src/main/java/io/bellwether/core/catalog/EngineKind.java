package io.bellwether.core.catalog;

import java.util.Locale;

/** The engines that a connection can lead to. */
public enum EngineKind {
    POSTGRES,
    TRINO,
    MARIADB,
    MYSQL,
    SNOWFLAKE,
    BIGQUERY,
    DATABRICKS,
    REDSHIFT,
    CLICKHOUSE;

    /** As it is written in definitions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
