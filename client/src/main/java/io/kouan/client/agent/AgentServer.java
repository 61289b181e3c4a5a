package io.kouan.client.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The agent's door: bound to the loopback address, for pages of the configured origins and nobody else.
 *
 * <p>Security guarantees: a request counts only with the Origin of such a page, which a browser sets and a page cannot; and only
 * under the loopback address as Host, so that a foreign name that was made to point here (DNS rebinding) does not get in. Not
 * guaranteed: anything against programs on the same machine, which can read the card's file themselves.
 */
final class AgentServer implements AutoCloseable {

    private static final int LARGEST = 8 * 1024;
    private static final int THREADS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService workers;
    private final CardFolder cards;
    private final Set<String> origins;

    private AgentServer(HttpServer server, CardFolder cards, Set<String> origins) {
        this.server = server;
        this.workers = Executors.newFixedThreadPool(THREADS);
        this.cards = cards;
        this.origins = Set.copyOf(origins);
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @param origins pages that may ask, for example {@code https://port.example}
     */
    static AgentServer start(int port, CardFolder cards, Set<String> origins) throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        var agent = new AgentServer(HttpServer.create(address, 0), cards, origins);
        agent.server.setExecutor(agent.workers);
        agent.server.createContext("/", agent::handle);
        agent.server.start();
        return agent;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var origin = Optional.ofNullable(headers.getFirst("Origin")).filter(origins::contains);
            if (!("127.0.0.1:" + port()).equals(headers.getFirst("Host")) || origin.isEmpty()) {
                answer(exchange, 403, Map.of("error", "ORIGIN"));
                return;
            }
            var response = exchange.getResponseHeaders();
            response.set("Access-Control-Allow-Origin", origin.get());
            response.set("Vary", "Origin");
            response.set("Cache-Control", "no-store");
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "OPTIONS /cards", "OPTIONS /sign" -> preflight(exchange);
                case "GET /cards" -> answer(exchange, 200, Map.of("cards", cards.list()));
                case "POST /sign" -> sign(exchange, origin.get());
                default -> answer(exchange, 404, Map.of("error", "UNKNOWN"));
            }
        }
    }

    /** A browser asks before it lets a page of another origin, or of a public address, talk to this machine. */
    private static void preflight(HttpExchange exchange) throws IOException {
        var response = exchange.getResponseHeaders();
        response.set("Access-Control-Allow-Methods", "GET, POST");
        response.set("Access-Control-Allow-Headers", "Content-Type");
        response.set("Access-Control-Max-Age", "600");
        if ("true".equals(exchange.getRequestHeaders().getFirst("Access-Control-Request-Private-Network"))) {
            response.set("Access-Control-Allow-Private-Network", "true");
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void sign(HttpExchange exchange, String origin) throws IOException {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        // the type that no form can send: whatever sends it had to ask first
        if (!type.startsWith("application/json") || body.length > LARGEST) {
            answer(exchange, 400, Map.of("error", "REQUEST"));
            return;
        }
        JsonNode asked;
        try {
            asked = JSON.readTree(body);
        } catch (JacksonException unreadable) {
            answer(exchange, 400, Map.of("error", "REQUEST"));
            return;
        }
        var result = cards.sign(
                asked.path("card").asString(""),
                asked.path("pin").asString(""),
                asked.path("challenge").asString(""),
                origin);
        switch (result) {
            case SignResult.Signed(var text) -> answer(exchange, 200, Map.of("answer", text));
            case SignResult.NoCard _ -> answer(exchange, 404, Map.of("error", "ERR_CARD_UNREADABLE"));
            case SignResult.WrongPin(int left) -> answer(exchange, 403, Map.of("error", "ERR_CARD_PIN", "left", left));
            case SignResult.NoChallenge _ -> answer(exchange, 400, Map.of("error", "NO_CHALLENGE"));
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> content) throws IOException {
        var body = JSON.writeValueAsString(content).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
