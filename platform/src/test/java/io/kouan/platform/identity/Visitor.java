package io.kouan.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.kouan.platform.TestPort;
import io.kouan.platform.post.CaughtLetter;
import io.kouan.platform.post.CaughtLetters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that has no script: follows links, fills in forms, reads the sum beside the captcha and the own letters. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SUM = Pattern.compile("(?:填写|result of) ([0-9]{4}) (?:加|plus) ([0-9])");
    private static final Pattern CAPTCHA = Pattern.compile("name=\"captchaId\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final TestPort port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String page = "";
    private String address = "";
    private int status;
    private HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);

    Visitor(TestPort port) {
        this.port = port;
    }

    Visitor open(String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("User-Agent", "Mozilla/5.0 (X11; Linux) Chrome/140.0")
                .build());
    }

    /** Sends a form with the token of the page that is open. */
    Visitor post(String path, String... fields) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return post(path, values);
    }

    Visitor post(String path, Map<String, String> values) {
        var all = new LinkedHashMap<>(values);
        var token = TOKEN.matcher(page);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux) Chrome/140.0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a form with a file, with the token of the page that is open. */
    Visitor upload(String path, Map<String, String> values, String field, String name, byte[] content) {
        var all = new LinkedHashMap<>(values);
        all.put("_csrf", group(TOKEN));
        var body = new ByteArrayOutputStream();
        all.forEach((key, value) -> body.writeBytes(
                ("--part\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--part--\r\n".getBytes(UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private Visitor send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            page = answer.body();
            address = answer.uri().toString();
            status = answer.statusCode();
            headers = answer.headers();
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port.port() + path);
    }

    Visitor signIn(String login, String password) {
        return open("/signin").post("/signin", "login", login, "password", password);
    }

    /** Signs in and answers the captcha that the page asks for. */
    Visitor signInReading(String login, String password) {
        return open("/signin?captcha")
                .post("/signin", "login", login, "password", password, "captchaId", captchaId(), "captcha", sum());
    }

    String page() {
        return page;
    }

    String address() {
        return address;
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The id of the captcha on the page. */
    String captchaId() {
        return group(CAPTCHA);
    }

    /** What the sum beside the captcha makes. */
    String sum() {
        var sum = SUM.matcher(page);
        if (!sum.find()) {
            throw new AssertionError("no sum on " + address);
        }
        return Integer.toString(Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2)));
    }

    /** What matches the first group on the page. */
    String group(Pattern pattern) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " on " + address + ": " + page);
        }
        return found.group(1);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    List<CaughtLetter> letters(String to) {
        return port.bean(CaughtLetters.class).newest().stream()
                .filter(letter -> letter.to().equals(to))
                .toList();
    }

    /** The code in the newest of so many letters to that number. */
    String code(String number, int letters) {
        await().until(() -> letters(number).size() >= letters);
        var code = CODE.matcher(letters(number).getFirst().text());
        if (!code.find()) {
            throw new AssertionError("no code in the letter");
        }
        return code.group();
    }
}
