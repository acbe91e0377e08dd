package org.duckdb;

/**
 * The driver's hook for Flight Recorder, doing nothing. The driver's own starts Flight Recorder in every process, which
 * takes 140 of the 270 ms between the start of a process and its first answer; nobody reads what it records here.
 * The distribution leaves the driver's own class out, so that the order of jars does not matter.
 */
final class JfrMemoryMonitor {
    private JfrMemoryMonitor() {}

    static void init() {}

    @SuppressWarnings("unused")
    static void connectionOpened(DuckDBConnection connection) {}

    @SuppressWarnings("unused")
    static void connectionClosed(long connection) {}
}
