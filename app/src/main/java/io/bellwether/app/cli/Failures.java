package io.bellwether.app.cli;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into words and an exit code; nobody sees a stack trace. */
final class Failures implements IExecutionExceptionHandler {
    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
        return switch (failure) {
            case DiagnosticException e -> diagnostics(e.diagnostics());
            case EngineException e -> diagnostics(List.of(e.diagnostic()));
            case UsageException e -> usage(e);
            case UncheckedIOException e -> files(Objects.requireNonNull(e.getCause()));
            case IOException e -> files(e);
            default -> unexpected(failure);
        };
    }

    private int diagnostics(List<Diagnostic> problems) {
        terminal.err().print(DiagnosticText.render(problems));
        return exit(problems);
    }

    /** The gravest of them: the engine's failure before a wrong question before the workspace's own. */
    static int exit(List<Diagnostic> problems) {
        if (problems.stream().anyMatch(d -> d.code().startsWith("E"))) {
            return Exit.ENGINE;
        }
        return problems.stream().allMatch(Failures::isAsked) ? Exit.USAGE : Exit.WORKSPACE;
    }

    /** Whether the question is at fault, not a file. */
    private static boolean isAsked(Diagnostic problem) {
        return problem.code().startsWith("Q")
                || problem.code().startsWith("P")
                || (problem.span() != null && problem.span().file().path().startsWith("--"));
    }

    private int usage(UsageException e) {
        terminal.err().println(e.getMessage());
        if (e.fix() != null) {
            terminal.err().println("  " + e.fix());
        }
        return Exit.USAGE;
    }

    private int files(IOException e) {
        String what = e instanceof FileSystemException f && f.getFile() != null
                ? f.getFile() + ": " + reason(f)
                : String.valueOf(e.getMessage());
        terminal.err().println("a file could not be read or written: " + what);
        return Exit.USAGE;
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }

    private int unexpected(Exception e) {
        terminal.err().println("E699  Bellwether itself failed; this is a fault of ours, not of your files");
        terminal.err().println("  " + e);
        for (StackTraceElement frame :
                List.of(e.getStackTrace()).stream().limit(3).toList()) {
            terminal.err().println("  in " + frame);
        }
        return Exit.ENGINE;
    }
}
