package io.bellwether.app.workspace;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems that a folder can have before anything in it is understood: S48x. */
final class Problems {
    private static final long MEGABYTE = 1024L * 1024;
    private static final int MOST = 5;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Problems() {}

    static Diagnostic noFolder(Path root) {
        return Diagnostic.error("S480", null, "there is no folder " + root, "name the workspace's folder with -w DIR");
    }

    /** Told as long as what was there before is served. */
    static Diagnostic away(Vanished vanished, LocalDateTime until) {
        List<String> names = vanished.names().stream().limit(MOST).toList();
        int more = vanished.names().size() - names.size();
        String what = String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
        return Diagnostic.warning(
                "S486",
                top(vanished.files().getFirst()),
                "this file is gone or cut off, and " + what + " with it; served as before until "
                        + MINUTE.format(until),
                "put the file back; where it was meant wait, or start the server anew; removed_after: says how long");
    }

    static Diagnostic unreadable(String name, IOException reason) {
        String why = reason instanceof NoSuchFileException ? "it is gone" : "access is denied or the disk failed";
        return Diagnostic.error("S482", top(name), "this file cannot be read: " + why, "check its rights");
    }

    static Diagnostic tooLarge(String name, long size) {
        return Code.TOO_LARGE.at(
                top(name),
                "this file has " + size / MEGABYTE + " MB, more than any person writes",
                "split it, or keep data in a CSV or Parquet file");
    }

    static Diagnostic linkLeaves(String name) {
        return Diagnostic.error(
                "S485",
                top(name),
                "this link leads out of the workspace's folder, or to nothing",
                "copy the file into the folder");
    }

    /** Definitions behind it are not read; tables may be, where the operator allows it. */
    static Diagnostic folderLeaves(String name) {
        return Diagnostic.warning(
                "S485",
                top(name),
                "this folder is a link that leads out of the workspace's folder: no definition in it is read",
                "copy what defines something into the folder; for tables start with --allow-path and the real folder");
    }

    static Diagnostic unreadableImport(String name, IOException reason, @Nullable Span span) {
        String why = reason instanceof NoSuchFileException ? "there is none" : "access is denied or the disk failed";
        return Diagnostic.error(
                "S482", span, "the file " + name + " cannot be read: " + why, "let dbt write it, or correct the path");
    }

    static Diagnostic importLeaves(String name, @Nullable Span span) {
        return Diagnostic.error(
                "S485",
                span,
                name + " lies outside of the workspace's folder",
                "start with --allow-path and the file's folder");
    }

    private static Span top(String name) {
        return new SourceFile(name, "").span(0, 0);
    }
}
