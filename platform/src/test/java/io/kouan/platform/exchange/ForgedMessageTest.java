package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.DxpMessage;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import io.kouan.platform.credentials.KnownCertificates;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Messages that claim what is not so: about their content, their signer, or their sender. */
class ForgedMessageTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(900_000);

    private final TestPort port = TestPort.shared();
    private final Member merchant = port.member(Role.MERCHANT);
    private final Member payment = port.member(Role.PAYMENT);
    private final SandboxAuthority authority =
            SandboxAuthority.create(true, Instant.now().minus(Duration.ofDays(900)), new SecureRandom());

    @Test
    void aMessageChangedAfterSigningShowsBothDigests() {
        var signed = TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key());
        var changed = signed.utf8().replaceFirst("<ceb:freight>10", "<ceb:freight>11");

        var answer = port.send(merchant, Bytes.utf8(changed));

        assertRefused(answer, 422, "CEB-5007");
        assertThat(TestPort.at(answer, "/findings/0/values/expected")).isNotBlank();
        assertThat(TestPort.at(answer, "/findings/0/values/found"))
                .isNotBlank()
                .isNotEqualTo(TestPort.at(answer, "/findings/0/values/expected"));
    }

    @Test
    void aKeyThatDoesNotBelongToTheCertificateIsNoticed() {
        KeyPair strange = authority.newKeys();
        var certificate = merchant.key().suite() == io.kouan.ceb.signature.Suite.SM2_SM3
                ? merchant.key().certificate()
                : sm2Member().key().certificate();
        var forger = new SoftwareKey(strange.getPrivate(), certificate);

        assertRefused(send(merchant, forger), 422, "CEB-5008");
    }

    @Test
    void anExpiredCertificateSignsNothing() {
        var key = issue(Duration.ofDays(-800), Duration.ofDays(-1), merchant);

        assertRefused(send(merchant, key), 422, "EX-1109");
    }

    @Test
    void aCertificateSignsNothingBeforeItsTime() {
        var key = issue(Duration.ofDays(1), Duration.ofDays(300), merchant);

        assertRefused(send(merchant, key), 422, "EX-1110");
    }

    @Test
    void aRevokedCertificateSignsNothing() {
        var key = issue(Duration.ofDays(-1), Duration.ofDays(300), merchant);
        var serial = new io.kouan.ceb.certificate.EnterpriseCertificate(key.certificate()).serial();
        port.bean(KnownCertificates.class).revoke(serial, Instant.now().minusSeconds(60));

        assertRefused(send(merchant, key), 422, "EX-1111");
    }

    @Test
    void whatWasAcceptedKeepsItsAnswerAfterTheCertificateIsRevoked() {
        var key = issue(Duration.ofDays(-1), Duration.ofDays(300), merchant);
        var order = TestMessages.signed(TestMessages.order(merchant.enterprise()), key);
        var first = port.send(merchant, order);
        var serial = new io.kouan.ceb.certificate.EnterpriseCertificate(key.certificate()).serial();
        port.bean(KnownCertificates.class).revoke(serial, Instant.now().minusSeconds(60));

        var again = port.send(merchant, order);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertRefused(send(merchant, key), 422, "EX-1111");
    }

    @Test
    void aCertificateThatIsNotOnFileCountsForNothing() {
        var pair = authority.newKeys();
        var key = new SoftwareKey(pair.getPrivate(), certificate(pair, Duration.ofDays(-1), Duration.ofDays(300)));

        assertRefused(send(merchant, key), 422, "EX-1108");
    }

    @Test
    void anotherEnterprisesCertificateDoesNotSpeakForThisOne() {
        assertRefused(send(merchant, payment.key()), 403, "EX-1112");
    }

    @Test
    void theTransmittingEnterpriseIsThatOfTheChannel() {
        var order = TestMessages.order(payment.enterprise());

        assertRefused(port.send(merchant, TestMessages.signed(order, merchant.key())), 403, "EX-1104");
    }

    @Test
    void theCredentialOfAnotherEnterpriseOpensNoWayForOnesOwnMessage() {
        var order = TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key());

        var answer = port.send(payment, order);

        assertRefused(answer, 403, "EX-1112");
        assertThat(port.send(merchant, order).statusCode())
                .as("a refused message does not use its id up")
                .isEqualTo(202);
    }

    @Test
    void theSenderOnTheEnvelopeIsTheChannel() {
        var order = TestMessages.order(merchant.enterprise());
        var envelope = DxpMessage.of(
                order.guid(),
                payment.enterprise().dxpId(),
                order.type().receiver(),
                LocalDateTime.parse("2026-11-23T10:15:00"),
                order.type().root(),
                TestMessages.signed(order, merchant.key()));

        assertRefused(port.send(merchant, DxpEnvelope.wrap(envelope)), 403, "EX-1101");
    }

    @Test
    void theReceiverOnTheEnvelopeIsCustoms() {
        var order = TestMessages.order(merchant.enterprise());
        var envelope = DxpMessage.of(
                order.guid(),
                merchant.enterprise().dxpId(),
                "DXPEDCCEB0000003",
                LocalDateTime.parse("2026-11-23T10:15:00"),
                order.type().root(),
                TestMessages.signed(order, merchant.key()));

        assertRefused(port.send(merchant, DxpEnvelope.wrap(envelope)), 422, "EX-1102");
    }

    @Test
    void unsignedMessagesAreRefusedByAStrictPort() {
        var order = MessageWriter.write(TestMessages.order(merchant.enterprise()));

        assertRefused(port.send(merchant, order), 422, "EX-1106");
    }

    @Test
    void withoutCredentialNothingIsLookedAt() {
        long before = port.count("message", "true");
        var request = HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + port.port() + "/api/v1/messages"))
                .POST(HttpRequest.BodyPublishers.ofString("<a/>"))
                .build();

        var answer = port.exchange(request);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1001");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(port.count("message", "true")).isEqualTo(before);
    }

    @Test
    void anUnknownKeyOpensNothing() {
        var stranger = new Member(merchant.enterprise(), "kouan_guessed", merchant.key());

        var answer = port.send(stranger, Bytes.utf8("<a/>"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1002");
    }

    private Member sm2Member() {
        return io.kouan.ceb.sample.SampleWorld.enterprises().stream()
                .map(port::member)
                .filter(member -> member.key().suite() == io.kouan.ceb.signature.Suite.SM2_SM3)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> send(Member sender, SoftwareKey key) {
        return port.send(sender, TestMessages.signed(TestMessages.order(sender.enterprise()), key));
    }

    /** A certificate on file. */
    private SoftwareKey issue(Duration from, Duration to, Member owner) {
        var pair = authority.newKeys();
        var certificate = certificate(pair, from, to);
        long enterprise = port.db()
                .sql("select id from enterprise where customs_code = ?")
                .param(owner.enterprise().customsCode())
                .query(Long.class)
                .single();
        port.bean(KnownCertificates.class).add(enterprise, certificate);
        return new SoftwareKey(pair.getPrivate(), certificate);
    }

    private java.security.cert.X509Certificate certificate(KeyPair pair, Duration from, Duration to) {
        var enterprise = merchant.enterprise();
        var subject = new SandboxAuthority.Subject(enterprise.nameZh(), enterprise.creditCode(), "沙箱操作员");
        var now = Instant.now();
        return authority.issue(subject, pair.getPublic(), NUMBERS.incrementAndGet(), now.plus(from), now.plus(to));
    }

    private void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(TestPort.at(answer, "/code")).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        var id = TestPort.at(answer, "/messageId");
        assertThat(port.count("message", "message_id = ? and verdict = 'REFUSED'", id))
                .isPositive();
        assertThat(port.count("message", "message_id = ? and verdict = 'ACCEPTED'", id))
                .isZero();
    }
}
