package io.bellwether.app.server;

import io.bellwether.app.page.NoSuchKpiException;
import io.bellwether.app.page.ProblemView;
import io.bellwether.core.source.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every way for a request to fail, with its HTTP status. H7xx is the server's own family of codes. */
final class Problems {
    private Problems() {}

    static ProblemView unknownParameter(String name, @Nullable String fix) {
        return new ProblemView("Unknown parameter", 400, "H701", "there is no parameter \"" + name + "\"", fix);
    }

    static ProblemView missingParameter(String name, String example) {
        return new ProblemView(
                "Missing parameter", 400, "H702", "\"" + name + "\" is missing", "for example " + name + "=" + example);
    }

    static ProblemView badParameter(String name, String what, @Nullable String fix) {
        return new ProblemView("Wrong parameter", 400, "H703", "\"" + name + "\" " + what, fix);
    }

    static ProblemView notFound(String detail, @Nullable String fix) {
        return new ProblemView("Not found", 404, "H704", detail, fix);
    }

    static ProblemView noKpi(NoSuchKpiException e) {
        return new ProblemView("No such KPI", 404, "H705", String.valueOf(e.getMessage()), e.fix());
    }

    static ProblemView onlyReading(String method) {
        return new ProblemView("Method not allowed", 405, "H706", method + " is not answered here", "use GET");
    }

    static ProblemView strangeHost() {
        return new ProblemView(
                "Misdirected request",
                421,
                "H707",
                "this server is not known by the name that the request was sent to",
                "call it by its address, or start it with --name and that name");
    }

    static ProblemView nobody(boolean noPeople) {
        String fix = noPeople
                ? "add people: [ {email: maria@example.com, name: Maria} ] to the workspace"
                : "choose a person on the page, or send the header " + Requester.HEADER + ": maria@example.com";
        return new ProblemView("Nobody said who", 401, "H711", "this is done by a person, and none is named", fix);
    }

    static ProblemView stranger(String email, String fix) {
        return new ProblemView("Not one of us", 403, "H712", "the workspace has no person \"" + email + "\"", fix);
    }

    static ProblemView strangeOrigin() {
        return new ProblemView(
                "Misdirected request", 403, "H713", "the request comes from a page of another site", "use our pages");
    }

    static ProblemView notJson() {
        return new ProblemView(
                "Not JSON",
                415,
                "H714",
                "the body is said to be something else",
                "send Content-Type: application/json");
    }

    static ProblemView badBody(String detail, @Nullable String fix) {
        return new ProblemView("Wrong body", 400, "H715", detail, fix);
    }

    static ProblemView tooLarge(int largest) {
        return new ProblemView(
                "Too large", 413, "H709", "the body is larger than " + largest / 1024 + " KB", "send less at once");
    }

    static ProblemView internal() {
        return new ProblemView(
                "Bellwether failed",
                500,
                "H799",
                "the server made a mistake; what went wrong stands in its terminal",
                "try again; if it stays, report it with what the terminal says");
    }

    /** Of Tomcat's own refusals. */
    static ProblemView of(int status) {
        return switch (status) {
            case 400 -> new ProblemView("Bad request", 400, "H708", "this is no request that HTTP allows", null);
            case 404 -> notFound("there is nothing at this address", null);
            case 405 ->
                new ProblemView("Method not allowed", 405, "H706", "this method is not answered here", "use GET");
            case 413, 414, 431 ->
                new ProblemView(
                        "Too large", status, "H709", "the request is larger than 16 KB", "ask for less at once");
            default ->
                status >= 500
                        ? internal()
                        : new ProblemView("Bad request", status, "H708", "this request cannot be answered", null);
        };
    }

    /** What is wrong with a question is the asker's to mend, all else the workspace's or the engine's. */
    static ProblemView of(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        List<Diagnostic> told = errors.isEmpty() ? diagnostics : errors;
        Diagnostic first = told.getFirst();
        String detail = told.stream().limit(5).map(Problems::line).collect(Collectors.joining("\n"));
        if (told.stream().allMatch(d -> d.code().startsWith("P"))) {
            return new ProblemView("This cannot be done", 400, first.code(), detail, first.fix());
        }
        if (told.stream().allMatch(Problems::isAskers)) {
            return new ProblemView(
                    "The question cannot be answered", 400, first.code(), detail, first.fix(), first.ossie());
        }
        return switch (first.code().charAt(0)) {
            case 'E' ->
                switch (first.code()) {
                    case "E601" -> new ProblemView("It took too long", 504, first.code(), detail, first.fix());
                    case "E603", "E604", "E606" ->
                        new ProblemView("This cannot be worked out", 422, first.code(), detail, first.fix());
                    case "E602" -> new ProblemView("Ended", 503, first.code(), detail, first.fix());
                    case "E616", "E617" -> new ProblemView("Busy", 503, first.code(), detail, first.fix());
                    case "E618" -> new ProblemView("Too many at once", 429, first.code(), detail, first.fix());
                    default -> new ProblemView("The engine failed", 500, first.code(), detail, first.fix());
                };
            default ->
                new ProblemView("The workspace has errors", 503, first.code(), detail, first.fix(), first.ossie());
        };
    }

    /** A question's own, or one in its condition, which is a text of no file of the workspace. */
    private static boolean isAskers(Diagnostic diagnostic) {
        var span = diagnostic.span();
        boolean inDefinitions = span != null && span.file().path().matches(".*\\.ya?ml");
        return diagnostic.code().startsWith("Q") || (diagnostic.code().startsWith("D") && !inDefinitions);
    }

    private static String line(Diagnostic diagnostic) {
        var span = diagnostic.span();
        return span == null || span.file().path().isEmpty() ? diagnostic.message() : span + "  " + diagnostic.message();
    }
}
