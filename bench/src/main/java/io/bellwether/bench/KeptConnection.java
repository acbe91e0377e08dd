package io.bellwether.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to a server that asks one thing after the other, and takes little of the machine for it. */
final class KeptConnection implements AutoCloseable {
    private final URI server;
    private Socket socket;
    private InputStream in;

    KeptConnection(URI server) throws IOException {
        this.server = server;
        socket = new Socket(server.getHost(), server.getPort());
        in = opened();
    }

    private InputStream opened() throws IOException {
        socket.setTcpNoDelay(true);
        return new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** @param tag the one that the server gave, or empty */
    record Answer(int status, String tag, byte[] body) {}

    /** @param headers further lines, each with its end */
    Answer get(String path, String headers) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().substring(9, 12));
        String tag = "";
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (lower.startsWith("etag:")) {
                tag = line.substring(5).strip();
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                last = true;
            }
        }
        Answer answer = new Answer(status, tag, chunked ? chunks() : in.readNBytes(length));
        if (last) {
            socket.close();
            socket = new Socket(server.getHost(), server.getPort());
            in = opened();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        byte[] last = {};
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            last = in.readNBytes(size);
            line();
        }
        line();
        return last;
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
