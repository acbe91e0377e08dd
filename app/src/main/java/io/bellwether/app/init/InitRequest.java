package io.bellwether.app.init;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a first workspace is to be made of.
 *
 * @param folder where to
 * @param files the rows: files, a folder of files, or a pattern
 * @param copy whether a file outside of the folder is copied into it
 * @param now the present moment, in the zone in which days begin and end
 */
public record InitRequest(Path folder, List<Path> files, boolean copy, ZonedDateTime now) {}
