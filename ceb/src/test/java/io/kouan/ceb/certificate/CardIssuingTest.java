package io.kouan.ceb.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates of cards: what they say, how they are asked for, how they are revoked. */
class CardIssuingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CardContents CONTENTS = new CardContents(
            "珠海远航商贸（横琴）有限公司",
            "91440400MA5CBEC28X",
            "王港",
            "440402197203150016",
            "KS00000001",
            new CardContents.Addresses("http://localhost/pki/x.crl", "http://localhost/pki/ocsp"));

    /** One authority and one key pair each: RSA keys take their time. */
    enum Kind {
        SM2(true),
        RSA(false);

        private final SandboxAuthority authority;
        private final KeyPair keys;
        private final String algorithm;

        Kind(boolean sm2) {
            this.authority = SandboxAuthority.create(sm2, NOW, RANDOM);
            this.keys = authority.newKeys();
            this.algorithm = sm2 ? "SM3WITHSM2" : "SHA256withRSA";
        }

        X509Certificate card(int number) {
            return authority.issueCard(
                    CONTENTS, keys.getPublic(), CardContents.Use.CARD, number, NOW, NOW.plus(Duration.ofDays(3650)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCardSaysWhatCardsOfTheEPortSay(Kind kind) throws Exception {
        var card = kind.card(7);
        var view = new EnterpriseCertificate(card);

        assertThat(view.enterpriseName()).contains("珠海远航商贸（横琴）有限公司");
        assertThat(view.belongsTo("91440400MA5CBEC28X")).isTrue();
        assertThat(card.getSubjectX500Principal().getName()).contains("王港");
        for (var oid : List.of("8", "9")) {
            assertThat(card.getExtensionValue("1.3.6.1.4.1.5315.100.5." + oid)).isNotNull();
        }
        assertThat(card.getNonCriticalExtensionOIDs()).contains("2.5.29.31", "1.3.6.1.5.5.7.1.1");
        assertThat(check(kind, card, NOW.plusSeconds(1))).isEmpty();
        card.verify(kind.authority.root().getPublicKey(), Sm2.provider());
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsTakenOnlyWithProofOfTheKey(Kind kind) throws Exception {
        var stranger = kind.authority.newKeys();

        assertThat(CertificateRequest.read(request(kind, kind.keys)))
                .isEqualTo(new CertificateRequest.Proven(kind.keys.getPublic()));
        assertThat(CertificateRequest.read(request(kind, new KeyPair(kind.keys.getPublic(), stranger.getPrivate()))))
                .isInstanceOf(CertificateRequest.Unproven.class);
        assertThat(CertificateRequest.read(Bytes.utf8("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END")))
                .isInstanceOf(CertificateRequest.Unreadable.class);
        assertThat(CertificateRequest.read(Bytes.EMPTY)).isInstanceOf(CertificateRequest.Unreadable.class);
        var pem = "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(request(kind, kind.keys).array())
                + "\n-----END CERTIFICATE REQUEST-----\n";
        assertThat(CertificateRequest.read(Bytes.utf8(pem))).isInstanceOf(CertificateRequest.Proven.class);
    }

    @ParameterizedTest
    @EnumSource
    void theListNamesWhatIsRevoked(Kind kind) {
        var revoked = new Revocation(kind.card(8).getSerialNumber(), NOW, Revocation.Reason.HOLD);
        var list = kind.authority.revocationList(List.of(revoked), NOW.plusSeconds(60), NOW.plusSeconds(3600));
        var parsed = Certificates.revocationList(list).orElseThrow();

        var check = new CertificateCheck(List.of(kind.authority.root()), List.of(parsed));
        assertThat(check.check(kind.card(8), NOW.plusSeconds(90), Place.WHOLE))
                .extracting(Finding::code)
                .containsExactly(CertificateCode.CERTIFICATE_WITHDRAWN);
        assertThat(check.check(kind.card(9), NOW.plusSeconds(90), Place.WHOLE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theResponderAnswersForItsAuthorityWithACertificateOfItsOwn(Kind kind) throws Exception {
        var responder = kind.authority.responder(99, NOW);
        var card = kind.card(10);
        Function<BigInteger, OcspResponder.Status> good = serial -> serial.equals(card.getSerialNumber())
                ? new OcspResponder.Status.Good()
                : new OcspResponder.Status.Unknown();
        Function<BigInteger, OcspResponder.Status> revoked =
                serial -> new OcspResponder.Status.Revoked(new Revocation(serial, NOW, Revocation.Reason.ENDED));

        assertThat(status(responder.answer(question(kind, card.getSerialNumber()), good, NOW), kind))
                .isNull();
        assertThat(status(responder.answer(question(kind, BigInteger.ONE), good, NOW), kind))
                .isInstanceOf(UnknownStatus.class);
        assertThat(status(responder.answer(question(kind, card.getSerialNumber()), revoked, NOW), kind))
                .isInstanceOf(RevokedStatus.class);
        assertThat(new OCSPResp(responder
                                .answer(Bytes.utf8("no question"), good, NOW)
                                .array())
                        .getStatus())
                .isEqualTo(1);
        assertThat(responder.isAskedBy(question(kind, BigInteger.TWO))).isTrue();
        var other = kind == Kind.SM2 ? Kind.RSA : Kind.SM2;
        assertThat(responder.isAskedBy(question(other, BigInteger.TWO))).isFalse();
    }

    private static org.bouncycastle.cert.ocsp.@org.jspecify.annotations.Nullable CertificateStatus status(
            Bytes answer, Kind kind) throws Exception {
        var basic = (BasicOCSPResp) new OCSPResp(answer.array()).getResponseObject();
        var signer = basic.getCerts()[0];
        var verifiers = new JcaContentVerifierProviderBuilder().setProvider(Sm2.provider());
        assertThat(signer.isSignatureValid(verifiers.build(kind.authority.root().getPublicKey())))
                .isTrue();
        assertThat(basic.isSignatureValid(verifiers.build(signer))).isTrue();
        return basic.getResponses()[0].getCertStatus();
    }

    private static Bytes question(Kind kind, BigInteger serial) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(Sm2.provider())
                .build();
        var id = new CertificateID(
                digests.get(CertificateID.HASH_SHA1), new JcaX509CertificateHolder(kind.authority.root()), serial);
        return Bytes.of(new OCSPReqBuilder().addRequest(id).build().getEncoded());
    }

    private static Bytes request(Kind kind, KeyPair keys) throws Exception {
        var signer = new JcaContentSignerBuilder(kind.algorithm)
                .setProvider(Sm2.provider())
                .build(keys.getPrivate());
        return Bytes.of(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=anybody"), keys.getPublic())
                .build(signer)
                .getEncoded());
    }

    private static List<Finding> check(Kind kind, X509Certificate card, Instant at) {
        return new CertificateCheck(List.of(kind.authority.root()), List.of()).check(card, at, Place.WHOLE);
    }
}
