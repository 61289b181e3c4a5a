package io.kouan.platform;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.platform.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole server on a free port, with a database of its own and its sandbox filled: for tests that talk to it as an
 * enterprise's software would.
 */
public final class TestPort implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final Path home;
    private final JsonNode sandbox;
    private final Map<SampleEnterprise, Member> members = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestPort(ConfigurableApplicationContext context, Path home) {
        this.context = context;
        this.home = home;
        this.sandbox = JSON.readTree(home.resolve("sandbox/sandbox.json").toFile());
    }

    /** One for all tests that do not mind company; it ends with the JVM. */
    public static TestPort shared() {
        return Shared.PORT;
    }

    /** One of its own, on a fresh database. */
    public static TestPort start(String... settings) {
        return start(TestDatabase.fresh(), settings);
    }

    /** One of its own, on that database. */
    public static TestPort start(TestDatabase database, String... settings) {
        return start(freshHome(), database, settings);
    }

    private static Path freshHome() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/homes")), "home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its own that goes by that clock. */
    public static TestPort startAt(Clock clock, String... settings) {
        return start(freshHome(), TestDatabase.fresh(), Optional.of(clock), settings);
    }

    /** One on that database and with what an earlier one left in its home. */
    public static TestPort start(Path home, TestDatabase database, String... settings) {
        return start(home, database, Optional.empty(), settings);
    }

    private static TestPort start(Path home, TestDatabase database, Optional<Clock> clock, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--kouan.home=" + home,
                "--kouan.db.url=" + database.url(),
                "--kouan.db.user=" + database.user(),
                "--kouan.db.password=" + database.password(),
                "--kouan.db.connections=8",
                "--server.port=0"));
        Collections.addAll(arguments, settings);
        var application = new SpringApplication(Kouan.class);
        clock.ifPresent(other -> application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("testClock", Clock.class, () -> other, bean -> bean.setPrimary(true))));
        return new TestPort(application.run(arguments.toArray(String[]::new)), home);
    }

    /** An enterprise of the sandbox as its own software knows it. */
    public record Member(SampleEnterprise enterprise, String apiKey, SoftwareKey key) {}

    public Member member(SampleEnterprise.Role role) {
        return member(SampleWorld.first(role));
    }

    /** Its key is opened once: opening takes long on purpose. */
    public Member member(SampleEnterprise enterprise) {
        return members.computeIfAbsent(enterprise, this::find);
    }

    private Member find(SampleEnterprise enterprise) {
        for (JsonNode node : sandbox.path("enterprises")) {
            if (node.path("customsCode").asString().equals(enterprise.customsCode())) {
                var file = home.resolve("sandbox").resolve(node.path("keyStore").asString());
                var pin = node.path("pin").asString().toCharArray();
                try {
                    var store = new ByteArrayInputStream(Files.readAllBytes(file));
                    return new Member(enterprise, node.path("apiKey").asString(), SoftwareKey.load(store, pin));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalArgumentException(enterprise.customsCode());
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Where a page of this server is. */
    public String address(String path) {
        return "http://localhost:" + port() + path;
    }

    /** The password of one of the sandbox's people. */
    public String password(String login) {
        return sandbox.path("people")
                .valueStream()
                .filter(person -> person.path("login").asString("").equals(login))
                .map(person -> person.path("password").asString(""))
                .findFirst()
                .orElseThrow();
    }

    /** What is known of the sandbox's first card: {@code file}, {@code pin}. */
    public String card(String field) {
        return sandbox.path("cards").path(0).path(field).asString("");
    }

    /** Hands a message in. */
    public HttpResponse<String> send(Member sender, Bytes message) {
        return exchange(request("/api/v1/messages", sender.apiKey())
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.array()))
                .build());
    }

    public HttpResponse<String> get(Member reader, String path) {
        return exchange(request(path, reader.apiKey()).build());
    }

    public HttpResponse<String> post(Member sender, String path, String json) {
        return exchange(request(path, sender.apiKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public HttpRequest.Builder request(String path, String apiKey) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .header("Authorization", "Bearer " + apiKey);
    }

    public HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an answer holds at a JSON pointer, as text. */
    public static String at(HttpResponse<String> answer, String pointer) {
        return JSON.readTree(answer.body()).at(pointer).asString("");
    }

    /** Looks into the database. */
    public JdbcClient db() {
        return context.getBean(JdbcClient.class);
    }

    public long count(String table, String where, Object... values) {
        return db().sql("select count(*) from " + table + " where " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    public <T> List<T> beans(Class<T> type) {
        return context.getBeanProvider(type).stream().toList();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Path home() {
        return home;
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }

    private static final class Shared {
        private static final TestPort PORT = start();
    }
}
