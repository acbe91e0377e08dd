package io.bellwether.app.server;

import io.bellwether.app.page.ProblemView;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Only our own pages, and programs that are no browser, reach the API: a browser says of each request which site's page sent
 * it ({@code Sec-Fetch-Site}, {@code Origin}), reads included. The preflight that it sends for a page of another site is
 * answered with a refusal.
 */
final class SiteCheck implements Filter {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Set<String> names;

    /** @param settings whose names may be those of a proxy that speaks HTTPS for us */
    SiteCheck(ServerSettings settings) {
        names = settings.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ProblemView> problem = problem((HttpServletRequest) request);
        if (problem.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = Json.bytes(problem.get());
        var answer = (HttpServletResponse) response;
        answer.setStatus(problem.get().status());
        answer.setHeader("Cache-Control", "no-store");
        answer.setContentType(Json.PROBLEM);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }

    private Optional<ProblemView> problem(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.equals("/api") && !path.startsWith("/api/")) {
            return Optional.empty();
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean strange = site != null && !OURS.contains(site)
                || origin != null && !isOurs(origin, request.getHeader("Host"), site != null);
        if (strange) {
            return Optional.of(Problems.strangeOrigin());
        }
        return request.getMethod().equals("OPTIONS") ? Optional.of(Problems.onlyReading("OPTIONS")) : Optional.empty();
    }

    /**
     * Whether the origin is the address that the request was sent to. We speak HTTP; a page by HTTPS is ours where a proxy
     * stands before us, which the operator says by a name, or the browser by calling it the same origin.
     */
    private boolean isOurs(String origin, @Nullable String host, boolean told) {
        URI page;
        try {
            page = URI.create(origin);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (host == null || !host.equalsIgnoreCase(page.getRawAuthority())) {
            return false;
        }
        return switch (page.getScheme()) {
            case "http" -> true;
            case "https" -> told || names.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""));
            case null, default -> false;
        };
    }
}
