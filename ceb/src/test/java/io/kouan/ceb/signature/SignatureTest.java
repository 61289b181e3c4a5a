package io.kouan.ceb.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Extension;
import io.kouan.ceb.message.GeneratedMessages;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.spec.SpecFile;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {

    private static final char[] PIN = "12345678".toCharArray();

    private final MessageReader reader = new MessageReader(Limits.STANDARD);
    private final SignatureVerifier strict = new SignatureVerifier(Strictness.STRICT, CertificateLookup.NONE);
    private final SignatureVerifier lenient = new SignatureVerifier(Strictness.LENIENT, CertificateLookup.NONE);

    static Stream<SoftwareKey> keys() {
        return Stream.of(TestKeys.SM2, TestKeys.RSA);
    }

    @Test
    void verifiesTheRsaVector() {
        var verdict = strict.verify(read(Bytes.of(new SpecFile("vectors/ceb513-rsa-signed.xml").bytes())));

        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        assertThat(((Verdict.Valid) verdict).suite()).isEqualTo(Suite.RSA_SHA1);
    }

    @Test
    void verifiesTheSm2VectorWithTheKeyOfTheStandard() {
        var element = read(Bytes.of(new SpecFile("vectors/ceb513-sm2-signed.xml").bytes()))
                .signature()
                .orElseThrow();
        var point = Sm2.DOMAIN
                .getCurve()
                .createPoint(
                        new BigInteger("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020", 16),
                        new BigInteger("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13", 16));
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(false, new ECPublicKeyParameters(point, Sm2.DOMAIN));
        signer.update(element.signedInfo().array(), 0, element.signedInfo().size());

        assertThat(signer.verifySignature(element.value().array())).isTrue();
        assertThat(HexFormat.of().formatHex(Digests.sm3(Bytes.utf8("abc")).array()))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void saysThatTheCertificateIsMissingWhereOnlyAKeyNameIsGiven() {
        var read = read(Bytes.of(new SpecFile("vectors/ceb513-sm2-signed.xml").bytes()));

        assertThat(codes(strict.verify(read))).containsExactly(SignatureCode.CERTIFICATE_MISSING);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyDeclarationCanBeSignedAndVerified(SoftwareKey key) {
        for (var type : Catalogue.standard().types()) {
            if (type.isDeclaration()) {
                for (long seed = 0; seed < 4; seed++) {
                    var signed =
                            MessageSigner.sign(MessageWriter.write(new GeneratedMessages(seed).message(type)), key);
                    var read = read(signed);

                    assertThat(read.findings()).isEmpty();
                    assertThat(strict.verify(read)).isInstanceOf(Verdict.Valid.class);
                }
            }
        }
    }

    @Test
    void whatStandsAroundTheRootDoesNotMoveTheSignature() {
        var unsigned = message().utf8();
        for (String message : List.of(
                unsigned + "<!-- </ceb:CEB513Message> -->",
                unsigned + "\n<?target </x>?>\n",
                "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- <a> -->" + unsigned,
                unsigned.replace("</ceb:CEB513Message>", "<!-- </ceb:CEB513Message> --></ceb:CEB513Message >"))) {
            var signed = MessageSigner.sign(Bytes.utf8(message), TestKeys.SM2);

            assertThat(read(signed).isValid()).isTrue();
            assertThat(verify(signed.utf8())).isInstanceOf(Verdict.Valid.class);
        }
    }

    @Test
    void onExportTheSignatureStandsBeforeTheExtensionWhateverThatHolds() {
        var type = Catalogue.standard().types().stream()
                .filter(it -> it.signature() == MessageType.SignaturePlace.BEFORE_EXTENSION)
                .findFirst()
                .orElseThrow();
        var plain = new GeneratedMessages(1).message(type);
        var message = new CebMessage(
                type,
                plain.guid(),
                plain.version(),
                plain.documents(),
                plain.transfer(),
                plain.subscriptions(),
                Optional.of(new Extension(
                        "n",
                        "v",
                        "<x:BaseTransfer xmlns:x=\"urn:x\"><x:ExtendMessage></x:ExtendMessage></x:BaseTransfer>")));

        var signed = MessageSigner.sign(MessageWriter.write(message), TestKeys.SM2);

        assertThat(read(signed).findings()).isEmpty();
        assertThat(read(signed).message()).isEqualTo(message);
        assertThat(verify(signed.utf8())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void onlyAReadableMessageWithoutSignatureIsSigned() {
        var signed = MessageSigner.sign(message(), TestKeys.SM2);

        assertThatThrownBy(() -> MessageSigner.sign(signed, TestKeys.SM2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageSigner.sign(Bytes.utf8("<x/>"), TestKeys.SM2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageSigner.sign(
                        Bytes.utf8("<CEB513Message xmlns=\"http://www.chinaport.gov.cn/ceb\"/>"), TestKeys.SM2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeySurvivesItsFile(SoftwareKey key) {
        var again = SoftwareKey.load(key.store(PIN).stream(), PIN);

        assertThat(again.certificate()).isEqualTo(key.certificate());
        assertThat(strict.verify(read(MessageSigner.sign(message(), again)))).isInstanceOf(Verdict.Valid.class);
        assertThatThrownBy(() -> SoftwareKey.load(key.store(PIN).stream(), "wrong".toCharArray()))
                .isInstanceOf(UnusableKey.class);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void oneChangedCharacterIsADifferentDigest(SoftwareKey key) {
        var changed = change(MessageSigner.sign(message(), key), "ZHYL202603010001", "ZHYL202603010002");

        var verdict = (Verdict.Invalid) strict.verify(read(changed));

        assertThat(codes(verdict)).containsExactly(SignatureCode.DIGEST_DIFFERS);
        assertThat(verdict.foundDigest()).isPresent().get().isNotEqualTo(verdict.expectedDigest());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aSignatureOfAnotherKeyDoesNotVerify(SoftwareKey key) {
        var other = TestKeys.key(key == TestKeys.SM2 ? TestKeys.SM2_ROOT : TestKeys.RSA_ROOT, 7);
        var crossed = new CrossedKey(key, other.certificate());

        assertThat(codes(strict.verify(read(MessageSigner.sign(message(), crossed)))))
                .containsExactly(SignatureCode.VALUE_DOES_NOT_VERIFY);
    }

    @Test
    void theKeyDecidesTheAlgorithm() {
        var crossed = new CrossedKey(TestKeys.RSA, TestKeys.SM2.certificate());

        assertThat(codes(strict.verify(read(MessageSigner.sign(message(), crossed)))))
                .containsExactly(SignatureCode.ALGORITHM_DOES_NOT_FIT_KEY);
    }

    @Test
    void namesTheAlgorithmThatIsNotOurs() {
        var signed = text(MessageSigner.sign(message(), TestKeys.SM2));
        var comments = signed.replace("REC-xml-c14n-20010315", "REC-xml-c14n-20010315#WithComments");
        var sha256 = signed.replace("2022/04/xmldsig#sm3", "2022/04/xmldsig#sha256");
        var mixed = signed.replace(Suite.SM2_SM3.digestMethod(), Suite.RSA_SHA1.digestMethod());
        var other = signed.replace("enveloped-signature", "base64");
        var part = signed.replace("URI=\"\"", "URI=\"#part\"");

        assertThat(codes(verify(comments))).contains(SignatureCode.UNKNOWN_CANONICALIZATION);
        assertThat(codes(verify(sha256))).contains(SignatureCode.UNKNOWN_ALGORITHM);
        assertThat(codes(verify(mixed))).contains(SignatureCode.ALGORITHMS_DO_NOT_PAIR);
        assertThat(codes(verify(other))).contains(SignatureCode.WRONG_TRANSFORM);
        assertThat(codes(verify(part))).contains(SignatureCode.REFERENCE_NOT_WHOLE_DOCUMENT);
    }

    @Test
    void aSecondSignatureIsRefusedAndNeverPicked() {
        var signed = text(MessageSigner.sign(message(), TestKeys.SM2));
        var signature = signed.substring(signed.indexOf("<ds:Signature "), signed.indexOf("</ds:Signature>") + 15);
        var twice = signed.replace(signature, signature + signature);

        assertThat(read(Bytes.utf8(twice)).isValid()).isFalse();
    }

    @Test
    void aSignatureInAnotherPlaceIsNoSignature() {
        var signed = text(MessageSigner.sign(message(), TestKeys.SM2));
        var signature = signed.substring(signed.indexOf("<ds:Signature "), signed.indexOf("</ds:Signature>") + 15);
        var first = signed.replace(signature, "").replace("<ceb:LogisticsStatus>", signature + "<ceb:LogisticsStatus>");
        var inside = signed.replace(signature, "").replace("<ceb:copCode>", signature + "<ceb:copCode>");

        assertThat(read(Bytes.utf8(first)).isValid()).isFalse();
        assertThat(read(Bytes.utf8(inside)).isValid()).isFalse();
        assertThat(strict.verify(read(Bytes.utf8(inside)))).isInstanceOf(Verdict.Absent.class);
    }

    @Test
    void aDocumentAddedAfterSigningIsADifferentDigest() {
        var signed = text(MessageSigner.sign(message(), TestKeys.SM2));
        var document = signed.substring(
                signed.indexOf("<ceb:LogisticsStatus>"), signed.indexOf("</ceb:LogisticsStatus>") + 22);

        assertThat(codes(verify(signed.replace(document, document + document))))
                .containsExactly(SignatureCode.DIGEST_DIFFERS);
    }

    @Test
    void anObjectWithAnotherContentInsideTheSignatureIsRefused() {
        var signed = text(MessageSigner.sign(message(), TestKeys.SM2));
        var wrapped = signed.replace("</ds:Signature>", "<ds:Object Id=\"x\"><a/></ds:Object></ds:Signature>");

        assertThat(verify(wrapped)).isInstanceOf(Verdict.Invalid.class);
    }

    @Test
    void anotherPrefixAfterSigningIsADifferentDigest() {
        var signed = text(MessageSigner.sign(message(), TestKeys.SM2));

        assertThat(codes(verify(signed.replace("ceb:", "x:").replace("xmlns:ceb", "xmlns:x"))))
                .contains(SignatureCode.DIGEST_DIFFERS);
    }

    @Test
    void lenientForgivesOneLineBreakAndSaysSo() {
        var broken = text(MessageSigner.sign(message(), TestKeys.SM2)).replace("</ds:Signature>", "</ds:Signature>\n");

        assertThat(codes(verify(broken))).containsExactly(SignatureCode.DIGEST_DIFFERS);
        assertThat(forgiven(broken)).containsExactly(SignatureCode.FORGAVE_LINE_BREAK);
        assertThat(lenient.verify(read(Bytes.utf8(broken.replace("</ds:Signature>", "</ds:Signature>\n")))))
                .isInstanceOf(Verdict.Invalid.class);
    }

    @Test
    void lenientForgivesSpaceInSignedInfoAndSaysSo() {
        var spaced = text(MessageSigner.sign(message(), TestKeys.SM2)).replace("<ds:Reference ", "\n  <ds:Reference ");

        assertThat(codes(verify(spaced))).containsExactly(SignatureCode.VALUE_DOES_NOT_VERIFY);
        assertThat(forgiven(spaced)).containsExactly(SignatureCode.FORGAVE_SIGNED_INFO_SPACE);
    }

    @Test
    void garbageInTheSignatureIsAFindingNotAFailure() {
        var signed = text(MessageSigner.sign(message(), TestKeys.SM2));
        for (String tag : List.of("DigestValue", "SignatureValue", "X509Certificate")) {
            for (String garbage : List.of("", "!!!", "AAAA", "/".repeat(88))) {
                var bad = signed.replaceAll("<ds:" + tag + ">[^<]*", "<ds:" + tag + ">" + garbage);
                assertThat(verify(bad)).isInstanceOf(Verdict.Invalid.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void certificatesLookLikeThoseOfTheEPort(SoftwareKey key) {
        var parsed = new EnterpriseCertificate(
                Certificates.parse(encoded(key.certificate())).orElseThrow());

        assertThat(parsed.serial()).isEqualTo(key == TestKeys.SM2 ? "0300000000000001" : "01690001");
        assertThat(parsed.enterpriseName()).contains("珠海沙箱测试有限公司");
        assertThat(parsed.belongsTo("91440400MA0000000X")).isTrue();
        assertThat(parsed.belongsTo("91440400MA0000001X")).isFalse();
    }

    @Test
    void theAuthoritySurvivesItsFileAndListsWhatItRevoked() throws Exception {
        var again = SandboxAuthority.load(TestKeys.SM2_ROOT.store(PIN).stream(), PIN, new SecureRandom());
        var crl = again.revocationList(List.of(TestKeys.SM2.certificate().getSerialNumber()), TestKeys.NOW);
        var factory = java.security.cert.CertificateFactory.getInstance("X.509", Sm2.provider());

        TestKeys.SM2.certificate().verify(again.root().getPublicKey(), Sm2.provider());
        assertThat(factory.generateCRL(crl.stream()).isRevoked(TestKeys.SM2.certificate()))
                .isTrue();
    }

    private Verdict verify(String signed) {
        return strict.verify(read(Bytes.utf8(signed)));
    }

    private List<FindingCode> forgiven(String signed) {
        return ((Verdict.Valid) lenient.verify(read(Bytes.utf8(signed))))
                .forgiven().stream().map(Finding::code).toList();
    }

    private static List<FindingCode> codes(Verdict verdict) {
        return ((Verdict.Invalid) verdict)
                .findings().stream().map(Finding::code).toList();
    }

    private Reading.Read read(Bytes bytes) {
        return (Reading.Read) reader.read(bytes);
    }

    private static Bytes message() {
        return Bytes.of(new SpecFile("vectors/ceb513-unsigned.xml").bytes());
    }

    private static Bytes change(Bytes bytes, String from, String to) {
        return Bytes.utf8(text(bytes).replace(from, to));
    }

    private static String text(Bytes bytes) {
        return bytes.utf8();
    }

    private static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with one key and shows the certificate of another. */
    private record CrossedKey(SoftwareKey key, X509Certificate certificate) implements Signer {
        @Override
        public Suite suite() {
            return key.suite();
        }

        @Override
        public Bytes sign(Bytes signedInfo) {
            return key.sign(signedInfo);
        }
    }
}
