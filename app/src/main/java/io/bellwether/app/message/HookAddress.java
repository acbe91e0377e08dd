package io.bellwether.app.message;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a hook stands, taken apart.
 *
 * @param path with its query, as it is sent
 */
record HookAddress(boolean secure, String host, int port, String path) {
    /** Null where the text is no address of a hook. */
    static @Nullable HookAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip()).parseServerAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if ((!secure && !"http".equalsIgnoreCase(uri.getScheme()))
                || uri.getHost() == null
                || uri.getUserInfo() != null) {
            return null;
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        String ascii = URI.create("x:" + path + query).toASCIIString().substring(2);
        return new HookAddress(secure, uri.getHost().toLowerCase(Locale.ROOT), port, ascii);
    }

    /** What the header Host says. */
    String authority() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }

    /** The host without the brackets that an IPv6 address stands in. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** How names become addresses; a fake in tests. */
    @FunctionalInterface
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * The one address that is connected to; whatever the name means a moment later, the connection goes here.
     *
     * @param allowed hosts that may be private
     * @return null where all of the name's addresses are private
     */
    @Nullable
    InetAddress reachable(Names names, Collection<String> allowed) throws UnknownHostException {
        boolean free = allowed.stream().anyMatch(a -> a.equalsIgnoreCase(host) || a.equalsIgnoreCase(bareHost()));
        return Arrays.stream(names.resolve(bareHost()))
                .filter(address -> free || Addresses.isPublic(address))
                .findFirst()
                .orElse(null);
    }
}
