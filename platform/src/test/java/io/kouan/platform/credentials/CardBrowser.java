package io.kouan.platform.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.ceb.signature.CardAnswer;
import io.kouan.ceb.signature.CardChallenge;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.platform.TestPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies of its own, as far as forms need one: signs in with cards and reads pages. */
final class CardBrowser implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestPort port;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    CardBrowser(TestPort port) {
        this.port = port;
    }

    /** Signs one of the sandbox's people in with a password. */
    void password(String login) {
        submit("/signin/card", "/signin", Map.of("login", login, "password", port.password(login)));
    }

    /** The challenge that the sign-in page gives to this session. */
    CardChallenge challenge() {
        var text = submit("/signin/card", "/signin/card/challenge", Map.of()).body();
        return CardChallenge.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    /** Signs a new challenge with a card and sends the answer; gives what the page says then, or where it leads. */
    String signIn(SoftwareKey key) {
        return send(CardAnswer.sign(challenge(), key));
    }

    String send(CardAnswer answer) {
        return send(answer.text());
    }

    String send(String answer) {
        var sent = submit("/signin/card", "/signin/card", Map.of("answer", answer));
        var to = URI.create(sent.headers().firstValue("Location").orElse("?")).getPath();
        return to.equals("/signin/card") ? refusal() : to;
    }

    private String refusal() {
        var page = get("/signin/card").body();
        var found = Pattern.compile("id=\"card-refusal\"[^>]*>([^<]*)<").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** Sends the form of a page, with the token that the page holds. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        var token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " has no form");
        }
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + URLEncoder.encode(token.group(1), UTF_8) + "&", ""));
        return exchange(HttpRequest.newBuilder(address(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(address(path)).build());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port.port() + path);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
