package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.DxpMessage;
import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.envelope.Unsealed;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.broken.BrokenSamples;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import io.kouan.platform.accounts.Scope;
import io.kouan.platform.credentials.PortKeys;
import io.kouan.platform.port.Home;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that come as CMS EnvelopedData (decision 3): sealed, they are the same messages. */
class SealedMessageTest {

    private final TestPort port = TestPort.shared();
    private final Member merchant = port.member(Role.MERCHANT);

    @ParameterizedTest
    @ValueSource(strings = {"SM2", "RSA"})
    void aSealedMessageIsTakenInAnsweredAndKeptAsItArrived(String suite) {
        var message = signed(TestMessages.order(merchant.enterprise()));
        var sealed = Sealing.seal(message, certificate(suite));

        var answer = send(sealed, "application/pkcs7-mime");

        assertThat(answer.statusCode()).isEqualTo(202);
        long position = Long.parseLong(TestPort.at(answer, "/position"));
        assertThat(bytes("select body from sealed_message where position = ?", position))
                .isEqualTo(sealed);
        assertThat(bytes("select body from message where position = ?", position))
                .isEqualTo(message);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(port.count("receipt", "source = ? and statuses in ('2', '120')", position))
                                .isEqualTo(2));
    }

    @Test
    void whoAsksLearnsHowItCameAndGetsTheSealBack() {
        var order = TestMessages.order(merchant.enterprise());
        var sealed = Sealing.seal(signed(order), certificate("SM2"));
        long position = Long.parseLong(TestPort.at(send(sealed, "application/pkcs7-mime"), "/position"));

        assertThat(TestPort.at(port.get(merchant, "/api/v1/messages/" + order.guid()), "/sealed"))
                .isEqualTo("true");
        var views = port.bean(MessageViews.class);
        long owner =
                views.find(new Scope.Port(), position).orElseThrow().summary().enterpriseId();
        assertThat(views.find(new Scope.OfEnterprise(owner), position)
                        .orElseThrow()
                        .sealedSize())
                .hasValue(sealed.size());
        assertThat(views.sealed(new Scope.OfEnterprise(owner), position)).contains(sealed);
        assertThat(views.sealed(new Scope.OfEnterprise(owner + 1), position)).isEmpty();
    }

    @Test
    void itMayCarryAnEnvelopeOfTheNetwork() {
        var order = TestMessages.order(merchant.enterprise());
        var time = LocalDateTime.ofInstant(Instant.now(), java.time.ZoneId.of("Asia/Shanghai"))
                .truncatedTo(ChronoUnit.SECONDS);
        var enveloped = DxpEnvelope.wrap(DxpMessage.of(
                order.guid(),
                merchant.enterprise().dxpId(),
                order.type().receiver(),
                time,
                order.type().root(),
                signed(order)));

        var answer = send(Sealing.seal(enveloped, certificate("SM2")), "application/cms; charset=binary");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(port.count("message", "message_id = ? and enveloped", order.guid()))
                .isEqualTo(1);
    }

    @Test
    void sealedAnewOrSentOpenItIsTheSameMessageAndGetsTheSameAck() {
        var message = signed(TestMessages.order(merchant.enterprise()));
        var first = send(Sealing.seal(message, certificate("SM2")), "application/pkcs7-mime");

        var again = send(Sealing.seal(message, certificate("RSA")), "application/pkcs7-mime");
        var open = port.send(merchant, message);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(open.body()).isEqualTo(first.body());
    }

    @Test
    void whatIsSealedIsStillVerified() {
        var message = signed(TestMessages.order(merchant.enterprise()))
                .utf8()
                .replaceFirst(">10</ceb:freight>", ">11</ceb:freight>");

        var answer = send(Sealing.seal(Bytes.utf8(message), certificate("SM2")), "application/pkcs7-mime");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestPort.at(answer, "/code")).startsWith("CEB-50");
    }

    @ParameterizedTest
    @CsvSource({"CEB-6101", "CEB-6102", "CEB-6103", "CEB-6104"})
    void whatCannotBeOpenedIsRefusedWithCauseAndCure(String code) {
        var samples = new BrokenSamples(
                Instant.now(), new BrokenSamples.Keys(enterprise -> merchant.key(), certificate("SM2")));

        assertRefused(send(samples.forCode(code).orElseThrow(), "application/pkcs7-mime"), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"订单一张，请查收。", "<a/>", "<DxpMsg xmlns=\"http://www.chinaport.gov.cn/dxp\"/>", ""})
    void whoSealsNoMessageLearnsNoMoreThanWhoChangedOne(String content) {
        var answer = send(Sealing.seal(Bytes.utf8(content), certificate("SM2")), "application/pkcs7-mime");

        assertRefused(answer, 400, "CEB-6104");
        assertThat(TestPort.at(answer, "/messageId")).startsWith("sha256-");
    }

    @Test
    void theLimitsHoldBeforeAndAfterItIsOpened() {
        var before = send(Bytes.of(new byte[29 * 1024 * 1024]), "application/pkcs7-mime");
        var after = send(
                Sealing.seal(Bytes.of(" ".repeat(21 * 1024 * 1024).getBytes()), certificate("RSA")),
                "application/pkcs7-mime");

        assertThat(before.statusCode()).isEqualTo(413);
        assertThat(TestPort.at(before, "/code")).isEqualTo("EX-1003");
        assertThat(after.statusCode()).isEqualTo(413);
    }

    @Test
    void sealedBytesThatCallThemselvesXmlAreNoMessage() {
        var sealed = Sealing.seal(signed(TestMessages.order(merchant.enterprise())), certificate("SM2"));

        assertThat(port.send(merchant, sealed).statusCode()).isEqualTo(400);
    }

    @Test
    void theKeysLieInTheHomeFolderForTheirOwnerOnly() throws IOException {
        for (String name : List.of("sm2-sealing.p12", "rsa-sealing.p12")) {
            var file = port.home().resolve("port").resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(certificate("SM2").getKeyUsage()[0]).as("good for signing").isFalse();
        assertThat(certificate("SM2").getKeyUsage()[2])
                .as("good for encryption")
                .isTrue();
    }

    @Test
    void anUnknownSuiteIsToldWhichThereAre() {
        var answer = port.get(merchant, "/api/v1/port/certificate?suite=DES");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1006");
        assertThat(answer.body()).contains("SM2, RSA");
    }

    @Test
    void aPortWithoutKeysSaysSo(@TempDir Path empty) {
        var keys = new PortKeys(new Home(empty), "none");

        assertThat(new Seals(keys, 1000).open(Bytes.utf8("0")))
                .isInstanceOfSatisfying(
                        Unsealed.Closed.class,
                        closed -> assertThat(closed.findings().getFirst().code())
                                .isEqualTo(ExchangeCode.PORT_HAS_NO_CERTIFICATE));
    }

    private void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestPort.at(answer, "/code")).isEqualTo(code);
        assertThat(TestPort.at(answer, "/findings/0/why")).isNotBlank();
        assertThat(TestPort.at(answer, "/findings/0/cure")).isNotBlank();
        var id = TestPort.at(answer, "/messageId");
        assertThat(port.count("message", "message_id = ? and verdict = 'REFUSED'", id))
                .isPositive();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(port.count(
                                "receipt",
                                "receipt_type = 'DxpRep' and statuses = '1003'"
                                        + " and source in (select position from message where message_id = ?)",
                                id))
                        .isPositive());
    }

    private HttpResponse<String> send(Bytes body, String contentType) {
        return port.exchange(port.request("/api/v1/messages", merchant.apiKey())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body.array()))
                .build());
    }

    /** As anybody gets it, without a key. */
    private X509Certificate certificate(String suite) {
        var answer = port.exchange(port.request("/api/v1/port/certificate?suite=" + suite, "nobody")
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        var text = answer.body().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Certificates.parse(Bytes.of(Base64.getDecoder().decode(text))).orElseThrow();
    }

    private Bytes bytes(String sql, long position) {
        return Bytes.of(port.db().sql(sql).param(position).query(byte[].class).single());
    }

    private Bytes signed(CebMessage message) {
        return TestMessages.signed(message, merchant.key());
    }
}
