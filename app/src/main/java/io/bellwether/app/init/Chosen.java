package io.bellwether.app.init;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a first workspace is made of.
 *
 * @param files at least one; of one kind and with the same columns
 * @param name for the dataset, as people would call it
 * @param left what was found beside them and not taken, and why
 */
record Chosen(List<Path> files, String name, List<String> left) {}
