package io.bellwether.core.sql.dialect;

/** MySQL's words, from 8.0 on: those of MariaDB but for the name of the collation. */
public final class MySql extends MariaDb {
    @Override
    protected String collation() {
        return "utf8mb4_0900_bin";
    }
}
