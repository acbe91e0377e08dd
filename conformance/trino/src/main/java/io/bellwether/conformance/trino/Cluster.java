package io.bellwether.conformance.trino;

import io.trino.plugin.memory.MemoryPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.util.Map;

/** Says where it listens once it does, and ends when its input does. */
public final class Cluster {
    private Cluster() {}

    public static void main(String[] arguments) throws Exception {
        var session = TestingSession.testSessionBuilder()
                .setCatalog("memory")
                .setSchema("default")
                .build();
        try (var cluster =
                DistributedQueryRunner.builder(session).setWorkerCount(2).build()) {
            cluster.installPlugin(new MemoryPlugin());
            cluster.createCatalog("memory", "memory", Map.of());
            System.out.println("listening " + cluster.getCoordinator().getBaseUrl().getAuthority());
            while (System.in.read() >= 0) {
                // Until whoever started us is gone.
            }
        }
    }
}
