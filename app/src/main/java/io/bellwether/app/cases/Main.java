package io.bellwether.app.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
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
        var tally = new Tally(out);
        List<Case> cases = Case.in(folder);
        if (!cases.isEmpty()) {
            try (Models models = new Models(folder)) {
                var runner = new CaseRunner(models);
                cases.stream()
                        .filter(one -> one.name().contains(part))
                        .forEach(one -> tally.add(one.model() + " " + one.name(), runner.run(one)));
            }
        }
        try (var ossie = new OssieRunner(Instant.now())) {
            new OssieCases(folder)
                    .all().stream()
                            .filter(one -> one.name().contains(part))
                            .forEach(one -> tally.add(one.name(), ossie.run(one)));
        }
        return tally.finish();
    }

    /** Tells how each case went, and counts. */
    private static final class Tally {
        private final PrintStream out;
        private int passed;
        private int failed;
        private int unsupported;

        Tally(PrintStream out) {
            this.out = out;
        }

        void add(String name, Outcome outcome) {
            switch (outcome) {
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

        boolean finish() {
            out.printf("%d passed, %d failed, %d unsupported%n", passed, failed, unsupported);
            return failed == 0;
        }
    }
}
