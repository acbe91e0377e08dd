package io.bellwether.app.server;

import java.util.function.Function;

/**
 * One address of the API that changes something: POST with a JSON body, by a person. Its route and its part of the
 * OpenAPI document are both made from it.
 *
 * @param body a record whose components are the body's members, in snake_case; those that are {@code @Nullable} may be
 *     missing. {@code byte[]} for a file as it is
 * @param answer the record that comes back
 * @param largest how many bytes the body may have
 */
record Command<B>(
        String path,
        String id,
        String summary,
        Class<B> body,
        int largest,
        Class<?> answer,
        Function<Told<B>, Object> handler) {
    private static final int USUAL = 64 * 1024;

    static <B> Command<B> of(
            String path, String id, String summary, Class<B> body, Class<?> answer, Function<Told<B>, Object> handler) {
        return new Command<>(path, id, summary, body, USUAL, answer, handler);
    }

    boolean isFile() {
        return body == byte[].class;
    }
}
