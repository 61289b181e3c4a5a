package io.kouan.client.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.envelope.Unsealed;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.client.files.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A small port that keeps the contract of the HTTP API: a real server, without database and customs. */
public final class FakePort implements AutoCloseable {

    public static final String KEY = "key-of-the-test";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern GUID = Pattern.compile("guid=\"([^\"]+)\"|<CopMsgId>([^<]+)</CopMsgId>");

    private final HttpServer server;
    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private final Map<String, String> acks = new ConcurrentHashMap<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<Map<String, Object>> receipts = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger sealed = new AtomicInteger();
    private final SoftwareKey sm2 = key(true);
    private final SoftwareKey rsa = key(false);
    private volatile long acknowledged;

    private record Refusal(int status, String retryAfter, String body) {}

    public FakePort() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/messages", this::messages);
        server.createContext("/api/v1/port/certificate", this::certificate);
        server.createContext("/api/v1/receipts/ack", this::ack);
        server.createContext("/api/v1/receipts", this::receipts);
        server.start();
    }

    public String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    public Exchange.Channel channel() {
        return new Exchange.Channel(url(), KEY);
    }

    /** The next message meets this answer instead. */
    public void refuseNext(int status, String retryAfter, String body) {
        refusals.add(new Refusal(status, retryAfter, body));
    }

    public void addReceipt(String type, String statuses, String body) {
        var receipt = new LinkedHashMap<String, Object>();
        receipt.put("number", receipts.size() + 1);
        receipt.put("type", type);
        receipt.put("source", 1);
        receipt.put("messageId", "M/1");
        receipt.put("statuses", statuses);
        receipt.put("records", 1);
        receipt.put("createdAt", "2026-11-23T18:00:00.123456+08:00");
        receipt.put("body", body);
        receipts.add(receipt);
    }

    public Map<String, String> stored() {
        return stored;
    }

    public int requests() {
        return requests.get();
    }

    public long acknowledged() {
        return acknowledged;
    }

    private synchronized void messages(HttpExchange call) throws IOException {
        requests.incrementAndGet();
        var body = opened(call, call.getRequestBody().readAllBytes());
        if (!("Bearer " + KEY).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{\"title\": \"unknown credential\", \"status\": 401, \"code\": \"EX-1001\"}");
            return;
        }
        if (!refusals.isEmpty()) {
            var refusal = refusals.remove();
            if (!refusal.retryAfter().isEmpty()) {
                call.getResponseHeaders().set("Retry-After", refusal.retryAfter());
            }
            answer(call, refusal.status(), refusal.body());
            return;
        }
        var matcher = GUID.matcher(new String(body, StandardCharsets.UTF_8));
        var id = matcher.find() ? (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)) : "none";
        var digest = Digest.of(Bytes.of(body));
        var before = stored.putIfAbsent(id, digest);
        if (before != null && !before.equals(digest)) {
            answer(call, 409, "{\"title\": \"conflict\", \"status\": 409, \"code\": \"EX-1009\"}");
            return;
        }
        answer(call, 202, acks.computeIfAbsent(id, key -> ackOf(key, digest)));
    }

    private void certificate(HttpExchange call) throws IOException {
        var suite = call.getRequestURI().getQuery();
        answer(call, 200, suite.endsWith("RSA") ? pem(rsa) : pem(sm2));
    }

    private byte[] opened(HttpExchange call, byte[] body) {
        if (!"application/pkcs7-mime".equals(call.getRequestHeaders().getFirst("Content-Type"))) {
            return body;
        }
        sealed.incrementAndGet();
        return Stream.of(sm2, rsa)
                .map(key -> Sealing.open(Bytes.of(body), key.certificate(), key.privateKey()))
                .filter(Unsealed.Content.class::isInstance)
                .map(content -> ((Unsealed.Content) content).content().array())
                .findFirst()
                .orElseThrow();
    }

    private static SoftwareKey key(boolean sm2) {
        var now = Instant.parse("2026-11-23T10:00:00Z");
        var authority = SandboxAuthority.create(sm2, now, new SecureRandom());
        var keys = authority.newKeys();
        var subject = new SandboxAuthority.Subject("珠海沙箱口岸", "91440400MA0000000X", "口岸");
        return new SoftwareKey(
                keys.getPrivate(),
                authority.issueForSealing(subject, keys.getPublic(), 1, now, now.plus(Duration.ofDays(365))));
    }

    private static String pem(SoftwareKey key) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(key.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages came sealed. */
    public int sealed() {
        return sealed.get();
    }

    private String ackOf(String id, String digest) {
        return JSON.writeValueAsString(Map.of(
                "messageId",
                id,
                "position",
                stored.size(),
                "digest",
                digest,
                "receivedAt",
                "2026-11-23T18:00:00.123456+08:00",
                "messageType",
                "CEB621",
                "documents",
                1));
    }

    private void receipts(HttpExchange call) throws IOException {
        var query = call.getRequestURI().getQuery();
        var after = Pattern.compile("after=([0-9]+)").matcher(query);
        long from = after.find() ? Long.parseLong(after.group(1)) : acknowledged;
        var limit = Pattern.compile("limit=([0-9]+)").matcher(query);
        int most = limit.find() ? Integer.parseInt(limit.group(1)) : 100;
        var page = receipts.stream().skip(from).limit(Math.min(most, 2)).toList();
        answer(call, 200, JSON.writeValueAsString(Map.of("receipts", page, "next", from + page.size())));
    }

    private void ack(HttpExchange call) throws IOException {
        acknowledged =
                JSON.readTree(call.getRequestBody().readAllBytes()).get("upTo").asLong();
        answer(call, 200, "{\"acknowledged\": " + acknowledged + "}");
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
