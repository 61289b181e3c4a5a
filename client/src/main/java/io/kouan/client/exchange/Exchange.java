package io.kouan.client.exchange;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Bytes;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One channel (传输通道) to the port. Safe for several threads. */
public final class Exchange implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final long LONGEST_WAIT_SECONDS = 300;

    private final Channel channel;
    private final Language language;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** For programs, which read codes and not sentences. */
    public Exchange(Channel channel) {
        this(channel, Language.ZH);
    }

    /**
     * For people.
     *
     * @param language in which the port explains what it refuses
     */
    public Exchange(Channel channel, Language language) {
        this.channel = channel;
        this.language = language;
    }

    /**
     * Hands a message in: a bare CEB message or one in its envelope. Never throws for what the network or the port may
     * answer.
     */
    public Answer send(Bytes message) {
        return send(message, "application/xml");
    }

    /** Hands in what was sealed to the port's certificate. */
    public Answer sendSealed(Bytes sealed) {
        return send(sealed, "application/pkcs7-mime");
    }

    private Answer send(Bytes message, String contentType) {
        var request = request("/api/v1/messages")
                .timeout(ANSWER)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(message.array()))
                .build();
        try {
            return answer(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException unreachable) {
            return new Answer.Later(SOON, reason(unreachable));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Later(SOON, "interrupted");
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 202 || status == 200) {
            return new Answer.Accepted(JSON.readValue(response.body(), Ack.class));
        }
        if (status == 429 || status >= 500) {
            return new Answer.Later(retryAfter(response), problem(response).sentence());
        }
        return new Answer.Refused(problem(response));
    }

    /**
     * The certificate that messages to this port are sealed to.
     *
     * @param suite {@code SM2} or {@code RSA}
     */
    public X509Certificate sealingCertificate(String suite) {
        var request = request("/api/v1/port/certificate?suite=" + suite)
                .setHeader("Accept", "*/*")
                .timeout(ANSWER)
                .GET()
                .build();
        var text = new String(call(request).body(), StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        try {
            return Certificates.parse(Bytes.of(Base64.getDecoder().decode(text)))
                    .orElseThrow(() -> Failure.refused("exchange.nocertificate", channel.url()));
        } catch (IllegalArgumentException notBase64) {
            throw Failure.refused("exchange.nocertificate", channel.url());
        }
    }

    /** What became of a message of ours; empty where the port has none with this id. */
    public Optional<MessageStatus> find(String messageId) {
        var id = URLEncoder.encode(messageId, StandardCharsets.UTF_8).replace("+", "%20");
        var response =
                answered(request("/api/v1/messages/" + id).timeout(ANSWER).GET().build());
        return response.statusCode() == 404
                ? Optional.empty()
                : Optional.of(JSON.readValue(successful(response).body(), MessageStatus.class));
    }

    /** Receipts after a number; without one, from where the port knows that we hold them. */
    public Receipt.Page receipts(OptionalLong after, Duration wait, int limit) {
        var from = after.isPresent() ? "&after=" + after.getAsLong() : "";
        var request = request("/api/v1/receipts?wait=" + wait.toSeconds() + "&limit=" + limit + from)
                .timeout(ANSWER.plus(wait))
                .GET()
                .build();
        return JSON.readValue(call(request).body(), Receipt.Page.class);
    }

    /** Tells the port that we hold everything up to this number. */
    public void acknowledge(long upTo) {
        call(request("/api/v1/receipts/ack")
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("upTo", upTo))))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(channel.url() + path))
                .header("Authorization", "Bearer " + channel.apiKey())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", language == Language.EN ? "en" : "zh");
    }

    /** For calls where everything but success ends the command. */
    private HttpResponse<byte[]> call(HttpRequest request) {
        return successful(answered(request));
    }

    private HttpResponse<byte[]> answered(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw Failure.tryLater("exchange.unreachable", channel.url(), reason(unreachable));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.tryLater("exchange.unreachable", channel.url(), "interrupted");
        }
    }

    private HttpResponse<byte[]> successful(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status < 300) {
            return response;
        }
        if (status == 429 || status >= 500) {
            throw Failure.tryLater(
                    "exchange.later", channel.url(), problem(response).sentence());
        }
        throw Failure.refused(
                "exchange.refused", String.valueOf(status), problem(response).sentence());
    }

    private static Problem problem(HttpResponse<byte[]> response) {
        try {
            return response.body().length == 0
                    ? Problem.of(response.statusCode(), "HTTP " + response.statusCode())
                    : JSON.readValue(response.body(), Problem.class);
        } catch (JacksonException notOurs) {
            // a proxy in between may answer in its own words
            return Problem.of(response.statusCode(), "HTTP " + response.statusCode());
        }
    }

    private static Duration retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS)))
                .orElse(SOON);
    }

    private static String reason(IOException unreachable) {
        return Optional.ofNullable(unreachable.getMessage())
                .orElse(unreachable.getClass().getSimpleName());
    }

    @Override
    public void close() {
        http.close();
    }

    /** Where the port is and the key that opens our channel to it. */
    public record Channel(String url, String apiKey) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return url;
        }
    }
}
