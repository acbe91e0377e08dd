package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir
    Path folder;

    @Test
    void servesTheWorkspaceUntilItIsAskedToEnd() throws IOException, InterruptedException {
        Shell.smallShop(folder);
        var said = new PipedInputStream();
        var out = new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
        var terminal = new Terminal(
                out, System.err, folder, Clock.fixed(Instant.parse("2026-10-31T10:00:00Z"), ZoneOffset.UTC));
        int[] exit = {-1};
        var serving = Thread.ofPlatform().start(() -> exit[0] = Main.run(terminal, "serve", "--port", "0"));
        try (var lines = new Scanner(said, StandardCharsets.UTF_8);
                var client = HttpClient.newHttpClient()) {
            String address = lines.nextLine().replaceFirst(".*(http://\\S+).*", "$1");
            assertThat(address).startsWith("http://localhost:");
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address + "api/scorecard"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Small shop", "revenue_2026");
        } finally {
            serving.interrupt();
            serving.join();
        }
        assertThat(exit[0]).isZero();
    }

    @Test
    void aPortOutOfRangeIsWrongUsage() {
        assertThat(new Shell(folder).run("serve", "--port", "70000").exit()).isEqualTo(2);
        assertThat(new Shell(folder).run("demo", "--no-serve").exit()).isEqualTo(2);
        assertThat(new Shell(folder).run("demo", "--scale", "0").exit()).isEqualTo(2);
    }

    @Test
    void theDemoCanBeKeptAndIsSound() {
        var shell = new Shell(folder);
        assertThat(shell.run("demo", "--no-serve", "--dir", "shop").exit()).isZero();
        assertThat(shell.run("check", "-w", "shop").out()).startsWith("No problems in ");
    }
}
