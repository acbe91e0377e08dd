package io.bellwether.conformance;

import io.bellwether.app.cli.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code serve} in a process of its own, with variables of its own and with all that it prints kept. */
final class ServeProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Serving on (http://\\S+)/ ");
    private static final long LONGEST_MS = 120_000;

    private final Process process;
    private final Path said;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private ServeProcess(Process process, Path said) throws IOException, InterruptedException {
        this.process = process;
        this.said = said;
        this.address = address();
    }

    static ServeProcess start(Path workspace, Path said, Map<String, String> environment)
            throws IOException, InterruptedException {
        return new ServeProcess(process(workspace, said, environment, "serve", "--port", "0"), said);
    }

    /** A command with the same variables; what it printed. */
    static String command(Path workspace, Path said, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        process(workspace, said, environment, arguments).waitFor();
        return Files.readString(said);
    }

    private static Process process(Path workspace, Path said, Map<String, String> environment, String... arguments)
            throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        command.command().addAll(List.of(arguments));
        command.environment().putAll(environment);
        return command.directory(workspace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private String address() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MS);
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher found = ADDRESS.matcher(said());
            if (found.find()) {
                return found.group(1);
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("not ready:\n" + said());
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    /** The head and the body of the answer. */
    String get(String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("X-Bellwether-Person", "ann@example.com")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    String body(String path) throws IOException, InterruptedException {
        String whole = get(path);
        return whole.substring(whole.indexOf("\n\n") + 2);
    }

    private String sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + "\n" + answer.headers().map() + "\n\n" + answer.body();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        client.shutdownNow();
    }
}
