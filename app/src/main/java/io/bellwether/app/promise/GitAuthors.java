package io.bellwether.app.promise;

import io.bellwether.core.catalog.Kpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The author of the last commit of a file, where there is a repository and the file is as that commit has it. Git is asked
 * so that nothing in the folder can make it run anything; without git, or where it is slow, nobody is known.
 */
public final class GitAuthors implements Authors {
    private static final long PATIENCE_SECONDS = 3;
    private static final List<String> GIT = List.of(
            "git", "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null");

    private final Path folder;
    private final Map<String, String> known = new HashMap<>();

    /** @param folder of the workspace, which files are named from */
    public GitAuthors(Path folder) {
        this.folder = folder;
    }

    @Override
    public String of(Kpi kpi) {
        return known.computeIfAbsent(kpi.span().file().path(), this::author);
    }

    private String author(String file) {
        if (!Files.isRegularFile(folder.resolve(file))) {
            return Version.UNKNOWN;
        }
        // The text itself is held against the commit's: filters of the repository would be programs.
        Optional<String> committed = ask("rev-parse", "--verify", "--quiet", "HEAD:./" + file);
        Optional<String> written = ask("hash-object", "--no-filters", "--", file);
        if (committed.isEmpty() || !committed.equals(written)) {
            return Version.UNKNOWN;
        }
        return ask("log", "-1", "--no-show-signature", "--format=%ae", "--", file)
                .filter(email -> !email.isBlank())
                .orElse(Version.UNKNOWN);
    }

    private Optional<String> ask(String... arguments) {
        List<String> command = new ArrayList<>(GIT);
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().put("GIT_TERMINAL_PROMPT", "0");
            builder.environment().put("GIT_NO_LAZY_FETCH", "1");
            return answer(builder.start());
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    /** One line, which fits into any pipe: the process ends whether or not it is read. */
    private static Optional<String> answer(Process process) throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            byte[] line = process.getInputStream().readNBytes(1_000);
            return Optional.of(new String(line, StandardCharsets.UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
