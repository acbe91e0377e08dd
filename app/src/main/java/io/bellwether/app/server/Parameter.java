package io.bellwether.app.server;

import java.util.List;

/**
 * A parameter of a request's query.
 *
 * @param words the values that it may have; empty for any
 */
record Parameter(String name, String description, String example, boolean required, List<String> words) {
    static Parameter optional(String name, String description, String example) {
        return new Parameter(name, description, example, false, List.of());
    }

    static Parameter required(String name, String description, String example) {
        return new Parameter(name, description, example, true, List.of());
    }

    static Parameter oneOf(String name, String description, List<String> words) {
        return new Parameter(name, description, words.getFirst(), false, words);
    }
}
