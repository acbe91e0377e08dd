package io.bellwether.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFolderTest {
    @TempDir
    Path folder;

    private WorkspaceFolder.Texts texts() {
        return new WorkspaceFolder(folder, List.of()).texts();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsAllYamlFilesBelowInTheOrderOfTheirPathsButNotHiddenOnes() throws IOException {
        write("bellwether.yml", "name: x");
        write("sub/deep/b.yaml", "");
        write("a.YML", "");
        write(".git/config.yml", "");
        write(".hidden.yml", "");
        write("notes.txt", "");
        assertThat(texts().files())
                .extracting(SourceFile::path)
                .containsExactly("a.YML", "bellwether.yml", "sub/deep/b.yaml");
        assertThat(texts().problems()).isEmpty();
    }

    @Test
    void refusesALinkThatLeavesTheFolderAndTakesOneThatStays(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.yml"), "name: secret");
        write("a.yml", "name: a");
        Files.createSymbolicLink(folder.resolve("leak.yml"), outside.resolve("secret.yml"));
        Files.createSymbolicLink(folder.resolve("same.yml"), folder.resolve("a.yml"));
        Files.createSymbolicLink(folder.resolve("dead.yml"), folder.resolve("nothing.yml"));
        Files.createSymbolicLink(folder.resolve("folder"), outside);
        assertThat(texts().files()).extracting(SourceFile::path).containsExactly("a.yml", "same.yml");
        assertThat(texts().problems())
                .extracting(d -> d.code() + " " + d.span().file().path())
                .containsExactlyInAnyOrder("S485 dead.yml", "S485 leak.yml", "S485 folder");
        assertThat(new WorkspaceFolder(folder, List.of(outside)).texts().problems())
                .extracting(d -> d.span().file().path())
                .doesNotContain("folder");
    }

    @Test
    void tellsWhereAFileStopsBeingUtf8() throws IOException {
        Files.write(folder.resolve("a.yml"), new byte[] {'n', ':', '\n', 'x', (byte) 0xE4, '\n'});
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            assertThat(bellwether.loader().load(1).problems())
                    .filteredOn(d -> d.code().equals("D311"))
                    .singleElement()
                    .satisfies(d -> assertThat(d.span()).hasToString("a.yml:2:2"));
        }
    }

    @Test
    void doesNotReadAFileThatNobodyWrote() throws IOException {
        write("a.yml", "#".repeat(9 * 1024 * 1024));
        assertThat(texts().problems()).extracting(Diagnostic::code).containsExactly("D312");
        assertThat(texts().files()).isEmpty();
    }

    @Test
    void aMissingFolderIsAProblemWithAFix() {
        var problems =
                new WorkspaceFolder(folder.resolve("none"), List.of()).texts().problems();
        assertThat(problems).singleElement().satisfies(d -> assertThat(d.fix()).contains("-w DIR"));
    }

    @Test
    void theNearestFolderUpwardsWithAMarkerIsTheWorkspace() throws IOException {
        write("bellwether.yml", "");
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        assertThat(WorkspaceFolder.nearest(deep)).isEqualTo(folder);
        Files.delete(folder.resolve("bellwether.yml"));
        assertThat(WorkspaceFolder.nearest(deep)).isEqualTo(deep);
    }
}
