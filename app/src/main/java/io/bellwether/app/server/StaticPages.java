package io.bellwether.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The built pages, from the class path. A path without a file is a page's own address ({@code /kpi/revenue}): it gets the
 * shell, which finds out itself. Files whose names carry a hash never change, and browsers may keep them for good.
 */
final class StaticPages {
    private static final String ROOT = "static/";
    private static final String SHELL = "index.html";
    private static final String HASHED = "_app/immutable/";
    /** Names as the build makes them; no dots in a row, no escapes, nothing that could climb out of the folder. */
    private static final Pattern FILE =
            Pattern.compile("[\\w-]+(?:/[\\w-]+)*(?:\\.[\\w-]+)+(?:/[\\w-]+(?:\\.[\\w-]+)*)*");

    private static final Map<String, MediaType> TYPES = Map.of(
            "html", MediaType.valueOf("text/html;charset=utf-8"),
            "js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "css", MediaType.valueOf("text/css;charset=utf-8"),
            "json", MediaType.APPLICATION_JSON,
            "svg", MediaType.valueOf("image/svg+xml"),
            "png", MediaType.IMAGE_PNG,
            "woff2", MediaType.valueOf("font/woff2"),
            "txt", MediaType.valueOf("text/plain;charset=utf-8"),
            "webmanifest", MediaType.valueOf("application/manifest+json"));

    /** Only what exists is remembered, so that asking for nonsense fills no memory. */
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    ServerResponse answer(ServerRequest request) {
        String path = request.path().substring(1);
        String name = path.isEmpty() ? SHELL : path;
        Optional<byte[]> file =
                typeOf(name).isPresent() && FILE.matcher(name).matches() ? file(name) : Optional.empty();
        if (file.isPresent()) {
            String caching = name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
            return Answers.body(request, file.get(), typeOf(name).orElseThrow(), caching, null);
        }
        if (path.startsWith("_app/") || typeOf(name).isPresent()) {
            throw new RequestProblem(Problems.notFound("there is no file " + Ask.shortened(path), null));
        }
        byte[] shell = file(SHELL)
                .orElseThrow(() -> new RequestProblem(Problems.notFound(
                        "the pages are not in this build", "build the module web, or use the command line")));
        return Answers.body(request, shell, typeOf(SHELL).orElseThrow(), "no-cache", null);
    }

    private static Optional<MediaType> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .filter(type -> name.contains("."));
    }

    private Optional<byte[]> file(String name) {
        byte[] known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = StaticPages.class.getClassLoader().getResourceAsStream(ROOT + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] read = in.readAllBytes();
            files.put(name, read);
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
