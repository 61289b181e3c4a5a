package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Messages travel confidentially (decision 3); this port has turned off that they may be in the clear within its machine. */
class TransportTest {

    private static final TestPort PORT =
            TestPort.start("--kouan.transport.plain-on-loopback=false", "--server.forward-headers-strategy=native");

    private final Member merchant = PORT.member(Role.MERCHANT);

    @AfterAll
    static void close() {
        PORT.close();
    }

    @Test
    void inTheClearNothingIsTakenAndNothingIsKept() {
        var order = TestMessages.order(merchant.enterprise());

        var answer = send(signed(order), Map.of("Content-Type", "application/xml"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1010");
        assertThat(TestPort.at(answer, "/findings/0/cure")).contains("https");
        assertThat(PORT.count("message", "message_id = ?", order.guid())).isZero();
    }

    @Test
    void sealedItIsTaken() {
        var sealed = Sealing.seal(signed(TestMessages.order(merchant.enterprise())), certificate());

        assertThat(send(sealed, Map.of("Content-Type", "application/cms")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void overTlsThatEndsAtATrustedProxyItIsTaken() {
        var message = signed(TestMessages.order(merchant.enterprise()));

        assertThat(send(message, Map.of("Content-Type", "application/xml", "X-Forwarded-Proto", "https"))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void theClearStaysWithinTheMachine() {
        var within = new MockHttpServletRequest();
        within.setLocalAddr("127.0.0.1");
        var from6 = new MockHttpServletRequest();
        from6.setLocalAddr("0:0:0:0:0:0:0:1");
        var outside = new MockHttpServletRequest();
        outside.setLocalAddr("192.0.2.7");
        var tls = new MockHttpServletRequest();
        tls.setLocalAddr("192.0.2.7");
        tls.setSecure(true);

        var sandbox = new Transport(true);
        assertThat(sandbox.mayBeOpen(within)).isTrue();
        assertThat(sandbox.mayBeOpen(from6)).isTrue();
        assertThat(sandbox.mayBeOpen(outside)).isFalse();
        assertThat(sandbox.mayBeOpen(tls)).isTrue();
        assertThat(new Transport(false).mayBeOpen(within)).isFalse();
    }

    private HttpResponse<String> send(Bytes body, Map<String, String> headers) {
        var request = PORT.request("/api/v1/messages", merchant.apiKey());
        headers.forEach(request::header);
        HttpRequest whole =
                request.POST(BodyPublishers.ofByteArray(body.array())).build();
        return PORT.exchange(whole);
    }

    private Bytes signed(CebMessage message) {
        return TestMessages.signed(message, merchant.key());
    }

    private static X509Certificate certificate() {
        var text = PORT.exchange(
                        PORT.request("/api/v1/port/certificate", "nobody").build())
                .body()
                .replaceAll("-----[A-Z ]+-----|\\s", "");
        return Certificates.parse(Bytes.of(Base64.getDecoder().decode(text))).orElseThrow();
    }
}
