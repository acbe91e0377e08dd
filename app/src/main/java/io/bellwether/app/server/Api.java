package io.bellwether.app.server;

import io.bellwether.app.page.Finished;
import io.bellwether.app.page.Pages;
import io.bellwether.app.page.QueryView;
import io.bellwether.core.source.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The routes: the API's endpoints, their description, and for every other path the pages. */
final class Api {
    private static final String DOCUMENT = "/api/openapi.json";

    /** Where questions go, in an address or, as Ossie has them, in a body. */
    static final String QUERY = "/api/query";

    private static final int LARGEST_QUESTION = 64 * 1024;

    private final Pages answers;
    private final List<Endpoint> endpoints;
    private final List<Command<?>> commands;
    private final Commands taking;
    private final Askers askers;
    private final StaticPages pages = new StaticPages();

    Api(Pages answers, List<Feature> features, Commands taking, Askers askers) {
        this.answers = answers;
        this.askers = askers;
        this.taking = taking;
        List<Feature.Routes> parts = features.stream().map(Feature::routes).toList();
        this.endpoints = Stream.concat(
                        Endpoints.over(answers).stream(), parts.stream().flatMap(part -> part.endpoints().stream()))
                .toList();
        this.commands = parts.stream()
                .<Command<?>>flatMap(part -> part.commands().stream())
                .toList();
    }

    RouterFunction<ServerResponse> routes() {
        var reading = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);
        var routes = RouterFunctions.route();
        for (Endpoint endpoint : endpoints) {
            routes.route(reading.and(RequestPredicates.path(endpoint.path())), request -> answer(request, endpoint));
        }
        for (Command<?> command : commands) {
            routes.route(RequestPredicates.POST(command.path()), request -> taking.answer(request, command));
        }
        routes.route(RequestPredicates.POST(QUERY), this::question);
        routes.route(reading.and(RequestPredicates.path(DOCUMENT)), this::document);
        routes.route(reading.and(RequestPredicates.path("/api/**")), this::unknown);
        routes.route(reading, pages::answer);
        routes.route(RequestPredicates.all(), Api::refuse);
        return routes.build();
    }

    private ServerResponse answer(ServerRequest request, Endpoint endpoint) {
        Ask ask = Ask.of(request, endpoint);
        Object found = askers.answer(request, () -> endpoint.handler().apply(ask));
        if (found instanceof Finished text) {
            return Answers.json(request, text);
        }
        if (found instanceof Download file) {
            String disposition = file.name() == null ? null : "attachment; filename=\"" + file.name() + "\"";
            return Answers.body(request, file.bytes(), file.type(), "no-cache", disposition);
        }
        return endpoint.csv() && found instanceof QueryView rows && wantsCsv(request, ask)
                ? Answers.csv(request, rows)
                : Answers.json(request, found);
    }

    /** It changes nothing: the body is only too long for an address. */
    private ServerResponse question(ServerRequest request) throws IOException {
        byte[] body = request.servletRequest().getInputStream().readNBytes(LARGEST_QUESTION + 1);
        if (body.length > LARGEST_QUESTION) {
            throw new RequestProblem(Problems.of(413));
        }
        String json = new String(body, StandardCharsets.UTF_8);
        String asOf = request.param("as_of").orElse(null);
        return Answers.json(request, askers.answer(request, () -> answers.question(json, asOf)));
    }

    private static boolean wantsCsv(ServerRequest request, Ask ask) {
        String format = ask.text("format");
        if (format != null) {
            return format.equals("csv");
        }
        List<MediaType> accepted = request.headers().accept();
        return !accepted.isEmpty()
                && accepted.getFirst().isConcrete()
                && accepted.getFirst().isCompatibleWith(Answers.CSV);
    }

    private ServerResponse document(ServerRequest request) {
        return Answers.json(request, OpenApiText.of(endpoints, commands));
    }

    private ServerResponse unknown(ServerRequest request) {
        List<String> known = Stream.concat(endpoints.stream().map(Endpoint::path), Stream.of(DOCUMENT))
                .toList();
        String fix = Nearest.of(request.path(), known)
                .map(near -> "did you mean " + near + "?")
                .orElse("all addresses stand in " + DOCUMENT);
        throw new RequestProblem(Problems.notFound("there is nothing at " + Ask.shortened(request.path()), fix));
    }

    private static ServerResponse refuse(ServerRequest request) {
        throw new RequestProblem(Problems.onlyReading(request.method().name()));
    }
}
