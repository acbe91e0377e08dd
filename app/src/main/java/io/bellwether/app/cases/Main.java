package io.bellwether.app.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a folder's cases: a line for each that did not pass, then how many did. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (arguments.length < 1 || arguments.length > 2) {
            out.println("usage: conformance/run DIR [part of a case's name]");
            System.exit(2);
        }
        boolean fine = run(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "", out);
        System.exit(fine ? 0 : 1);
    }

    /** @return whether no answer was wrong */
    static boolean run(Path folder, String part, PrintStream out) throws IOException {
        int passed = 0;
        int failed = 0;
        int unsupported = 0;
        List<Case> cases = Case.in(folder);
        try (Models models = new Models(folder)) {
            var runner = new CaseRunner(models);
            for (Case one : cases) {
                if (!one.name().contains(part)) {
                    continue;
                }
                String name = one.model() + " " + one.name();
                switch (runner.run(one)) {
                    case Outcome.Passed ignored -> passed++;
                    case Outcome.Failed(String how) -> {
                        failed++;
                        out.println("failed       " + name + ": " + how);
                    }
                    case Outcome.Unsupported(var why) -> {
                        unsupported++;
                        out.println("unsupported  " + name + ": " + why.code() + " " + why.message());
                    }
                }
            }
        }
        out.printf("%d passed, %d failed, %d unsupported%n", passed, failed, unsupported);
        return failed == 0;
    }
}
