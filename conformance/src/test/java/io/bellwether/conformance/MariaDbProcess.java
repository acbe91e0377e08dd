package io.bellwether.conformance;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB with a folder and a port of its own, for as long as the test runs. */
final class MariaDbProcess implements AutoCloseable {
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/opt/homebrew/bin"));

    private final Process process;
    private final int port;

    private MariaDbProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return program("mariadbd") != null && program("mariadb-install-db") != null;
    }

    private static Path program(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    static MariaDbProcess start(Path home) throws IOException, InterruptedException {
        Path data = home.resolve("data");
        String user = "--user=" + System.getProperty("user.name");
        Path log = home.resolve("log");
        run(
                log,
                program("mariadb-install-db").toString(),
                "--no-defaults",
                user,
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
        int port = freePort();
        Process process = new ProcessBuilder(
                        program("mariadbd").toString(),
                        "--no-defaults",
                        user,
                        "--datadir=" + data,
                        "--socket=" + home.resolve("s"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--innodb-buffer-pool-size=64M")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        MariaDbProcess server = new MariaDbProcess(process, port);
        server.awaitStart(log);
        server.loadTimeZones();
        return server;
    }

    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable";
    }

    /** The driver lies in a folder beside it, as it does for people. */
    static Map<String, String> environment(Path home) throws Exception {
        Path jar = Path.of(org.mariadb.jdbc.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path drivers = Files.createDirectories(home.resolve("drivers"));
        Path copy = drivers.resolve("mariadb-java-client.jar");
        if (!Files.exists(copy)) {
            Files.copy(jar, copy);
        }
        return Map.of("BELLWETHER_DRIVERS", drivers.toString());
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        SQLException last = null;
        for (int tries = 0; tries < 300 && process.isAlive(); tries++) {
            try (var connection = DriverManager.getConnection(url("mysql"), "root", "")) {
                return;
            } catch (SQLException notYet) {
                last = notYet;
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        process.destroy();
        throw new IOException("MariaDB does not start:\n" + Files.readString(log), last);
    }

    /** The one that the workspaces live in, by its rules since 1996. */
    private void loadTimeZones() throws IOException, InterruptedException {
        Path sql = Files.createTempFile("zones", ".sql");
        Process zones = new ProcessBuilder(
                        "mariadb-tzinfo-to-sql", "/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin")
                .redirectOutput(sql.toFile())
                .start();
        zones.waitFor();
        try (var connection = DriverManager.getConnection(url("mysql") + "&allowMultiQueries=true", "root", "");
                var statement = connection.createStatement();
                Stream<String> lines = Files.lines(sql)) {
            statement.execute(String.join("\n", lines.toList()));
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.delete(sql);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path log, String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + "\n" + Files.readString(log));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
