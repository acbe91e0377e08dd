package io.bellwether.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine;

/** The launcher's entry: a command line in, an exit code out. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var terminal = new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of(""),
                Clock.system(ZoneId.systemDefault()));
        int exit = run(terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(exit);
    }
    /** Runs one command; answers go to the terminal's {@code out}, all else to its {@code err}. */
    public static int run(Terminal terminal, String... arguments) {
        try {
            return commandLine(terminal).execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            terminal.err().println("E698  Bellwether ran out of memory or is not installed whole: " + e);
            return Exit.ENGINE;
        }
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new RootCommand())
                .addSubcommand("check", new CheckCommand(terminal))
                .addSubcommand("status", new StatusCommand(terminal))
                .addSubcommand("query", new QueryCommand(terminal))
                .addSubcommand("sql", new SqlCommand(terminal))
                .addSubcommand("explain", new ExplainCommand(terminal))
                .addSubcommand("demo", new DemoCommand(terminal))
                .addSubcommand("serve", new ServeCommand(terminal))
                .addSubcommand("init", new InitCommand(terminal))
                .addSubcommand("import", new ImportCommand(terminal))
                .addSubcommand("export", new ExportCommand(terminal))
                .addSubcommand("extract", new ExtractCommand(terminal))
                .addSubcommand("rollup", new RollupCommand(terminal))
                .addSubcommand("refresh", new RefreshCommand(terminal))
                .addSubcommand("retarget", new RetargetCommand(terminal))
                .addSubcommand("promote", new PromoteCommand(terminal))
                .addSubcommand("demote", new DemoteCommand(terminal))
                .addSubcommand("retire", new RetireCommand(terminal))
                .addSubcommand("history", new HistoryCommand(terminal))
                .addSubcommand("close", new CloseCommand(terminal))
                .addSubcommand("alerts", new AlertsCommand(terminal))
                .addSubcommand("digest", new DigestCommand(terminal))
                .addSubcommand("jobs", new JobsCommand(terminal))
                .addSubcommand("audit", new AuditCommand(terminal))
                .addSubcommand("check-in", new CheckInCommand(terminal))
                .addSubcommand("action", new ActionCommand(terminal))
                .addSubcommand("event", new RemarkCommands.Events(terminal))
                .addSubcommand("note", new RemarkCommands.Notes(terminal))
                .addSubcommand("review", new ReviewCommand(terminal))
                .addSubcommand("health", new HealthCommand(terminal))
                .addSubcommand("values", ValuesCommand.line(terminal))
                .addSubcommand("backup", new BackupCommand(terminal))
                .addSubcommand("restore", new RestoreCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new java.io.PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new Failures(terminal));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
