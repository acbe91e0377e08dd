package io.bellwether.app.server;

import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * The few parts of the framework that are used, put together by hand: no scanning of the class path and no
 * auto-configuration, which is most of what a start would wait for.
 *
 * <pre>
 * request ─▶ Tomcat ─▶ HostCheck ─▶ SecurityHeaders ─▶ SiteCheck ─▶ DispatcherServlet ─▶ Api │ StaticPages
 *                                                                      └ any failure ─▶ problem+json
 * </pre>
 */
final class Frame {
    private final ServerSettings settings;
    private final RouterFunction<?> routes;

    Frame(ServerSettings settings, RouterFunction<?> routes) {
        this.settings = settings;
        this.routes = routes;
    }

    void fill(ServletWebServerApplicationContext context) {
        bean(context, TomcatServletWebServerFactory.class, () -> TomcatFrame.factory(address(), settings.port()));
        bean(context, "hostCheck", filter(new HostCheck(settings), 0));
        bean(context, "securityHeaders", filter(new SecurityHeaders(), 1));
        bean(context, "siteCheck", filter(new SiteCheck(settings), 2));
        bean(context, DispatcherServlet.class, DispatcherServlet::new);
        bean(context, RouterFunctionMapping.class, () -> new RouterFunctionMapping(routes));
        bean(context, HandlerFunctionAdapter.class, HandlerFunctionAdapter::new);
        bean(context, HandlerExceptionResolver.class, () -> new Failures().resolver());
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    private static <T> void bean(ServletWebServerApplicationContext context, Class<T> type, Supplier<T> supplier) {
        context.registerBean(type, supplier);
    }

    private static void bean(
            ServletWebServerApplicationContext context, String name, FilterRegistrationBean<Filter> registration) {
        context.registerBean(name, FilterRegistrationBean.class, () -> registration);
    }
}
