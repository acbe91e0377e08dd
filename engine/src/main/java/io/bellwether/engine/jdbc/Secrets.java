package io.bellwether.engine.jdbc;

import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code ${env:NAME}} and {@code ${file:PATH}} stand for, and keeps it out of what people see. */
public final class Secrets {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^{}$]+)}");

    private final Map<String, String> environment;
    private final Path folder;
    private final List<Secret> read = new ArrayList<>();

    private record Secret(String text, Pattern pattern) {}

    /** @param folder that paths start from */
    public Secrets(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** The text with every reference replaced by what it stands for. */
    public synchronized String fill(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        keep(found.group(1).equals("env") ? variable(found.group(2)) : file(found.group(2)))));
    }

    /** The text without anything that was read here, also where somebody wrote it in a way of their own. */
    public synchronized String cover(String text) {
        String covered = text;
        for (Secret secret : read) {
            covered = secret.pattern().matcher(covered).replaceAll("***");
        }
        return covered;
    }

    private String keep(String secret) {
        for (String spelling : SecretSpellings.of(secret)) {
            if (read.stream().noneMatch(known -> known.text().equals(spelling))) {
                read.add(new Secret(spelling, SecretSpellings.pattern(spelling)));
            }
        }
        // The end of a longer one must not stay because a shorter one is its beginning.
        read.sort(
                Comparator.comparingInt((Secret known) -> known.text().length()).reversed());
        return secret;
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw EngineException.of(
                    "E614", "the environment variable " + name + " is not set", "set it and try again");
        }
        return value;
    }

    private String file(String path) {
        try {
            return Files.readString(folder.resolve(path)).strip();
        } catch (IOException | InvalidPathException e) {
            throw EngineException.of(
                    "E614", "the file " + path + " cannot be read", "write the secret into it, and nothing else");
        }
    }
}
