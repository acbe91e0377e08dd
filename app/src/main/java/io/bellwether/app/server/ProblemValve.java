package io.bellwether.app.server;

import io.bellwether.app.page.ProblemView;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Problems that Tomcat sees before any of our code does (a request line that is no HTTP, headers too large), in the form of
 * all others. Tomcat makes it by name.
 */
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemView problem = Problems.of(status);
        byte[] body = Json.bytes(problem);
        try {
            response.setContentType(Json.PROBLEM);
            response.setContentLength(body.length);
            SecurityHeaders.ALL.forEach(response::setHeader);
            OutputStream out = response.getOutputStream();
            out.write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // the client did not wait for it
        }
    }
}
