package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.page.QueryView;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.page.ScorecardView;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More questions than threads, over real HTTP and a real engine. Nothing here hangs on how long anything takes. */
@Timeout(120)
class BusyServerTest {
    private static final String ENDLESS =
            "select count(*) from range(100000000) a, range(100000000) b where a.range > b.range";

    private final List<Socket> callers = new ArrayList<>();
    private DuckDbEngine engine;
    private Server server;
    private Client client;
    private Asked pages;

    /** Each metric is a statement: one that never ends, or one that does. */
    private final class Asked extends SamplePages {
        final Semaphore came = new Semaphore(0);
        final CountDownLatch go = new CountDownLatch(1);
        final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

        @Override
        public QueryView query(
                QuestionText question, @Nullable String saved, @Nullable Top top, @Nullable String asOf) {
            came.release();
            if (question.metrics().contains("held")) {
                await(go);
            }
            boolean endless = question.metrics().contains("endless");
            try {
                engine.run(new SqlStatement(endless ? ENDLESS : "select 1", List.of()), Deadline.none());
                return super.query(question, saved, top, asOf);
            } catch (EngineException e) {
                ended.add(e.diagnostic().code());
                throw new DiagnosticException(e.diagnostic());
            }
        }

        /** As scorecards do: a card that failed does not fail the others. */
        @Override
        public ScorecardView scorecard(@Nullable String asOf, ScorecardFilter filter, @Nullable String reader) {
            try {
                engine.run(new SqlStatement("select 1", List.of()), Deadline.none());
            } catch (EngineException e) {
                ended.add(e.diagnostic().code());
            }
            return super.scorecard(asOf, filter, reader);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(Path folder, int statements) {
        engine = new DuckDbEngine(new EngineSettings(folder, List.of(), null, 1L << 28, 1));
        pages = new Asked();
        var settings = new ServerSettings(ServerSettings.LOOPBACK, 0, List.of(), statements);
        server = Server.start(settings, Server.Parts.reading(pages));
        client = new Client(server);
    }

    @AfterEach
    void stop() throws IOException {
        hangUp();
        client.close();
        server.close();
        engine.close();
    }

    /** Asks and does not wait. */
    private Socket call(String path) {
        try {
            var socket = new Socket(ServerSettings.LOOPBACK, server.port());
            callers.add(socket);
            String text = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hangUp() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        callers.clear();
    }

    private HttpResponse<String> quick() {
        return client.get("/api/query?metrics=quick");
    }

    @Test
    void othersAreAnsweredWhileEveryThreadIsBusyAndWhoHangsUpEndsTheirStatement(@TempDir Path folder) throws Exception {
        start(folder, 1_000);
        int many = Runtime.getRuntime().availableProcessors() + 12;
        for (int i = 0; i < many; i++) {
            call("/api/query?metrics=endless");
        }
        pages.came.acquire(many);
        assertThat(client.get("/api/health").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/openapi.json").statusCode()).isEqualTo(200);
        assertThat(pages.ended).isEmpty();

        hangUp();
        for (int i = 0; i < many; i++) {
            assertThat(pages.ended.take()).isEqualTo("E602");
        }
        assertThat(quick().statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverComesToAFullQueueIsToldToComeAgain(@TempDir Path folder) throws Exception {
        start(folder, 1_000);
        var first = new CompletableFuture<String>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 900 && !first.isDone(); i++) {
                Socket caller = call("/api/query?metrics=endless");
                pages.came.acquire();
                readers.execute(() -> first.complete(head(caller)));
            }
            assertThat(first.join()).startsWith("HTTP/1.1 503").contains("Retry-After: 5");
            assertThat(pages.ended.take()).isEqualTo("E617");
            assertThat(client.get("/api/health").statusCode()).isEqualTo(200);
            hangUp();
        }
    }

    /** Up to the empty line; a connection that we closed ourselves has none. */
    private static String head(Socket caller) {
        try {
            var head = new StringBuilder();
            for (int next = caller.getInputStream().read();
                    next >= 0 && head.indexOf("\r\n\r\n") < 0;
                    next = caller.getInputStream().read()) {
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException closed) {
            return "";
        }
    }

    @Test
    void oneClientHasSoManyStatementsAndNoMore(@TempDir Path folder) throws Exception {
        start(folder, 2);
        call("/api/query?metrics=endless");
        call("/api/query?metrics=endless");
        pages.came.acquire(2);
        HttpResponse<String> third = quick();
        while (third.statusCode() == 200) {
            third = quick(); // the two have come, but may not be with the engine yet
        }
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("5");
        assertThat(third.body()).contains("E618");
        assertThat(client.get("/api/scorecard").statusCode())
                .as("a page with holes is not the page")
                .isEqualTo(429);
        pages.ended.clear();

        hangUp();
        assertThat(pages.ended.take()).isEqualTo("E602");
        assertThat(pages.ended.take()).isEqualTo("E602");
        assertThat(quick().statusCode()).isEqualTo(200);
    }

    @Test
    void whatAClientSendsAheadIsItsNextRequest(@TempDir Path folder) throws Exception {
        start(folder, 4);
        Socket caller = call("/api/query?metrics=held");
        pages.came.acquire();
        String more = "GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        caller.getOutputStream().write(more.getBytes(StandardCharsets.ISO_8859_1));
        // When the second hang-up is noticed, all connections have been looked at since.
        for (int i = 0; i < 2; i++) {
            Socket other = call("/api/query?metrics=endless");
            pages.came.acquire();
            other.close();
            assertThat(pages.ended.take()).isEqualTo("E602");
        }
        pages.go.countDown();
        String all = new String(caller.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(all.split("HTTP/1.1 200", -1)).hasSize(3);
    }
}
