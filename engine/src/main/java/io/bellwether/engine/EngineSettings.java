package io.bellwether.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decides for an engine.
 *
 * @param workspace the folder that relative sources start from, and that all sources must lie in
 * @param allowed further folders that sources may lie in
 * @param schemaCache the file that keeps what is known of sources between runs, or null for none
 * @param memoryBytes what the engine may use before it spills to disk
 * @param threads how many threads one statement may use
 */
public record EngineSettings(
        Path workspace, List<Path> allowed, @Nullable Path schemaCache, long memoryBytes, int threads) {
    public EngineSettings {
        allowed = List.copyOf(allowed);
    }

    /** Half of the machine's memory, all of its processors, the schema cache in the workspace's {@code .bellwether}. */
    public static EngineSettings of(Path workspace, List<Path> allowed) {
        return new EngineSettings(
                workspace,
                allowed,
                workspace.resolve(".bellwether").resolve("cache").resolve("schemas"),
                Machine.memoryBytes() / 2,
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with another ceiling for memory. */
    public EngineSettings within(long bytes) {
        return new EngineSettings(workspace, allowed, schemaCache, bytes, threads);
    }
}
