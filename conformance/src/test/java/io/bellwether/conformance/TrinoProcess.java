package io.bellwether.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cluster of {@code conformance/trino} in a process of its own: its libraries and its heap are not ours. */
final class TrinoProcess implements AutoCloseable {
    private static final Path BUILT = Repository.ROOT.resolve("conformance/trino/target");
    private static final Pattern LISTENING = Pattern.compile("listening ([\\w.]+:\\d+)");

    private final Process process;
    private final String address;

    private TrinoProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static TrinoProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx1200m",
                        "-cp",
                        BUILT.resolve("classes")
                                + System.getProperty("path.separator")
                                + Files.readString(BUILT.resolve("classpath")).strip(),
                        "io.bellwether.conformance.trino.Cluster")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = process.inputReader();
        StringBuilder log = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            log.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(more -> {}));
                return new TrinoProcess(process, listening.group(1));
            }
        }
        throw new IOException("Trino does not start:\n" + log);
    }

    String url() {
        return "jdbc:trino://" + address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
