package io.kouan.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void carriesManyRequestsAndReadsBodiesOfBothKinds() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", call -> {
            var body = call.getRequestBody().readAllBytes();
            call.getResponseHeaders().set("Retry-After", "7");
            // an odd body goes out in chunks, an even one with its length
            call.sendResponseHeaders(202, body.length % 2 == 1 ? 0 : body.length == 0 ? -1 : body.length);
            try (var out = call.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        try (var wire = new Wire(server.getAddress())) {
            for (int size : new int[] {0, 1, 2, 99_999, 100_000, 5}) {
                var body = "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
                var reply = wire.call(Wire.head("POST", "/echo", "localhost", "key", "text/plain", size), body);

                assertThat(reply.status()).isEqualTo(202);
                assertThat(reply.retryAfter()).isEqualTo(7);
                assertThat(reply.body().size()).isEqualTo(size);
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void opensANewConnectionWhenTheServerClosesTheOldOne() throws Exception {
        try (var listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var server = Thread.ofVirtual().start(() -> answer(listening, 2));
            try (var wire = new Wire((InetSocketAddress) listening.getLocalSocketAddress())) {
                for (int i = 0; i < 2; i++) {
                    var reply = wire.call(Wire.head("GET", "/", "localhost", "key", "text/plain", 0), new byte[0]);
                    assertThat(reply.body().utf8()).isEqualTo("ok");
                }
            }
            server.join();
        }
    }

    @Test
    void aConnectionThatBreaksOffIsNoAnswer() throws Exception {
        try (var listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var server = Thread.ofVirtual().start(() -> {
                try (var connection = listening.accept()) {
                    connection.getInputStream().read();
                } catch (IOException closed) {
                    throw new IllegalStateException(closed);
                }
            });
            try (var wire = new Wire((InetSocketAddress) listening.getLocalSocketAddress())) {
                assertThatThrownBy(() ->
                                wire.call(Wire.head("GET", "/", "localhost", "key", "text/plain", 0), new byte[0]))
                        .isInstanceOfAny(EOFException.class, IOException.class);
            }
            server.join();
        }
    }

    private static void answer(ServerSocket listening, int connections) {
        for (int i = 0; i < connections; i++) {
            try (var connection = listening.accept()) {
                var in = new java.io.BufferedReader(
                        new java.io.InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                while (!in.readLine().isEmpty()) {
                    // the head ends with an empty line
                }
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
