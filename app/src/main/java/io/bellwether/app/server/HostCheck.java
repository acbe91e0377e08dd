package io.bellwether.app.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of a stranger can make its own name point to this machine and then read what is served here (DNS rebinding); the
 * browser's {@code Host} header gives it away. We answer to numbers, to localhost, and to the names that the operator gave;
 * what a proxy's headers claim counts for nothing.
 */
final class HostCheck implements Filter {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names;

    HostCheck(ServerSettings settings) {
        names = new HashSet<>(Set.of("localhost", settings.host().toLowerCase(Locale.ROOT)));
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = ((HttpServletRequest) request).getHeader("Host");
        if (isOurs(host)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = Json.bytes(Problems.strangeHost());
        var answer = (HttpServletResponse) response;
        answer.setStatus(Problems.strangeHost().status());
        SecurityHeaders.ALL.forEach(answer::setHeader);
        answer.setContentType(Json.PROBLEM);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }

    boolean isOurs(@Nullable String header) {
        if (header == null) {
            return false;
        }
        String host = header.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        return names.contains(host) || NUMBERS.matcher(host).matches();
    }
}
