package io.bellwether.core.ossie;

/** Where a table that a model names is found. */
@FunctionalInterface
public interface Tables {
    /** @return the {@code source} of a dataset: a file, or the name as it is where it means a table of a connection */
    String source(String name);
}
