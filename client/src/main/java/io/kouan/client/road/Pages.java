package io.kouan.client.road;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.terminal.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Hands without a browser: reads the pages as they were made for those who have no script. */
final class Pages implements Hands {

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Map<Element, Upload> uploads = new LinkedHashMap<>();
    private Document page = new Document("");
    private URI at;
    private byte[] last = {};

    private record Upload(String name, Bytes content) {}

    Pages(URI base) {
        this.base = base;
        this.at = base;
    }

    @Override
    public void open(String path) {
        show(send(HttpRequest.newBuilder(at(path)).GET()));
    }

    @Override
    public String at() {
        return at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
    }

    @Override
    public boolean sees(String selector) {
        return !page.select(selector).isEmpty();
    }

    @Override
    public String text(String selector) {
        var found = page.selectFirst(selector);
        return found == null ? "" : found.text();
    }

    @Override
    public List<String> all(String selector, String attribute) {
        return page.select(selector).eachAttr(attribute);
    }

    @Override
    public void write(String field, String text) {
        var fields = page.select("main [name=\"" + field + "\"]");
        if (fields.isEmpty()) {
            throw Failure.refused("road.nofield", field, at());
        }
        var first = fields.getFirst();
        switch (first.normalName() + " " + first.attr("type")) {
            case "input checkbox", "input radio" -> {
                var wanted = List.of(text.split(","));
                fields.forEach(box -> box.attr("checked", wanted.contains(box.val())));
            }
            case "select " ->
                first.select("option")
                        .forEach(option -> option.attr("selected", option.val().equals(text)));
            case "textarea " -> first.text(text);
            default -> first.val(text);
        }
    }

    @Override
    public void tickAll(String name) {
        page.select("main input[type=checkbox][name=\"" + name + "\"]").forEach(box -> box.attr("checked", true));
    }

    @Override
    public void attach(String selector, String name, byte[] content) {
        uploads.put(one(selector), new Upload(name, Bytes.of(content)));
    }

    @Override
    public void press(String selector) {
        var pressed = one(selector);
        if (pressed.normalName().equals("a")) {
            open(pressed.attr("href"));
            return;
        }
        var form = (FormElement) pressed.closest("form");
        if (form == null) {
            throw Failure.refused("road.nobutton", selector, at());
        }
        submit(form, pressed);
    }

    private void submit(FormElement form, Element button) {
        var action = at(button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action"));
        var values = new ArrayList<Map.Entry<String, String>>();
        form.formData().forEach(part -> values.add(Map.entry(part.key(), part.value())));
        if (button.hasAttr("name")) {
            values.add(Map.entry(button.attr("name"), button.val()));
        }
        if (form.attr("method").equalsIgnoreCase("get")) {
            show(send(HttpRequest.newBuilder(
                    URI.create(action.toString().replaceFirst("\\?.*", "") + "?" + encoded(values)))));
        } else if (form.attr("enctype").equals("multipart/form-data")) {
            var boundary = UUID.randomUUID().toString();
            show(send(HttpRequest.newBuilder(action)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.ofByteArray(parts(form, values, boundary)))));
        } else {
            show(send(HttpRequest.newBuilder(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(values)))));
        }
    }

    private static String encoded(List<Map.Entry<String, String>> values) {
        return values.stream()
                .map(one -> URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private byte[] parts(FormElement form, List<Map.Entry<String, String>> values, String boundary) {
        var body = new ByteArrayOutputStream();
        for (var value : values) {
            if (form.select("input[type=file][name=\"" + value.getKey() + "\"]").isEmpty()) {
                part(
                        body,
                        boundary,
                        "\"" + value.getKey() + "\"",
                        value.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        for (var input : form.select("input[type=file]")) {
            var upload = uploads.getOrDefault(input, new Upload("", Bytes.of(new byte[0])));
            part(
                    body,
                    boundary,
                    "\"" + input.attr("name") + "\"; filename=\"" + upload.name() + "\"",
                    upload.content().array());
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] fetch(String selector) {
        var before = page;
        var place = at;
        press(selector);
        page = before;
        at = place;
        return last;
    }

    private Element one(String selector) {
        var found = page.selectFirst(selector);
        if (found == null) {
            throw Failure.refused("road.nobutton", selector, at());
        }
        return found;
    }

    private URI at(String path) {
        return at.resolve(path.isEmpty() ? at.getRawPath() : path);
    }

    private void show(HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 500) {
            throw Failure.refused("road.broken", answer.uri().getPath(), answer.statusCode());
        }
        uploads.clear();
        last = answer.body();
        at = answer.uri();
        page = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8), base.toString());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept-Language", "zh-CN").build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw Failure.refused("road.unreachable", base);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
