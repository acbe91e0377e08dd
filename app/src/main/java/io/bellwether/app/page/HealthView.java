package io.bellwether.app.page;

/**
 * {@code GET /api/health}.
 *
 * @param status {@code ok}; {@code stale} while the files have errors and the last good definitions are served;
 *     {@code broken} while there are none to serve
 * @param version counts the loads of the files that changed something
 */
public record HealthView(Status status, long version, int errors) {
    public enum Status {
        OK,
        STALE,
        BROKEN
    }
}
