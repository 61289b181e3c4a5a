package io.kouan.client.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a server answers, and whether a port is free for one. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Health() {}

    /** Whether the server says that it is ready: set up, migrated, seeded. */
    static boolean isUp(String url) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static boolean isFree(int port) {
        return accepts(new InetSocketAddress(port))
                && accepts(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean accepts(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
