package io.bellwether.app.server;

import io.bellwether.engine.Asker;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Notices that a client has hung up while its question is answered. Nobody reads from a connection meanwhile, so we look
 * whether its end has come; what a client sends ahead stays in the connection's buffer for its next request.
 */
final class HangUps implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 200;

    private final Set<Line> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bellwether-hang-ups").factory());

    HangUps() {
        looks.scheduleWithFixedDelay(
                () -> open.forEach(Line::look), LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Until it is closed, an end of the connection is a leaving of the asker. Nobody else may read from it. */
    Line watch(SocketWrapperBase<?> connection, Asker asker) {
        var line = new Line(connection, asker);
        open.add(line);
        return line;
    }

    /** One connection under watch. */
    final class Line implements AutoCloseable {
        private final SocketWrapperBase<?> connection;
        private final Asker asker;
        private boolean ended;

        private Line(SocketWrapperBase<?> connection, Asker asker) {
            this.connection = connection;
            this.asker = asker;
        }

        private synchronized void look() {
            if (ended) {
                return;
            }
            try {
                connection.isReadyForRead();
            } catch (IOException gone) {
                ended = true;
                asker.leave();
            } catch (RuntimeException odd) {
                ended = true; // the others are looked at all the same
            }
        }

        /** A look under way comes to its end first: what comes next on the connection is not for us. */
        @Override
        public synchronized void close() {
            ended = true;
            open.remove(this);
        }
    }

    /** Nobody will be answered any more. */
    @Override
    public void close() {
        looks.shutdownNow();
        open.forEach(line -> line.asker.leave());
    }
}
