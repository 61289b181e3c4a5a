package io.kouan.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks the protocol of clamd on a real socket, and can be made to think for long: every file is clean. */
final class SlowScanner implements AutoCloseable {

    private final ServerSocket server;
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private final AtomicInteger asked = new AtomicInteger();

    SlowScanner() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** From now on it thinks until it is told to answer. */
    void think() {
        asked.set(0);
        answering = new CountDownLatch(1);
    }

    /** How many files it has been given whole since. */
    int asked() {
        return asked.get();
    }

    void answer() {
        answering.countDown();
    }

    private void listen() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> scan(client));
            }
        } catch (SocketException closed) {
            // the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void scan(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            in.readNBytes("zINSTREAM\0".length());
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                in.skipNBytes(length);
            }
            asked.incrementAndGet();
            answering.await();
            client.getOutputStream().write("stream: OK\0".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        answer();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
