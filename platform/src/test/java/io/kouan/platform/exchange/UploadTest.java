package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bodies that are too large, or end too early: written to the socket byte by byte, for no client library would. */
class UploadTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final TestPort port = TestPort.shared();
    private final Member merchant = port.member(Role.MERCHANT);

    @Test
    void twoHundredMegabytesAreRefusedByTheirLength() throws IOException {
        long before = port.count("message", "true");
        try (var connection = connect("Content-Length: " + 200 * MEGABYTE)) {
            // the answer comes although nothing of the body was sent
            assertThat(answer(connection)).startsWith("HTTP/1.1 413").contains("EX-1003");
        }
        assertThat(port.count("message", "true")).isEqualTo(before);
    }

    @Test
    void twoHundredMegabytesAreAnsweredAlsoWhenTheClientSendsThemAllFirst() throws IOException {
        try (var connection = connect("Content-Length: " + 200 * MEGABYTE)) {
            var megabyte = new byte[MEGABYTE];
            for (int sent = 0; sent < 200; sent++) {
                connection.getOutputStream().write(megabyte);
            }
            assertThat(answer(connection)).startsWith("HTTP/1.1 413").contains("EX-1003");
        }
    }

    @Test
    void aBodyOfUnknownLengthIsReadUpToTheBoundOnly() throws IOException {
        long before = port.count("message", "true");
        try (var connection = connect("Transfer-Encoding: chunked")) {
            var out = connection.getOutputStream();
            for (int sent = 0; sent < 40; sent++) {
                chunk(out, new byte[MEGABYTE]);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answer(connection)).startsWith("HTTP/1.1 413").contains("EX-1003");
        }
        assertThat(port.count("message", "true")).isEqualTo(before);
    }

    @Test
    void aMessageInChunksIsTaken() throws IOException {
        var order = order();
        try (var connection = connect("Transfer-Encoding: chunked")) {
            var out = connection.getOutputStream();
            var bytes = order.array();
            for (int from = 0; from < bytes.length; from += 100) {
                chunk(out, java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 100)));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answer(connection)).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
        var order = order();
        long before = port.count("message", "true");
        try (var connection = connect("Content-Length: " + order.size())) {
            connection.getOutputStream().write(order.array(), 0, order.size() / 2);
            connection.shutdownOutput();
            assertThat(answer(connection)).startsWith("HTTP/1.1 400").contains("EX-1004");
        }
        assertThat(port.count("message", "true")).isEqualTo(before);
        assertThat(port.send(merchant, order).statusCode()).isEqualTo(202);
    }

    @Test
    void anUploadInChunksThatBreaksOffLeavesNothingBehind() throws IOException {
        var order = order();
        long before = port.count("message", "true");
        try (var connection = connect("Transfer-Encoding: chunked")) {
            // all of the message, but not the chunk that says so
            chunk(connection.getOutputStream(), order.array());
            connection.shutdownOutput();
            assertThat(answer(connection)).doesNotStartWith("HTTP/1.1 202");
        }
        assertThat(port.count("message", "true")).isEqualTo(before);
    }

    private Bytes order() {
        return TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key());
    }

    private Socket connect(String header) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port.port());
        socket.setSoTimeout(60_000);
        var head = "POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + merchant.apiKey() + "\r\n" + header + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String answer(Socket connection) throws IOException {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
