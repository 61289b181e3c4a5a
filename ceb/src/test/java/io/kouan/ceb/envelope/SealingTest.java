package io.kouan.ceb.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.TestKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealingTest {

    private static final SoftwareKey SM2 = sealingKey(TestKeys.SM2_ROOT, 900);
    private static final SoftwareKey RSA = sealingKey(TestKeys.RSA_ROOT, 900);
    private static final Bytes CONTENT = Bytes.utf8("<ceb:CEB621Message>珠海</ceb:CEB621Message>");

    static Stream<SoftwareKey> keys() {
        return Stream.of(SM2, RSA);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whatIsSealedIsOpenedByItsReceiverOnly(SoftwareKey key) {
        for (int size : new int[] {0, 1, 15, 16, 17, 4096, 100_000}) {
            var content = Bytes.of(new byte[size]);
            var sealed = Sealing.seal(content, key.certificate());

            assertThat(Sealing.isSealed(sealed)).isTrue();
            assertThat(open(sealed, key)).isEqualTo(new Unsealed.Content(content));
        }
        var other = sealingKey(key == SM2 ? TestKeys.SM2_ROOT : TestKeys.RSA_ROOT, 901);
        assertThat(codes(open(Sealing.seal(CONTENT, key.certificate()), other)))
                .containsExactly(EnvelopeCode.SEALED_FOR_ANOTHER);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theSameContentNeverLooksTheSame(SoftwareKey key) {
        assertThat(Sealing.seal(CONTENT, key.certificate())).isNotEqualTo(Sealing.seal(CONTENT, key.certificate()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aWrongKeyAndAChangedKeyAreToldAlike(SoftwareKey key) {
        var sealed = Sealing.seal(CONTENT, key.certificate());
        var other = sealingKey(key == SM2 ? TestKeys.SM2_ROOT : TestKeys.RSA_ROOT, 902);
        var crossed = new SoftwareKey(other.privateKey(), key.certificate());

        assertThat(codes(open(sealed, crossed))).containsExactly(EnvelopeCode.SEALED_BROKEN);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void noChangedByteEverFailsOrOpensTheContentUnchangedByLuck(SoftwareKey key) {
        var sealed = Sealing.seal(CONTENT, key.certificate());
        int closed = 0;
        for (int i = 0; i < sealed.size(); i++) {
            var changed = sealed.array().clone();
            changed[i] ^= 1;
            if (open(Bytes.of(changed), key) instanceof Unsealed.Closed) {
                closed++;
            }
        }

        // a changed block of the content in the middle decrypts to garbage: only the signature inside can tell
        assertThat(closed).isGreaterThan(sealed.size() - CONTENT.size() - 16 - 4 * SealSuite.BLOCK);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void hostileBytesAreAValueNotAFailure(SoftwareKey key) {
        var sealed = Sealing.seal(CONTENT, key.certificate()).array();
        var random = new SplittableRandom(20260301);
        for (int i = 0; i < 2_000; i++) {
            var bytes = java.util.Arrays.copyOf(sealed, random.nextInt(sealed.length + 1));
            for (int j = random.nextInt(6); j > 0 && bytes.length > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(open(Bytes.of(bytes), key)).isNotNull();
        }
        assertThat(codes(open(Bytes.of(nested(100_000)), key))).containsExactly(EnvelopeCode.SEALED_UNREADABLE);
        assertThat(codes(open(Bytes.EMPTY, key))).containsExactly(EnvelopeCode.SEALED_UNREADABLE);
    }

    @Test
    void aSealOfTheOtherSuiteIsNamed() throws Exception {
        var issuer = RSA.certificate();
        var plain = new CMSEnvelopedDataGenerator();
        plain.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(issuer).setProvider(Sm2.provider())); // PKCS#1 v1.5
        var sealed = Bytes.of(plain.generate(
                        new CMSProcessableByteArray(CONTENT.array()),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                .setProvider(Sm2.provider())
                                .build())
                .getEncoded());

        var closed = (Unsealed.Closed) open(sealed, RSA);

        assertThat(closed.findings().getFirst().code()).isEqualTo(EnvelopeCode.SEALED_UNKNOWN_ALGORITHM);
        assertThat(closed.findings().getFirst().values())
                .containsEntry("algorithm", PKCSObjectIdentifiers.rsaEncryption.getId());
    }

    @Test
    void anotherImplementationOpensWhatWeSealWithRsa() throws Exception {
        var sealed = Sealing.seal(CONTENT, RSA.certificate());

        RecipientInformation recipient = new CMSEnvelopedData(sealed.array())
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next();

        assertThat(recipient.getContent(
                        new JceKeyTransEnvelopedRecipient(RSA.privateKey()).setProvider(Sm2.provider())))
                .isEqualTo(CONTENT.array());
    }

    @Test
    void weOpenWhatAnotherImplementationSealsWithRsa() throws Exception {
        var generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(
                        TestKeys.RSA.certificate(),
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, new RSAESOAEPparams()))
                .setProvider(Sm2.provider()));
        generator.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(RSA.certificate(), SealSuite.RSA_AES.transport())
                        .setProvider(Sm2.provider()));
        var sealed = Bytes.of(generator
                .generate(
                        new CMSProcessableByteArray(CONTENT.array()),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                .setProvider(Sm2.provider())
                                .build())
                .getEncoded());

        assertThat(open(sealed, RSA)).isEqualTo(new Unsealed.Content(CONTENT));
        assertThat(open(sealed, TestKeys.RSA)).isEqualTo(new Unsealed.Content(CONTENT));
    }

    @Test
    void decryptsTheExampleOfTheStandard() throws Exception {
        var der = new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                    new ASN1Integer(
                            new BigInteger("04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73", 16)),
                    new ASN1Integer(
                            new BigInteger("E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0", 16)),
                    new DEROctetString(Hex.decode("59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766")),
                    new DEROctetString(Hex.decode("21886CA989CA9C7D58087307CA93092D651EFA"))
                })
                .getEncoded();
        var key =
                Sm2.parameters(new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16));

        assertThat(new String(Sm2Encryption.decrypt(der, key), StandardCharsets.US_ASCII))
                .isEqualTo("encryption standard");
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() throws Exception {
        var der = new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                    new ASN1Integer(BigInteger.ONE),
                    new ASN1Integer(BigInteger.TWO),
                    new DEROctetString(new byte[32]),
                    new DEROctetString(new byte[16])
                })
                .getEncoded();

        assertThatThrownBy(() -> Sm2Encryption.decrypt(der, SM2.privateKey()))
                .isInstanceOfAny(GeneralSecurityException.class, RuntimeException.class);
    }

    @Test
    void aSigningCertificateCannotBeSealedTo() {
        assertThatThrownBy(() -> Sealing.seal(CONTENT, TestKeys.SM2.certificate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooLargeIsNotEvenParsed() {
        var limits = new Limits(1000, 8, 100, 8, 5);
        var sealed = Sealing.seal(Bytes.of(new byte[100_000]), SM2.certificate());

        assertThat(codes(Sealing.open(sealed, SM2.certificate(), SM2.privateKey(), limits)))
                .containsExactly(EnvelopeCode.SEALED_TOO_LARGE);
    }

    @Test
    void aBareMessageIsNotTakenForASealedOne() {
        assertThat(Sealing.isSealed(CONTENT)).isFalse();
        assertThat(Sealing.isSealed(Bytes.EMPTY)).isFalse();
    }

    private static byte[] nested(int depth) {
        var bytes = new byte[depth * 2];
        for (int i = 0; i < depth; i++) {
            bytes[2 * i] = 0x30;
            bytes[2 * i + 1] = (byte) 0x80;
        }
        return bytes;
    }

    private static SoftwareKey sealingKey(SandboxAuthority authority, int number) {
        var keys = authority.newKeys();
        var subject = new SandboxAuthority.Subject("珠海沙箱口岸", "91440400MA0000000X", "口岸");
        return new SoftwareKey(
                keys.getPrivate(),
                authority.issueForSealing(
                        subject, keys.getPublic(), number, TestKeys.NOW, TestKeys.NOW.plus(Duration.ofDays(365))));
    }

    private static Unsealed open(Bytes sealed, SoftwareKey key) {
        return Sealing.open(sealed, key.certificate(), key.privateKey());
    }

    private static List<FindingCode> codes(Unsealed unsealed) {
        return ((Unsealed.Closed) unsealed)
                .findings().stream().map(Finding::code).toList();
    }
}
