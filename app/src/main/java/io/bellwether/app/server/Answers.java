package io.bellwether.app.server;

import io.bellwether.app.cli.text.Csv;
import io.bellwether.app.page.Finished;
import io.bellwether.app.page.QueryView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Bodies with their tag: who has it already gets 304 and no body. */
final class Answers {
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Answers() {}

    static ServerResponse json(ServerRequest request, Object value) {
        return body(request, Json.bytes(value), MediaType.APPLICATION_JSON, "no-cache", null);
    }

    /** A finished text, packed for those who take it so; what they have already is not sent. */
    static ServerResponse json(ServerRequest request, Finished text) {
        var answer = begun(request, text.tag(), "no-cache");
        if (isKnown(request, text.tag())) {
            return answer.build();
        }
        answer.contentType(MediaType.APPLICATION_JSON).header("Vary", "Accept-Encoding");
        return takesPacked(request)
                ? answer.header("Content-Encoding", "gzip").body(text.packed())
                : answer.body(text.bytes());
    }

    /** Only what is said plainly: whoever weighs one coding against another gets what the server's frame makes of it. */
    private static boolean takesPacked(ServerRequest request) {
        List<String> headers = request.headers().header("Accept-Encoding");
        return headers.size() == 1
                && !headers.getFirst().contains(";")
                && Arrays.stream(headers.getFirst().split(","))
                        .map(String::strip)
                        .anyMatch("gzip"::equalsIgnoreCase);
    }

    static ServerResponse csv(ServerRequest request, QueryView rows) {
        List<String> names =
                rows.columns().stream().map(QueryView.ColumnView::name).toList();
        byte[] text = Csv.text(names, rows.rows()).getBytes(StandardCharsets.UTF_8);
        return body(request, text, CSV, "no-cache", "attachment; filename=\"query.csv\"");
    }

    /** @param disposition whether browsers save it as a file, or null */
    static ServerResponse body(
            ServerRequest request,
            byte[] body,
            MediaType type,
            String caching,
            @org.jspecify.annotations.Nullable String disposition) {
        String tag = Finished.tag(body);
        var answer = begun(request, tag, caching);
        if (isKnown(request, tag)) {
            return answer.build();
        }
        if (disposition != null) {
            answer.header("Content-Disposition", disposition);
        }
        return answer.contentType(type).body(body);
    }

    private static ServerResponse.BodyBuilder begun(ServerRequest request, String tag, String caching) {
        return ServerResponse.status(isKnown(request, tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header("ETag", tag)
                .header("Cache-Control", caching)
                .header("Vary", "Accept");
    }

    private static boolean isKnown(ServerRequest request, String tag) {
        return request.headers().header("If-None-Match").contains(tag);
    }
}
