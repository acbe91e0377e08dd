package io.bellwether.app.server;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.source.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The one place where a request gets its person. Today the browser names one of the workspace's people, by a header
 * that no other site can send; sign-in takes this place.
 */
final class Requester {
    static final String HEADER = "X-Bellwether-Person";

    private Requester() {}

    /** The address that the request names, known or not; null for none. */
    static @Nullable String named(ServerRequest request) {
        String header = request.headers().firstHeader(HEADER);
        return header == null || header.isBlank() ? null : Person.key(header);
    }

    /** The person who says this, who must be one of the workspace's. */
    static Person of(ServerRequest request, Catalog catalog) {
        String email = named(request);
        if (email == null) {
            throw new RequestProblem(
                    Problems.nobody(catalog.operations().people().isEmpty()));
        }
        return catalog.operations()
                .person(email)
                .orElseThrow(() -> new RequestProblem(Problems.stranger(
                        Ask.shortened(email),
                        Nearest.fix(email, catalog.operations().people().keySet())
                                .orElse("add them to people: in the workspace"))));
    }
}
