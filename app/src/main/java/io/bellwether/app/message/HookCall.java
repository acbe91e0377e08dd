package io.bellwether.app.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over a connection of its own, to an address that was checked before. Written here because no client lets us say
 * which address a name stands for while its certificate is still held against the name. Follows no redirects, knows no
 * proxy, reads no more than {@value #MOST} bytes, and is over when its time is, whatever the other side does.
 */
final class HookCall {
    private static final int MOST = 16 * 1024;

    private final SSLSocketFactory secure;
    private final Duration patience;

    HookCall(SSLSocketFactory secure, Duration patience) {
        this.secure = secure;
        this.patience = patience;
    }

    /** What came back. */
    record Reply(int status, Map<String, String> headers, String body) {}

    Reply post(HookAddress to, InetAddress at, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket plain = new Socket()) {
            var end = CompletableFuture.runAsync(
                    () -> close(plain), CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            try {
                plain.connect(new InetSocketAddress(at, to.port()), (int) patience.toMillis());
                plain.setSoTimeout((int) patience.toMillis());
                return to.secure() ? secured(plain, to, headers, body) : exchange(plain, to, headers, body);
            } finally {
                end.cancel(false);
            }
        }
    }

    private Reply secured(Socket plain, HookAddress to, Map<String, String> headers, byte[] body) throws IOException {
        try (SSLSocket socket = (SSLSocket) secure.createSocket(plain, to.bareHost(), to.port(), false)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return exchange(socket, to, headers, body);
        }
    }

    private static Reply exchange(Socket socket, HookAddress to, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder("POST ").append(to.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(to.authority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return reply(socket.getInputStream());
    }

    /** The head, and as much of the body as it announces and we read. */
    private static Reply reply(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = -1;
        while (end < 0) {
            int next = bytes.size() < MOST ? in.read() : -1;
            if (next < 0) {
                throw new IOException("it did not answer as HTTP does");
            }
            bytes.write(next);
            end = next == '\n' && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n") ? bytes.size() : -1;
        }
        String[] lines = bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        String[] first = lines[0].split(" ", 3);
        if (!first[0].startsWith("HTTP/1.") || first.length < 2 || !first[1].matches("[1-5]\\d\\d")) {
            throw new IOException("it did not answer as HTTP does");
        }
        int status = Integer.parseInt(first[1]);
        return status < 200 ? reply(in) : new Reply(status, headers(lines), body(in, headers(lines)));
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String body(InputStream in, Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,9}")) {
            return "";
        }
        try {
            int most = Math.min(MOST, Integer.parseInt(length));
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException statusIsEnough) {
            return "";
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
