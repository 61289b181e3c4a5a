package io.kouan.bench.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.client.local.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Somebody with a browser: signs in with the form, and asks for pages with the session that this opens. */
final class PortalSession implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    private PortalSession(String url) {
        this.url = url;
    }

    static PortalSession signIn(String url, Sandbox.Person person) {
        var session = new PortalSession(url);
        var form = TOKEN.matcher(session.get("/signin").body());
        if (!form.find()) {
            throw new IllegalStateException("the sign-in form has no token");
        }
        var body = "login=" + encode(person.login()) + "&password=" + encode(person.password()) + "&_csrf="
                + encode(form.group(1));
        var answer = session.send(HttpRequest.newBuilder(URI.create(url + "/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.headers()
                .firstValue("Location")
                .filter(to -> !to.contains("signin"))
                .isEmpty()) {
            throw new IllegalStateException(person.login() + " cannot sign in: " + answer.statusCode());
        }
        return session;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "text/html")
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
