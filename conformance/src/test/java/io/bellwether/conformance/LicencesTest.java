package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that lists what is shipped, over a repository of three made-up libraries. */
class LicencesTest {
    private static final String APACHE =
            "<licenses><license><name>The Apache License,\n Version 2.0</name></license></licenses>";
    private static final String GNU = "<license><name>GNU General Public License</name></license>";

    @TempDir
    private Path folder;

    private record Outcome(int exit, String said) {}

    @Test
    void eachJarAndEachPackageIsListedWithItsLicenceAndText() throws Exception {
        String parent = "<parent><groupId>org.made</groupId><artifactId>all</artifactId><version>7</version></parent>";
        library("all", "7", APACHE, Map.of());
        Path one = library("one", "1.0", parent, Map.of("META-INF/NOTICE.txt", "One, by us", "One.class", "x"));
        Path two = library(
                "two",
                "2.0",
                "<licenses>" + GNU + "<license><name>EPL-2.0</name></license></licenses>",
                Map.of("Two.class", "x"));
        Path ours = jar(
                folder.resolve("ours.jar"),
                Map.of("static/_app/licences.txt", "font@5\tOFL-1.1\nview@1\tMIT\n\n== view\ngpl\tGPL-3.0\n"));
        assertThat(run(one, two, ours)).isEqualTo(new Outcome(0, ""));
        assertThat(Files.readAllLines(folder.resolve("out/THIRD-PARTY.txt")))
                .endsWith("", "npm font@5: OFL-1.1", "npm view@1: MIT", "one-1.0: Apache-2.0", "two-2.0: EPL-2.0");
        assertThat(folder.resolve("out/licences/one-1.0/NOTICE.txt")).hasContent("One, by us");
        assertThat(folder.resolve("out/licences/Apache-2.0.txt"))
                .hasSameTextualContentAs(Repository.ROOT.resolve("LICENSE"));
        assertThat(folder.resolve("out/licences/EPL-2.0.txt")).exists();
    }

    @Test
    void anotherLicenceOrNoneEndsTheBuild() throws Exception {
        Path gnu = library("gnu", "1", "<licenses>" + GNU + "</licenses>", Map.of("LICENSE", "x"));
        Path none = library("none", "1", "", Map.of("LICENSE", "x"));
        Path silent = library("silent", "1", "<licenses><license><name>ISC</name></license></licenses>", Map.of());
        Path pages = jar(folder.resolve("pages.jar"), Map.of("static/_app/licences.txt", "a@1\t\nb@1\tUNLICENSED\n"));
        Outcome outcome = run(gnu, none, silent, pages);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.said().lines().map(String::strip))
                .contains("gnu-1: GNU General Public License", "none-1: tells none", "npm b@1: UNLICENSED")
                .anyMatch(line -> line.startsWith("npm a@1:"))
                .anyMatch(line -> line.startsWith("silent-1: has no text of ISC"));
    }

    private Path library(String name, String version, String told, Map<String, String> files) throws IOException {
        Path home = folder.resolve("repository/org/made").resolve(name).resolve(version);
        Files.createDirectories(home);
        String file = name + "-" + version;
        Files.writeString(home.resolve(file + ".pom"), "<project>" + told + "</project>");
        return jar(home.resolve(file + ".jar"), files);
    }

    private static Path jar(Path file, Map<String, String> entries) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private Outcome run(Path... jars) throws Exception {
        Path classpath = folder.resolve("jars.txt");
        Files.writeString(
                classpath,
                String.join(
                        File.pathSeparator,
                        List.of(jars).stream().map(Path::toString).toList()));
        Path said = folder.resolve("said.txt");
        Path scripts = Repository.ROOT.resolve("scripts");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        scripts.resolve("Licences.java").toString(),
                        scripts.toString(),
                        folder.resolve("repository").toString(),
                        classpath.toString(),
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return new Outcome(exit, Files.readString(said));
    }
}
