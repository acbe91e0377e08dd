package io.bellwether.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFoldersTest {
    private Path inside;
    private Path outside;

    @BeforeEach
    void folders(@TempDir Path base) throws IOException {
        inside = Files.createDirectories(base.resolve("inside"));
        outside = Files.createDirectories(base.resolve("outside"));
        Files.writeString(inside.resolve("a.csv"), "x\n1\n");
        Files.writeString(outside.resolve("secret.csv"), "x\n1\n");
    }

    private FileSet resolve(String pattern, Path... allowed) {
        return new SourceFolders(inside, List.of(allowed)).resolve(new DataSource.Files(pattern));
    }

    private String refused(String pattern, Path... allowed) {
        return catchThrowableOfType(EngineException.class, () -> resolve(pattern, allowed))
                .diagnostic()
                .code();
    }

    @Test
    void aFileInside() throws IOException {
        assertThat(resolve("a.csv").files()).containsExactly(inside.toRealPath().resolve("a.csv"));
        assertThat(resolve("./a.csv").files()).hasSize(1);
        assertThat(resolve(inside.resolve("a.csv").toString()).files()).hasSize(1);
        assertThat(resolve("*.csv").kind()).isEqualTo(FileKind.CSV);
    }

    @Test
    void whatLeadsOutIsRefusedWhetherItExistsOrNot() {
        assertThat(refused("../outside/secret.csv")).isEqualTo("S401");
        assertThat(refused("../outside/none.csv")).isEqualTo("S401");
        assertThat(refused("sub/../../outside/secret.csv")).isEqualTo("S401");
        assertThat(refused(outside.resolve("secret.csv").toString())).isEqualTo("S401");
        assertThat(refused("../outside/*.csv")).isEqualTo("S401");
        assertThat(refused("../*/*.csv")).isEqualTo("S401");
        assertThat(refused("/etc/passwd")).isEqualTo("S401");
    }

    @Test
    void aLinkThatLeadsOutIsRefused() throws IOException {
        Files.createSymbolicLink(inside.resolve("link.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(inside.resolve("folder"), outside);
        assertThat(refused("link.csv")).isEqualTo("S401");
        assertThat(refused("folder/secret.csv")).isEqualTo("S401");
        assertThat(refused("folder/*.csv")).isIn("S401", "S403");
        assertThat(refused("*.csv")).isEqualTo("S401");
    }

    @Test
    void aLinkThatStaysInsideIsFollowed() throws IOException {
        Files.createSymbolicLink(inside.resolve("link.csv"), inside.resolve("a.csv"));
        assertThat(resolve("link.csv").files())
                .containsExactly(inside.toRealPath().resolve("a.csv"));
    }

    @Test
    void anAllowedFolderIsLikeTheWorkspace() throws IOException {
        assertThat(resolve("../outside/secret.csv", outside).files()).hasSize(1);
        assertThat(resolve(outside + "/*.csv", outside).files()).hasSize(1);
        Files.createSymbolicLink(inside.resolve("link.csv"), outside.resolve("secret.csv"));
        assertThat(resolve("link.csv", outside).files()).hasSize(1);
    }

    @Test
    void addressesAndNonsense() {
        assertThat(refused("https://example.org/a.csv")).isEqualTo("S402");
        assertThat(refused("s3://bucket/a.csv")).isEqualTo("S402");
        assertThat(refused("file:///etc/passwd")).isEqualTo("S402");
        assertThat(refused("a\0b.csv")).isEqualTo("S402");
        assertThat(refused(" ")).isEqualTo("S402");
        assertThat(refused(".")).isEqualTo("S404");
    }

    @Test
    void globsAreSortedAndOfOneKind() throws IOException {
        Files.createDirectories(inside.resolve("d/e"));
        for (String name : List.of("d/2.csv", "d/1.csv", "d/e/3.csv", "d/x.json")) {
            Files.writeString(inside.resolve(name), "x\n");
        }
        assertThat(resolve("d/*.csv").files())
                .extracting(f -> f.getFileName().toString())
                .containsExactly("1.csv", "2.csv");
        assertThat(resolve("d/**.csv").files()).hasSize(3);
        assertThat(resolve("d/**/*.csv").files()).hasSize(3);
        assertThat(resolve("**/3.csv").files()).hasSize(1);
        assertThat(refused("d/*")).isEqualTo("S402");
        assertThat(refused("d/[")).isIn("S402", "S403");
    }

    @Test
    void aWorkspaceMayHaveAnOddName(@TempDir Path base) throws IOException {
        Path odd = Files.createDirectories(base.resolve("my [new] *workspace*"));
        Files.writeString(odd.resolve("a.csv"), "x\n");
        SourceFolders folders = new SourceFolders(odd, List.of());
        assertThat(folders.resolve(new DataSource.Files("a.csv")).files()).hasSize(1);
        assertThat(folders.resolve(new DataSource.Files("*.csv")).files()).hasSize(1);
    }

    @Test
    void theFingerprintFollowsTheFiles() throws IOException {
        String before = resolve("a.csv").fingerprint();
        assertThat(resolve("a.csv").fingerprint()).isEqualTo(before);
        Files.writeString(inside.resolve("a.csv"), "x\n12\n");
        assertThat(resolve("a.csv").fingerprint()).isNotEqualTo(before);
    }

    /** As a tool does that copies a file with its times: the same path, size, time and place on the disk. */
    @Test
    void anotherContentOfTheSameSizeAndTimeIsAnotherVersion() throws IOException {
        Path file = inside.resolve("a.csv");
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("unix"));
        FileTime time = Files.getLastModifiedTime(file);
        Object touched = Files.getAttribute(file, "unix:ctime");
        String before = resolve("a.csv").fingerprint();
        do {
            Files.writeString(file, "x\n2\n");
            Files.setLastModifiedTime(file, time);
        } while (Files.getAttribute(file, "unix:ctime").equals(touched)); // within one tick of the disk's clock
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertThat(resolve("a.csv").fingerprint()).isNotEqualTo(before);
    }
}
