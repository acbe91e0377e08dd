package io.bellwether.app.server;

import io.bellwether.app.cli.text.Csv;
import io.bellwether.app.page.QueryView;
import io.bellwether.core.source.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Bodies with their tag: who has it already gets 304 and no body. */
final class Answers {
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** Bytes of a body's digest in its tag. */
    private static final int TAG = 12;

    private Answers() {}

    static ServerResponse json(ServerRequest request, Object value) {
        return body(request, Json.bytes(value), MediaType.APPLICATION_JSON, "no-cache", null);
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
        // Weak: gzip changes the bytes, not what they say.
        String tag = "W/\"" + Digest.of(body, TAG) + "\"";
        boolean known = request.headers().header("If-None-Match").contains(tag);
        var answer = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header("ETag", tag)
                .header("Cache-Control", caching)
                .header("Vary", "Accept");
        if (known) {
            return answer.build();
        }
        if (disposition != null) {
            answer.header("Content-Disposition", disposition);
        }
        return answer.contentType(type).body(body);
    }
}
