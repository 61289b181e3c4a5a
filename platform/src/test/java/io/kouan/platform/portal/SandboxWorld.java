package io.kouan.platform.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.SoftwareKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invented enterprises with their keys, and messages sent by them through the public API. */
record SandboxWorld(Path home, int port, JdbcClient db) {

    private static final Map<String, SoftwareKey> KEYS = new ConcurrentHashMap<>();
    private static final SplittableRandom RANDOM = new SplittableRandom(20261123);

    /** Where the four messages of a chain stand in the journal. */
    record Sent(SampleChain chain, Map<Kind, Long> positions) {
        long at(Kind kind) {
            return positions.get(kind);
        }
    }

    enum Kind {
        ORDER,
        PAYMENT,
        WAYBILL,
        INVENTORY
    }

    String password(String login) {
        return StreamSupport.stream(file().path("people").spliterator(), false)
                .filter(person -> person.path("login").asString("").equals(login))
                .map(person -> person.path("password").asString(""))
                .findFirst()
                .orElseThrow();
    }

    /** A new chain, every time another one. */
    SampleChain chain() {
        return new SampleChains(RANDOM.nextInt(1_000_000), Instant.now()).chain(1, SampleChains.Mode.DIRECT_9610);
    }

    /** Sends those documents of a chain and waits until customs has looked at them. */
    Sent send(SampleChain chain, Kind... kinds) {
        var positions = new EnumMap<Kind, Long>(Kind.class);
        for (Kind kind : kinds) {
            positions.put(kind, send(chain.parts().get(kind.ordinal()), body -> body));
        }
        settle();
        return new Sent(chain, positions);
    }

    /** Sends so many orders of the same enterprise. */
    void sendOrders(int number) {
        for (int i = 0; i < number; i++) {
            send(chain().parts().getFirst(), body -> body);
        }
        settle();
    }

    /** Sends one document after its signed text was tampered with. */
    long sendChanged(SampleChain.Part part, UnaryOperator<String> change) {
        long position = send(part, change);
        settle();
        return position;
    }

    /** The signed message as the enterprise would send it. */
    Bytes signed(SampleChain.Part part) {
        var message =
                SampleChains.message(part.type(), part.sender(), SampleChains.guid(RANDOM), List.of(part.document()));
        return MessageSigner.sign(MessageWriter.write(message), key(part.sender()));
    }

    private long send(SampleChain.Part part, UnaryOperator<String> change) {
        var body = change.apply(signed(part).utf8());
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/messages"))
                .header(
                        "Authorization",
                        "Bearer " + enterprise(part.sender()).path("apiKey").asString(""))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return db.sql("select max(position) from message where enterprise_id ="
                        + " (select id from enterprise where customs_code = :code)")
                .param("code", part.sender().customsCode())
                .query(Long.class)
                .single();
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.sql(
                                "select (select max(position) from message) = (select max(position) from intake_cursor)")
                        .query(Boolean.class)
                        .single());
    }

    /** Opening a key store is slow by design. */
    private SoftwareKey key(SampleEnterprise sender) {
        return KEYS.computeIfAbsent(sender.customsCode(), code -> load(sender));
    }

    private SoftwareKey load(SampleEnterprise sender) {
        var entry = enterprise(sender);
        try (var file = Files.newInputStream(
                home.resolve("sandbox").resolve(entry.path("keyStore").asString("")))) {
            return SoftwareKey.load(file, entry.path("pin").asString("").toCharArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode enterprise(SampleEnterprise sender) {
        return StreamSupport.stream(file().path("enterprises").spliterator(), false)
                .filter(it -> it.path("customsCode").asString("").equals(sender.customsCode()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode file() {
        return JsonMapper.shared().readTree(home.resolve("sandbox/sandbox.json").toFile());
    }
}
