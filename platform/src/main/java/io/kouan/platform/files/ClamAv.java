package io.kouan.platform.files;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a ClamAV daemon over its socket, with the command INSTREAM: the file travels in pieces, so that the daemon needs no access to our
 * disk. Whatever it does not answer with OK is not clean.
 */
final class ClamAv {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String FOUND = " FOUND";

    private final SocketAddress address;
    private final StandardProtocolFamily family;
    private final Duration patience;

    /**
     * A daemon.
     *
     * @param where {@code host:port}, or the path of a Unix socket
     * @param patience how long a scan may last, connecting included
     */
    ClamAv(String where, Duration patience) {
        this.patience = patience;
        if (where.startsWith("/")) {
            address = UnixDomainSocketAddress.of(where);
            family = StandardProtocolFamily.UNIX;
        } else {
            int colon = where.lastIndexOf(':');
            if (colon < 1 || !where.substring(colon + 1).matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException("kouan.files.clamav is host:port or the path of a socket");
            }
            address = new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
            family = StandardProtocolFamily.INET;
        }
    }

    Verdict scan(byte[] bytes) {
        try (var channel = family == StandardProtocolFamily.UNIX
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            var answer = new CompletableFuture<String>();
            Thread.ofVirtual().name("clamav").start(() -> complete(answer, channel, bytes));
            return verdict(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            // closing the channel ends the thread that waits on it
            return new Verdict.Unreachable("no answer in " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Verdict.Unreachable(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Unreachable("interrupted");
        } catch (IOException e) {
            return new Verdict.Unreachable(e.toString());
        }
    }

    private void complete(CompletableFuture<String> answer, SocketChannel channel, byte[] bytes) {
        try {
            answer.complete(ask(channel, bytes));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private String ask(SocketChannel channel, byte[] bytes) throws IOException {
        channel.connect(resolved());
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        for (int from = 0; from < bytes.length; from += PIECE) {
            int length = Math.min(PIECE, bytes.length - from);
            write(channel, ByteBuffer.allocate(4).putInt(0, length));
            write(channel, ByteBuffer.wrap(bytes, from, length));
        }
        write(channel, ByteBuffer.allocate(4));
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (channel.read(answer) >= 0 && answer.hasRemaining()) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return StandardCharsets.UTF_8
                .decode(answer.flip())
                .toString()
                .replace("\0", "")
                .strip();
    }

    /** Names are looked up anew each time: a daemon may move. */
    private SocketAddress resolved() {
        return address instanceof InetSocketAddress inet
                ? new InetSocketAddress(inet.getHostString(), inet.getPort())
                : address;
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            return new Verdict.Infected(answer.substring("stream: ".length(), answer.length() - FOUND.length()));
        }
        return new Verdict.Unreachable("it answered: " + answer);
    }
}
