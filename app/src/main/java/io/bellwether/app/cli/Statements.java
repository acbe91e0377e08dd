package io.bellwether.app.cli;

import io.bellwether.app.query.Ran;
import java.io.PrintStream;
import java.util.List;

/** Statements that ran, for those who want to see. */
final class Statements {
    private Statements() {}

    static void show(List<Ran> statements, PrintStream to) {
        for (int i = 0; i < statements.size(); i++) {
            Ran ran = statements.get(i);
            to.println("-- statement " + (i + 1) + " of " + statements.size() + ", "
                    + ran.took().toMillis() + " ms");
            to.println(ran.sql());
            to.println(";");
        }
        to.println("statements: " + statements.size());
    }
}
