package io.bellwether.engine;

import java.lang.management.ManagementFactory;

/** The computer that we run on. */
final class Machine {
    private Machine() {}

    /** The memory that this process may use: the container's limit where there is one. */
    static long memoryBytes() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getTotalMemorySize();
        }
        return Runtime.getRuntime().maxMemory();
    }
}
