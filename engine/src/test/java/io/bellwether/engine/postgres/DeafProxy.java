package io.bellwether.engine.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Stands before a server and passes everything on, until it passes nothing on and does not say so: a pulled plug. */
final class DeafProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Semaphore sent = new Semaphore(0);
    private final int server;
    private volatile boolean deaf;

    DeafProxy(int server) throws IOException {
        this.server = server;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void deafen() {
        deaf = true;
    }

    /** Forgets what clients have sent so far. */
    void countAnew() {
        sent.drainPermits();
    }

    /** Waits until a client has sent something since. */
    void awaitMore() {
        sent.acquireUninterruptibly();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.addAll(List.of(client, there));
                Thread.startVirtualThread(() -> pass(client, there, true));
                Thread.startVirtualThread(() -> pass(there, client, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to, boolean counts) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (!deaf) {
                    out.write(some, 0, read);
                    out.flush();
                }
                if (counts) {
                    sent.release();
                }
            }
        } catch (IOException closed) {
            // One of both is gone.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
