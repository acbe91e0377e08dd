package io.bellwether.app.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** A mail server that wants STARTTLS, for one mail; GreenMail does not speak it. Remembers what it was told, and how. */
final class StartTlsServer implements AutoCloseable {
    final List<String> inTheClear = new CopyOnWriteArrayList<>();
    final List<String> secured = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    StartTlsServer() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::talk);
    }

    int port() {
        return server.getLocalPort();
    }

    private void talk() {
        try (Socket plain = server.accept()) {
            say(plain, "220 ready");
            talk(plain, inTheClear, "250-localhost\r\n250 STARTTLS");
            SSLSocket socket = (SSLSocket)
                    Certificates.context().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), false);
            socket.setUseClientMode(false);
            talk(socket, secured, "250 localhost");
        } catch (IOException theOtherSideLeft) {
            return;
        }
    }

    private static void talk(Socket socket, List<String> heard, String greeting) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        boolean data = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            String word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (data) {
                data = !line.equals(".");
                say(socket, data ? null : "250 taken");
            } else if (word.equals("STARTTLS")) {
                say(socket, "220 go ahead");
                return;
            } else {
                data = word.equals("DATA");
                say(socket, data ? "354 go on" : word.equals("EHLO") ? greeting : "250 fine");
            }
        }
    }

    private static void say(Socket socket, @org.jspecify.annotations.Nullable String line) throws IOException {
        if (line != null) {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
