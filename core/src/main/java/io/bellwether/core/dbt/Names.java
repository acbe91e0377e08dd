package io.bellwether.core.dbt;

import io.bellwether.core.expression.ExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names of ours in the text of an expression. */
final class Names {
    /** The rows themselves that a condition is about. */
    static final String SELF = "self";

    private Names() {}

    /** In double quotes where the word would mean something else. */
    static String quoted(String name) {
        return name.matches("[A-Za-z_]\\w*") && !ExpressionParser.isReserved(name) ? name : '"' + name + '"';
    }

    /** {@code listing.user.home_state}; without a path {@code self.listing}. */
    static String field(DbtName name) {
        List<String> parts = new ArrayList<>(name.path().isEmpty() ? List.of(SELF) : name.path());
        parts.add(name.element());
        return parts.stream().map(Names::quoted).collect(Collectors.joining("."));
    }

    static String field(String dataset, String field) {
        return quoted(dataset) + "." + quoted(field);
    }
}
