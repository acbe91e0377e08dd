package io.bellwether.core.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects problems while a stage does its work, so that all are reported and none stops the search for more. */
public final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
        if (diagnostic.isError()) {
            errors++;
        }
    }

    public void add(Code code, @Nullable Span span, String message, @Nullable String fix) {
        add(code.at(span, message, fix));
    }

    /** How many errors there are: a stage compares before and after. */
    public int errors() {
        return errors;
    }

    public List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
