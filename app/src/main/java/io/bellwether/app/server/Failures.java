package io.bellwether.app.server;

import io.bellwether.app.page.NoSuchKpiException;
import io.bellwether.app.page.ProblemView;
import io.bellwether.core.source.DiagnosticException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a request threw into a problem; nobody sees a stack trace but the operator in the terminal. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Busy, and too much at once: both pass. */
    private static final Set<Integer> AGAIN = Set.of(429, 503);

    HandlerExceptionResolver resolver() {
        return (request, response, handler, failure) -> answer(request, response, failure);
    }

    static ProblemView problem(Throwable failure) {
        return switch (failure) {
            case RequestProblem e -> e.problem();
            case NoSuchKpiException e -> Problems.noKpi(e);
            case DiagnosticException e -> Problems.of(e.diagnostics());
            case InvalidParameterException e -> Problems.of(e.getErrorCode());
            case InvalidMediaTypeException e -> Problems.notJson();
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() ->
                Problems.of(e.getStatusCode().value());
            default -> Problems.internal();
        };
    }

    private static @Nullable ModelAndView answer(
            HttpServletRequest request, HttpServletResponse response, Exception failure) {
        if (failure instanceof IOException) {
            LOG.debug("the client is gone", failure);
            return new ModelAndView();
        }
        ProblemView problem = problem(failure);
        if (problem.code().equals(Problems.internal().code())) {
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failure);
        }
        byte[] body = Json.bytes(problem);
        try {
            response.resetBuffer();
            response.setStatus(problem.status());
            response.setHeader("Cache-Control", "no-store");
            if (AGAIN.contains(problem.status())) {
                response.setHeader("Retry-After", "5");
            }
            response.setContentType(Json.PROBLEM);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("the client is gone", gone);
        }
        return new ModelAndView();
    }
}
