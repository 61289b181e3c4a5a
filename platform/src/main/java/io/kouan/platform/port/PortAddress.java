package io.kouan.platform.port;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the port is reached from outside (对外地址): what stands in links of letters and in the QR codes of documents. It comes from the
 * configuration ({@code KOUAN_PUBLIC_URL}), else it is the listener's own address; never from a request, for whoever sends one
 * writes its Host header.
 */
@Component
public class PortAddress {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Environment settings;
    private final String configured;

    PortAddress(Environment settings) {
        this.settings = settings;
        this.configured = checked(settings.getProperty("kouan.public-url", "").strip());
    }

    /** The address of a path, for example {@code /verify}. */
    public String of(String path) {
        return root() + path;
    }

    /**
     * The origin (scheme, host, port) that a browser sees: the one it asks for where that is this very machine, and the port's
     * public one otherwise.
     *
     * @param asked the origin that a request names
     */
    public String origin(String asked) {
        var uri = URI.create(asked);
        boolean here = uri.getHost() != null && HERE.contains(uri.getHost().toLowerCase(Locale.ROOT));
        return (here ? asked : URI.create(root()).resolve("/").toString().replaceAll("/$", ""))
                .toLowerCase(Locale.ROOT);
    }

    private String root() {
        if (!configured.isEmpty()) {
            return configured;
        }
        boolean sealed = settings.containsProperty("server.ssl.bundle")
                || settings.containsProperty("server.ssl.certificate")
                || settings.containsProperty("server.ssl.key-store");
        var port = settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
        return (sealed ? "https" : "http") + "://localhost:" + port;
    }

    private static String checked(String url) {
        if (url.isEmpty()) {
            return url;
        }
        var uri = URI.create(url);
        boolean plain = uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        if (!plain) {
            throw new IllegalArgumentException(
                    "kouan.public-url (KOUAN_PUBLIC_URL) is no address such as https://port.example.org");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
