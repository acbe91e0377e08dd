package io.bellwether.app.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, that is talked to over HTTP and ends by being killed. */
final class ServerProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ADDRESS = Pattern.compile("Serving on (http://\\S+)/ ");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path out;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile String address = "";

    ServerProcess(Path workspace, Instant now) throws IOException {
        out = Files.createTempFile(workspace.toAbsolutePath().getParent(), "server", ".txt");
        var command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Duser.timezone=UTC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerChild.class.getName(),
                        workspace.toString(),
                        now.toString(),
                        "serve",
                        "--port",
                        "0"))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        command.environment().put("STORE_PASSWORD", "postgres");
        process = command.start();
    }

    /** Waits until it answers; false where it was killed before. */
    boolean ready() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Matcher found = ADDRESS.matcher(Files.readString(out));
            if (found.find()) {
                address = found.group(1);
                return true;
            }
            if (!process.isAlive()) {
                return false;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("not ready:\n" + Files.readString(out));
    }

    /** What it printed. */
    String said() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            return "nothing that can be read: " + e;
        }
    }

    /** An answer that came whole. */
    record Answer(int status, String body) {
        boolean isFine() {
            return status == 200;
        }

        /** One member of a JSON object, as text. */
        String member(String name) {
            return JSON.readTree(body).path(name).asString();
        }
    }

    /** @throws IOException where no whole answer came: then nobody knows whether it was done */
    Answer post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Bellwether-Person", "maria@example.com")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    Answer get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** SIGKILL, and to nobody else. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        client.shutdownNow();
    }
}
