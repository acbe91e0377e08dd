package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of commands is written from what {@code --help} says; never by hand. */
class CommandsReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "commands.md");
    /** The same everywhere, and told in cli.md. */
    private static final Set<String> EVERYWHERE =
            Set.of("--help", "--version", "--workspace", "--allow-path", "--memory");

    @Test
    void isUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Every command and option
                What `--help` says, on one page. [The command line](cli.md) tells what commands are for, their exit codes, and the options
                that are the same everywhere (`--workspace`, `--allow-path`, `--memory`). This page is generated;
                `CommandsReferenceTest` writes it.
                """);
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var terminal = new Terminal(silent, silent, Path.of(""), Clock.systemUTC());
        Main.commandLine(terminal).getSubcommands().forEach((name, command) -> command(name, command, page));
        return page.toString();
    }

    private static void command(String name, CommandLine command, StringBuilder page) {
        page.append("\n## ").append(name).append('\n').append(description(command.getCommandSpec()));
        table(command.getCommandSpec(), page);
        command.getSubcommands().forEach((under, sub) -> {
            page.append("\n### ").append(name).append(' ').append(under).append('\n');
            page.append(description(sub.getCommandSpec()));
            table(sub.getCommandSpec(), page);
        });
    }

    private static String description(CommandSpec command) {
        return text(command.usageMessage().description()) + "\n";
    }

    private static void table(CommandSpec command, StringBuilder page) {
        List<OptionSpec> options = command.options().stream()
                .filter(option -> !option.hidden() && !EVERYWHERE.contains(option.longestName()))
                .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
                .toList();
        if (options.isEmpty() && command.positionalParameters().isEmpty()) {
            return;
        }
        page.append("\n| | |\n|---|---|\n");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            row(parameter.paramLabel(), parameter.description(), page);
        }
        for (OptionSpec option : options) {
            String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            row(String.join(", ", option.names()) + value, option.description(), page);
        }
    }

    private static void row(String name, String[] description, StringBuilder page) {
        page.append("| `").append(name.replace("|", "\\|")).append("` | ");
        page.append(text(description).replace("|", "\\|")).append(" |\n");
    }

    private static String text(String[] lines) {
        String joined = Arrays.stream(lines).map(String::strip).collect(Collectors.joining(" "));
        return Ansi.OFF.string(joined.replace("%%", "%").replace("%n", " ")).strip();
    }
}
