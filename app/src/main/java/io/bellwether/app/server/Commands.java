package io.bellwether.app.server;

import io.bellwether.core.catalog.Catalog;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes what people tell the server to do. A page of a stranger can send a form here, but neither JSON nor a header of
 * ours without being asked first, which is never answered; where a browser says where it comes from, that must be us.
 */
final class Commands {
    private final Supplier<Catalog> catalog;
    private final Clock clock;
    private final Askers askers;

    Commands(Supplier<Catalog> catalog, Clock clock, Askers askers) {
        this.askers = askers;
        this.catalog = catalog;
        this.clock = clock;
    }

    <B> ServerResponse answer(ServerRequest request, Command<B> command) throws IOException {
        Catalog now = catalog.get();
        var by = Requester.of(request, now);
        B body = body(request, command);
        var told = new Told<>(request.pathVariables(), values(request), body, by, clock.instant(), now);
        return ServerResponse.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.bytes(askers.told(request, () -> command.handler().apply(told))));
    }

    private static <B> B body(ServerRequest request, Command<B> command) throws IOException {
        byte[] bytes = request.servletRequest().getInputStream().readNBytes(command.largest() + 1);
        if (bytes.length > command.largest()) {
            throw new RequestProblem(Problems.tooLarge(command.largest()));
        }
        if (command.isFile()) {
            return command.body().cast(bytes);
        }
        MediaType type = request.headers().contentType().orElse(null);
        if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            throw new RequestProblem(Problems.notJson());
        }
        return Json.read(bytes, command.body());
    }

    private static Map<String, String> values(ServerRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.params().forEach((name, all) -> {
            if (all.size() != 1) {
                throw Ask.bad(Ask.shortened(name), "is given " + all.size() + " times", "give it once");
            }
            values.put(name, all.getFirst());
        });
        return values;
    }

    static List<String> paths(List<Command<?>> commands) {
        return commands.stream().<String>map(Command::path).toList();
    }
}
