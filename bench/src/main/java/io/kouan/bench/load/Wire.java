package io.kouan.bench.load;

import io.kouan.ceb.message.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept connection that speaks just enough HTTP/1.1. The load generator shares the machine with what it measures, so a
 * request must cost next to nothing; a general client costs several times as much.
 */
public final class Wire implements AutoCloseable {

    private static final int SIZE = 64 * 1024;

    private final InetSocketAddress address;
    private SocketChannel channel;
    private boolean closing;
    private byte[] buffer = new byte[SIZE];
    private int from;
    private int to;

    public Wire(InetSocketAddress address) throws IOException {
        this.address = address;
        this.channel = open(address);
    }

    private static SocketChannel open(InetSocketAddress address) throws IOException {
        var channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }

    /** A server may serve only so many requests on one connection and says so with the last answer. */
    private void reopen() throws IOException {
        channel.close();
        channel = open(address);
        closing = false;
        from = 0;
        to = 0;
    }

    /**
     * An answer.
     *
     * @param retryAfter seconds; 0 where the server says nothing
     */
    public record Reply(int status, int retryAfter, Bytes body) {}

    /** Sends head and body in one write, and reads the whole answer. */
    public Reply call(byte[] head, byte[] body) throws IOException {
        if (closing) {
            reopen();
        }
        var parts = new ByteBuffer[] {ByteBuffer.wrap(head), ByteBuffer.wrap(body)};
        while (parts[1].hasRemaining() || parts[0].hasRemaining()) {
            channel.write(parts);
        }
        int status = status(line());
        int length = -1;
        int retryAfter = 0;
        boolean chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = number(lower);
            } else if (lower.startsWith("retry-after:")) {
                retryAfter = number(lower);
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                closing = lower.contains("close");
            }
        }
        return new Reply(status, retryAfter, Bytes.of(chunked ? chunks() : bytes(Math.max(0, length))));
    }

    /** The head of a request with a body of this size. */
    public static byte[] head(String method, String path, String host, String apiKey, String contentType, int length) {
        return (method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + apiKey
                        + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
            throw new IOException("no HTTP answer: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
    }

    private byte[] chunks() throws IOException {
        var whole = new byte[0];
        while (true) {
            var size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            var chunk = bytes(size);
            line();
            if (size == 0) {
                return whole;
            }
            int old = whole.length;
            whole = Arrays.copyOf(whole, old + size);
            System.arraycopy(chunk, 0, whole, old, size);
        }
    }

    private String line() throws IOException {
        int at = from;
        while (true) {
            for (; at < to; at++) {
                if (buffer[at] == '\n') {
                    int end = at > from && buffer[at - 1] == '\r' ? at - 1 : at;
                    var line = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
                    from = at + 1;
                    return line;
                }
            }
            int read = at - from;
            fill();
            at = from + read;
        }
    }

    private byte[] bytes(int count) throws IOException {
        var result = new byte[count];
        int have = Math.min(count, to - from);
        System.arraycopy(buffer, from, result, 0, have);
        from += have;
        var rest = ByteBuffer.wrap(result, have, count - have);
        while (rest.hasRemaining()) {
            if (channel.read(rest) < 0) {
                throw new EOFException("the server closed the connection");
            }
        }
        return result;
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = channel.read(ByteBuffer.wrap(buffer, to, buffer.length - to));
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        to += read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
