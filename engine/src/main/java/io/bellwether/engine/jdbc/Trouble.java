package io.bellwether.engine.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/** What went wrong at a server, as far as a person can do something about it. */
public enum Trouble {
    UNREACHABLE,
    WRONG_USER,
    NO_TABLE,
    NO_RIGHT,
    STOPPED,
    VALUE,
    RESOURCES,
    OTHER;

    /** By the standard's classes of states, which most engines keep to. */
    public static Trouble of(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        String kind = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (state) {
            case "42P01", "42S02", "3F000" -> NO_TABLE;
            case "42501" -> NO_RIGHT;
            case "57014", "70100" -> STOPPED;
            case "57P01", "57P02", "57P03", "57P05" -> UNREACHABLE;
            default ->
                switch (kind) {
                    case "08" -> UNREACHABLE;
                    case "28", "3D" -> WRONG_USER;
                    case "22" -> VALUE;
                    case "53", "54" -> RESOURCES;
                    default -> OTHER;
                };
        };
    }
}
