package io.bellwether.core.sql.dialect;

import io.bellwether.core.time.Grain;

/** MySQL's words, from 8.0 on: those of MariaDB but for the name of the collation and for tables of numbers. */
public final class MySql extends MariaDb {
    @Override
    protected String collation() {
        return "utf8mb4_0900_bin";
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        String next = "step + " + step(grain);
        return "WITH RECURSIVE steps (step) AS (\n  SELECT " + from + " UNION ALL SELECT " + next + " FROM steps WHERE "
                + next + " <= " + to + "\n)\nSELECT step AS " + column + " FROM steps";
    }
}
