package io.bellwether.app.init;

import java.util.Set;

/** Words that an expression takes for its own unless they stand in quotes. */
final class ReservedWords {
    static final Set<String> ALL = Set.of(
            "ALL", "AND", "ANY", "AS", "ASC", "AT", "BETWEEN", "BY", "CASE", "CAST", "CHECK", "COLUMN", "COUNT",
            "CREATE", "CROSS", "CURRENT_DATE", "DATE", "DAY", "DEFAULT", "DELETE", "DESC", "DISTINCT", "DROP", "ELSE",
            "END", "ESCAPE", "EXISTS", "EXTRACT", "FALSE", "FETCH", "FILTER", "FOR", "FROM", "FULL", "GROUP",
            "GROUPING", "HAVING", "HOUR", "IN", "INNER", "INSERT", "INTERVAL", "INTO", "IS", "JOIN", "LEFT", "LIKE",
            "LIMIT", "MATCH", "MAX", "MIN", "MINUTE", "MONTH", "NATURAL", "NOT", "NULL", "OF", "OFFSET", "ON", "OR",
            "ORDER", "OUTER", "OVER", "PARTITION", "PERIOD", "PERCENT", "POSITION", "PRIMARY", "RANGE", "RANK", "REF",
            "REFERENCES", "RESULT", "RETURN", "RIGHT", "ROW", "ROWS", "SECOND", "SELECT", "SET", "SHOW", "SOME",
            "START", "SUM", "SYMMETRIC", "SYSTEM", "TABLE", "THEN", "TIME", "TIMESTAMP", "TO", "TRAILING", "TRUE",
            "UNION", "UNIQUE", "UNKNOWN", "UPDATE", "USER", "USING", "VALUE", "VALUES", "WHEN", "WHERE", "WINDOW",
            "WITH", "YEAR");

    private ReservedWords() {}
}
