package io.kouan.ceb.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.TestKeys;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateCheckTest {

    private static final Instant DURING = TestKeys.NOW.plus(Duration.ofDays(30));

    private record Pair(SandboxAuthority authority, SoftwareKey key) {}

    static Stream<Pair> pairs() {
        return Stream.of(new Pair(TestKeys.SM2_ROOT, TestKeys.SM2), new Pair(TestKeys.RSA_ROOT, TestKeys.RSA));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aCertificateOfATrustedIssuerCountsWhileItIsInForce(Pair pair) {
        var check = new CertificateCheck(List.of(pair.authority().root()), List.of());

        assertThat(codes(check, pair, DURING)).isEmpty();
        assertThat(codes(check, pair, TestKeys.NOW.minusSeconds(86_400)))
                .containsExactly(CertificateCode.CERTIFICATE_NOT_YET_IN_FORCE, CertificateCode.ISSUER_NOT_IN_FORCE);
        assertThat(codes(check, pair, TestKeys.NOW.plus(Duration.ofDays(4000))))
                .containsExactly(CertificateCode.CERTIFICATE_NO_LONGER_IN_FORCE);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aCertificateOfAnybodyElseDoesNot(Pair pair) {
        var stranger = SandboxAuthority.create(pair.authority().isSm2(), TestKeys.NOW, new SecureRandom());

        assertThat(codes(new CertificateCheck(List.of(), List.of()), pair, DURING))
                .containsExactly(CertificateCode.ISSUER_UNKNOWN);
        assertThat(codes(new CertificateCheck(List.of(stranger.root()), List.of()), pair, DURING))
                .as("the same name is not the same issuer")
                .containsExactly(CertificateCode.ISSUER_UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anEnterpriseCannotIssue(Pair pair) {
        var keys = pair.authority().newKeys();
        var forged = TestKeys.forge(pair.key(), keys);
        var check =
                new CertificateCheck(List.of(pair.authority().root(), pair.key().certificate()), List.of());

        assertThat(check.check(forged, DURING, Place.WHOLE))
                .extracting(Finding::code)
                .containsExactly(CertificateCode.ISSUER_UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aRevokedCertificateNoLongerCounts(Pair pair) {
        var list = list(pair.authority(), pair.key().certificate().getSerialNumber());
        var check = new CertificateCheck(List.of(pair.authority().root()), List.of(list));

        assertThat(codes(check, pair, DURING)).containsExactly(CertificateCode.CERTIFICATE_WITHDRAWN);
        assertThat(codes(check, pair, TestKeys.NOW.plusSeconds(60)))
                .as("what it signed before stays signed")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aListThatTheIssuerDidNotSignRevokesNothing(Pair pair) {
        var stranger = SandboxAuthority.create(pair.authority().isSm2(), TestKeys.NOW, new SecureRandom());
        var list = list(stranger, pair.key().certificate().getSerialNumber());
        var check = new CertificateCheck(List.of(pair.authority().root()), List.of(list));

        assertThat(codes(check, pair, DURING)).isEmpty();
    }

    @Test
    void aCertificateForSealingIsNotForSigning() {
        var keys = TestKeys.SM2_ROOT.newKeys();
        var subject = new SandboxAuthority.Subject("珠海沙箱口岸", "91440400MA0000000X", "口岸");
        var sealing = TestKeys.SM2_ROOT.issueForSealing(
                subject, keys.getPublic(), 77, TestKeys.NOW, TestKeys.NOW.plus(Duration.ofDays(365)));
        var check = new CertificateCheck(List.of(TestKeys.SM2_ROOT.root()), List.of());

        assertThat(check.check(sealing, DURING, Place.WHOLE))
                .extracting(Finding::code)
                .containsExactly(CertificateCode.CERTIFICATE_NOT_FOR_SIGNING);
    }

    @Test
    void keysThatOnlyCostTimeAreNotTaken() throws Exception {
        assertThat(Certificates.parse(encoded(issued(rsa(2048, RSAKeyGenParameterSpec.F4)))))
                .isPresent();
        assertThat(Certificates.parse(encoded(issued(rsa(4608, RSAKeyGenParameterSpec.F4)))))
                .isEmpty();
        assertThat(Certificates.parse(
                        encoded(issued(rsa(2048, BigInteger.TWO.pow(80).add(BigInteger.ONE))))))
                .isEmpty();
        var generator = KeyPairGenerator.getInstance("EC", Sm2.provider());
        generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
        assertThat(Certificates.parse(encoded(issued(generator.generateKeyPair()))))
                .isEmpty();
    }

    @Test
    void bytesThatAreNoCertificateAreNone() {
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + java.util.Base64.getEncoder()
                        .encodeToString(encoded(TestKeys.SM2.certificate()).array()) + "\n-----END CERTIFICATE-----";

        assertThat(Certificates.parse(Bytes.EMPTY)).isEmpty();
        assertThat(Certificates.parse(Bytes.utf8(pem))).isEmpty();
        assertThat(Certificates.parse(Bytes.of(new byte[] {0x30, (byte) 0x80, 0x30, (byte) 0x80})))
                .isEmpty();
        assertThat(Certificates.parse(Bytes.of(new byte[100_000]))).isEmpty();
        assertThat(Certificates.revocationList(Bytes.utf8("x"))).isEmpty();
    }

    private static KeyPair rsa(int size, BigInteger exponent) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA", Sm2.provider());
        generator.initialize(new RSAKeyGenParameterSpec(size, exponent));
        return generator.generateKeyPair();
    }

    private static X509Certificate issued(KeyPair keys) {
        return TestKeys.RSA_ROOT.issue(
                new SandboxAuthority.Subject("珠海沙箱测试有限公司", "91440400MA0000000X", "张三"),
                keys.getPublic(),
                78,
                TestKeys.NOW,
                TestKeys.NOW.plus(Duration.ofDays(365)));
    }

    private static X509CRL list(SandboxAuthority authority, BigInteger serial) {
        return Certificates.revocationList(
                        authority.revocationList(List.of(serial), TestKeys.NOW.plus(Duration.ofDays(1))))
                .orElseThrow();
    }

    private static List<FindingCode> codes(CertificateCheck check, Pair pair, Instant at) {
        return check.check(pair.key().certificate(), at, Place.WHOLE).stream()
                .map(Finding::code)
                .toList();
    }

    private static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
