package io.bellwether.engine.jdbc;

import java.sql.SQLException;

/** No connection came about; the cause says why, as the driver has it. */
final class NotConnected extends SQLException {
    private static final long serialVersionUID = 1;

    NotConnected(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}
