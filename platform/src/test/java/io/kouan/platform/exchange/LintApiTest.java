package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Anybody may have a message checked; nothing of it is kept. */
class LintApiTest {

    private final TestPort port = TestPort.shared();
    private final Member merchant = port.member(Role.MERCHANT);

    @Test
    void aGoodMessageIsCleanAndItsSignatureStands() {
        var answer = lint(TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestPort.at(answer, "/clean")).isEqualTo("true");
        assertThat(TestPort.at(answer, "/messageType")).isEqualTo("CEB311");
        assertThat(TestPort.at(answer, "/signature/outcome")).isEqualTo("STANDS");
        assertThat(TestPort.at(answer, "/signature/certificate/onFile")).isEqualTo("true");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var signed = TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key());
        var broken = signed.utf8()
                .replaceFirst("<ceb:currency>142", "<ceb:currency>999")
                .replaceFirst("<ceb:freight>10", "<ceb:freight>x");

        var answer = lint(Bytes.utf8(broken));

        assertThat(TestPort.at(answer, "/clean")).isEqualTo("false");
        assertThat(TestPort.at(answer, "/findings/1/code")).isNotBlank();
        assertThat(TestPort.at(answer, "/signature/outcome")).isEqualTo("FALLS");
        assertThat(TestPort.at(answer, "/signature/foundDigest"))
                .isNotEqualTo(TestPort.at(answer, "/signature/expectedDigest"));
    }

    @Test
    void nothingIsKept() {
        long before = port.count("message", "true");

        lint(Bytes.utf8("<nonsense/>"));
        lint(TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key()));

        assertThat(port.count("message", "true")).isEqualTo(before);
    }

    @Test
    void moreThanTwoMegabytesAreTooMuch() {
        var answer = lint(Bytes.of(new byte[2 * 1024 * 1024 + 1]));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1003");
    }

    @Test
    void theApiIsDescribed() {
        var description =
                port.exchange(HttpRequest.newBuilder(uri("/v3/api-docs")).build());

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body())
                .contains("\"/api/v1/messages\"", "\"/api/v1/messages/{messageId}\"", "\"/api/v1/receipts\"")
                .contains("\"/api/v1/receipts/ack\"", "\"/api/v1/lint\"");
    }

    private HttpResponse<String> lint(Bytes message) {
        return port.exchange(HttpRequest.newBuilder(uri("/api/v1/lint"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.array()))
                .build());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port.port() + path);
    }
}
