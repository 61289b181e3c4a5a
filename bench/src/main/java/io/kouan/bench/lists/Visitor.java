package io.kouan.bench.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody who has signed in and reads pages, as a browser does. */
final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int OK = 200;
    private static final int FOUND = 302;

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private Visitor(String url) {
        this.url = url;
    }

    static Visitor signIn(String url, String login, String password) {
        var visitor = new Visitor(url);
        var form = TOKEN.matcher(visitor.read("/signin"));
        if (!form.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        var body = "_csrf=" + encoded(form.group(1)) + "&login=" + encoded(login) + "&password=" + encoded(password);
        var answer = visitor.send(HttpRequest.newBuilder(URI.create(url + "/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != FOUND
                || answer.headers().firstValue("Location").orElse("").contains("signin")) {
            throw new IllegalStateException(login + " could not sign in");
        }
        return visitor;
    }

    /** A whole page. */
    String read(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(url + path)).build());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
