package io.kouan.ceb.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.message.SignatureShape;
import io.kouan.ceb.spec.SpecFile;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on the signature: whatever is done to a signed message, it is refused, or it says what was signed. */
class HostileSignatureTest {

    private static final String UNSIGNED = new SpecFile("vectors/ceb513-unsigned.xml").text();
    private static final String SIGNED =
            MessageSigner.sign(Bytes.utf8(UNSIGNED), TestKeys.SM2).utf8();
    private static final String SIGNATURE = SIGNED.substring(
            SIGNED.indexOf("<ds:Signature "), SIGNED.indexOf("</ds:Signature>") + "</ds:Signature>".length());

    private final MessageReader reader = new MessageReader(Limits.STANDARD);
    private final SignatureVerifier strict = new SignatureVerifier(Strictness.STRICT, CertificateLookup.NONE);
    private final SignatureVerifier lenient = new SignatureVerifier(Strictness.LENIENT, CertificateLookup.NONE);

    @Test
    void aSecondSignatureSpeaksAgainstTheFirst() {
        var foreign = MessageSigner.sign(Bytes.utf8(UNSIGNED), TestKeys.RSA).utf8();
        var other = foreign.substring(
                foreign.indexOf("<ds:Signature "), foreign.indexOf("</ds:Signature>") + "</ds:Signature>".length());

        assertThat(refusals(SIGNED.replace(SIGNATURE, SIGNATURE + SIGNATURE)))
                .contains(SignatureShape.SECOND_SIGNATURE);
        assertThat(refusals(SIGNED.replace(SIGNATURE, SIGNATURE + other))).contains(SignatureShape.SECOND_SIGNATURE);
        assertThat(refusals(SIGNED.replace(SIGNATURE, other + SIGNATURE))).contains(SignatureShape.SECOND_SIGNATURE);
    }

    @Test
    void aSignatureThatWasMovedSpeaksAgainstItself() {
        var first = UNSIGNED.replace("<ceb:LogisticsStatus>", SIGNATURE + "<ceb:LogisticsStatus>");
        var between = UNSIGNED.replace("<ceb:BaseTransfer>", SIGNATURE + "<ceb:BaseTransfer>");

        assertThat(refusals(first)).contains(SignatureShape.MISPLACED_SIGNATURE);
        assertThat(refusals(between)).contains(SignatureShape.MISPLACED_SIGNATURE);
    }

    @Test
    void theSignedMessageInsideAnotherSignsNothing() {
        var inner = SIGNED.substring(SIGNED.indexOf("<ceb:CEB513Message"));
        var evil = inner.replace("ZHYL202603010001", "EVIL").replace(SIGNATURE, "");
        var wrapped = List.of(
                evil.replace("</ceb:CEB513Message>", inner + "</ceb:CEB513Message>"),
                evil.replace(
                        "</ceb:CEB513Message>",
                        SIGNATURE.replace("</ds:Signature>", "<ds:Object>" + inner + "</ds:Object></ds:Signature>")
                                + "</ceb:CEB513Message>"),
                evil.replace(
                        "</ceb:CEB513Message>",
                        "<ceb:Wrapper>" + inner + "</ceb:Wrapper>" + SIGNATURE + "</ceb:CEB513Message>"),
                evil.replace("<ceb:LogisticsStatus>", "<ceb:LogisticsStatus>" + SIGNATURE));
        for (String message : wrapped) {
            assertThat(standsFor(message)).as(message).isFalse();
        }
    }

    @Test
    void aReferenceToAPartIsRefusedEvenWhereTheIdExistsTwice() {
        for (String uri : List.of("#x", "#xpointer(/)", "#xpointer(id('x'))", "http://evil/", "?", " ")) {
            var referring = SIGNED.replace("URI=\"\"", "URI=\"" + uri + "\"")
                    .replace("<ceb:BaseTransfer>", "<ceb:BaseTransfer Id=\"x\">")
                    .replace("<ceb:LogisticsStatus>", "<ceb:LogisticsStatus Id=\"x\">");
            assertThat(refusals(referring)).contains(SignatureCode.REFERENCE_NOT_WHOLE_DOCUMENT);
        }
        assertThat(refusals(SIGNED.replace(" URI=\"\"", ""))).contains(SignatureCode.REFERENCE_NOT_WHOLE_DOCUMENT);
    }

    @Test
    void aSecondReferenceOrTransformIsRefused() {
        var reference = SIGNED.substring(
                SIGNED.indexOf("<ds:Reference "), SIGNED.indexOf("</ds:Reference>") + "</ds:Reference>".length());
        var transform = SIGNED.substring(
                SIGNED.indexOf("<ds:Transform "), SIGNED.indexOf("</ds:Transform>") + "</ds:Transform>".length());
        var xslt = "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"></ds:Transform>";

        assertThat(refusals(SIGNED.replace(reference, reference + reference))).contains(SignatureShape.REPEATED_PART);
        assertThat(refusals(SIGNED.replace(transform, transform + transform))).contains(SignatureCode.WRONG_TRANSFORM);
        assertThat(refusals(SIGNED.replace(transform, transform + xslt))).contains(SignatureCode.WRONG_TRANSFORM);
        assertThat(refusals(SIGNED.replace(transform, ""))).contains(SignatureCode.WRONG_TRANSFORM);
        assertThat(refusals(
                        SIGNED.replace("<ds:DigestValue>", "<ds:DigestValue>AAAA</ds:DigestValue><ds:DigestValue>")))
                .contains(SignatureShape.REPEATED_PART);
        assertThat(refusals(SIGNED.replace("<ds:KeyInfo>", "<ds:KeyInfo></ds:KeyInfo><ds:KeyInfo>")))
                .contains(SignatureShape.REPEATED_PART);
    }

    @Test
    void whateverIsNotKnownIsRefusedNotPassedOver() {
        var parts = List.of(
                "<ds:Manifest></ds:Manifest>", "<ds:Object></ds:Object>", "<x xmlns=\"urn:x\"></x>", "<ds:KeyInfo/>");
        for (String part : parts) {
            assertThat(refusals(SIGNED.replace("</ds:Signature>", part + "</ds:Signature>")))
                    .isNotEmpty();
            assertThat(refusals(SIGNED.replace("</ds:SignedInfo>", part + "</ds:SignedInfo>")))
                    .isNotEmpty();
        }
        assertThat(refusals(SIGNED.replace("<ds:KeyName>", "<ds:RetrievalMethod URI=\"http://evil/\"/><ds:KeyName>")))
                .contains(SignatureShape.UNKNOWN_PART);
        assertThat(refusals(SIGNED.replaceAll("<ds:SignatureValue>.*</ds:SignatureValue>", "")))
                .contains(SignatureShape.MISSING_PART);
    }

    @Test
    void theSamePartInAnotherNamespaceIsNotThatPart() {
        var other = SIGNED.replace("http://www.w3.org/2000/09/xmldsig#\"", "http://www.w3.org/2000/09/xmldsig\"");
        var inner = SIGNED.replace("<ds:DigestValue>", "<DigestValue xmlns=\"urn:x\">")
                .replace("</ds:DigestValue>", "</DigestValue>");

        assertThat(strict.verify(read(other))).isInstanceOf(Verdict.Absent.class);
        assertThat(refusals(inner)).contains(SignatureShape.UNKNOWN_PART);
    }

    @Test
    void commentsCannotHideOrShowAnything() {
        var cut = SIGNED.replace("ZHYL202603010001", "ZHYL2026<!-- x -->03010001");
        var hidden = SIGNED.replace("ZHYL202603010001", "<!--ZHYL202603010001-->EVIL");
        var inDigest = SIGNED.replace("<ds:DigestValue>", "<ds:DigestValue><!-- x -->");

        assertThat(strict.verify(read(cut)))
                .as("the canonical form has no comments")
                .isInstanceOf(Verdict.Valid.class);
        assertThat(logisticsNo(read(cut).message())).isEqualTo("ZHYL202603010001");
        assertThat(refusals(hidden)).containsExactly(SignatureCode.DIGEST_DIFFERS);
        assertThat(strict.verify(read(inDigest))).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void garbageInBase64IsNotReadAroundTheEdges() {
        assertThat(refusals(SIGNED.replace("<ds:SignatureValue>", "<ds:SignatureValue>*")))
                .contains(SignatureShape.NOT_BASE64);
        assertThat(refusals(SIGNED.replace("</ds:DigestValue>", "=</ds:DigestValue>")))
                .contains(SignatureShape.NOT_BASE64);
        assertThat(strict.verify(read(SIGNED.replace("<ds:SignatureValue>", "<ds:SignatureValue>\n  "))))
                .as("line breaks are Base64 too")
                .isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void anSm2ValueInDerIsRefused() {
        var raw = Base64.getDecoder().decode(between("<ds:SignatureValue>", "</ds:SignatureValue>"));
        var sequence = new org.bouncycastle.asn1.DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
            new org.bouncycastle.asn1.ASN1Integer(new BigInteger(1, raw, 0, 32)),
            new org.bouncycastle.asn1.ASN1Integer(new BigInteger(1, raw, 32, 32))
        });
        try {
            var der = Base64.getEncoder().encodeToString(sequence.getEncoded());
            assertThat(refusals(SIGNED.replaceAll("<ds:SignatureValue>[^<]*", "<ds:SignatureValue>" + der)))
                    .containsExactly(SignatureCode.VALUE_DOES_NOT_VERIFY);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anRsaValueThatIsNotAValueIsRefused() {
        var signed = MessageSigner.sign(Bytes.utf8(UNSIGNED), TestKeys.RSA).utf8();
        var modulus = ((java.security.interfaces.RSAPublicKey)
                        TestKeys.RSA.certificate().getPublicKey())
                .getModulus();
        var values = Stream.of(BigInteger.ZERO, BigInteger.ONE, modulus, modulus.subtract(BigInteger.ONE))
                .map(number -> org.bouncycastle.util.BigIntegers.asUnsignedByteArray(256, number));
        for (byte[] value : Stream.concat(values, Stream.of(new byte[0], new byte[1], new byte[255], new byte[257]))
                .toList()) {
            var text = Base64.getEncoder().encodeToString(value);
            assertThat(refusals(signed.replaceAll("<ds:SignatureValue>[^<]*", "<ds:SignatureValue>" + text)))
                    .containsExactly(SignatureCode.VALUE_DOES_NOT_VERIFY);
        }
    }

    @Test
    void lenientForgivesTheTwoDeviationsTogetherAsTheyWereSeen() {
        var seen = SIGNED.replace("<ds:SignedInfo>", "<ds:SignedInfo>\n  ")
                .replace("</ds:Reference>", "\n</ds:Reference>\n")
                .replace("</ds:Signature>", "</ds:Signature>\n");

        assertThat(((Verdict.Valid) lenient.verify(read(seen))).forgiven())
                .extracting(Finding::code)
                .containsExactly(SignatureCode.FORGAVE_LINE_BREAK, SignatureCode.FORGAVE_SIGNED_INFO_SPACE);
    }

    @Test
    void lenientForgivesNothingElse() {
        var both = List.of(
                SIGNED.replace("</ds:Signature>", "</ds:Signature> "),
                SIGNED.replace("</ds:Signature>", "</ds:Signature>\t"),
                SIGNED.replace("</ds:Signature>", "</ds:Signature>\n\n"),
                SIGNED.replace(SIGNATURE, "\n" + SIGNATURE + "\n\n"),
                SIGNED.replace("</ceb:LogisticsStatus>", "</ceb:LogisticsStatus>\n"),
                SIGNED.replace("ZHYL202603010001", "ZHYL202603010001\n"),
                SIGNED.replace("URI=\"\"", "URI=\"\" Type=\"x\""));
        for (String message : both) {
            assertThat(lenient.verify(read(message))).as(message).isInstanceOf(Verdict.Invalid.class);
        }
    }

    @Test
    void lenientTakesTheSeenNamesOnlyAsThePairThatWasSeen() {
        var seen = signedWith("http://www.w3.org/2000/09/xmldsig#sm2-sm3", Suite.RSA_SHA1);
        var never = signedWith("http://www.w3.org/2000/09/xmldsig#sm2-sm3", Suite.SM2_SM3);

        assertThat(((Verdict.Valid) lenient.verify(read(seen))).forgiven())
                .extracting(Finding::code)
                .containsExactly(SignatureCode.FORGAVE_ALGORITHM_NAMES);
        assertThat(refusals(seen)).contains(SignatureCode.UNKNOWN_ALGORITHM);
        assertThat(lenient.verify(read(never))).isInstanceOf(Verdict.Invalid.class);
    }

    static Stream<SoftwareKey> keys() {
        return Stream.of(TestKeys.SM2, TestKeys.RSA);
    }

    /** The property that everything else is for. */
    @ParameterizedTest
    @MethodSource("keys")
    void whatStandsSaysWhatWasSigned(SoftwareKey key) {
        var signed = MessageSigner.sign(Bytes.utf8(UNSIGNED), key);
        var original = read(signed.utf8()).message();
        var random = new SplittableRandom(20260301);
        int standing = 0;
        for (int i = 0; i < 6_000; i++) {
            var mutated = SignedMutations.of(signed, random);
            if (reader.read(mutated) instanceof Reading.Read read) {
                for (SignatureVerifier verifier : List.of(strict, lenient)) {
                    if (verifier.verify(read) instanceof Verdict.Valid) {
                        standing++;
                        assertThat(read.message()).as(mutated.utf8()).isEqualTo(original);
                    }
                }
            }
        }
        assertThat(standing)
                .as("some changes do not matter, or the test would prove nothing")
                .isPositive();
    }

    /** Valid, and yet saying something else than what was signed. */
    private boolean standsFor(String message) {
        return reader.read(Bytes.utf8(message)) instanceof Reading.Read read
                && read.isValid()
                && strict.verify(read) instanceof Verdict.Valid;
    }

    private String signedWith(String signatureMethod, Suite digest) {
        var value = Base64.getEncoder()
                .encodeToString(Digests.of(digest, read(UNSIGNED).canonical()).array());
        var draft = SIGNED.replace(Suite.SM2_SM3.signatureMethod(), signatureMethod)
                .replace(Suite.SM2_SM3.digestMethod(), digest.digestMethod())
                .replaceAll("<ds:DigestValue>[^<]*", "<ds:DigestValue>" + value);
        var signature = TestKeys.SM2.sign(read(draft).signature().orElseThrow().signedInfo());
        return draft.replaceAll(
                "<ds:SignatureValue>[^<]*",
                "<ds:SignatureValue>" + Base64.getEncoder().encodeToString(signature.array()));
    }

    private List<FindingCode> refusals(String message) {
        return ((Verdict.Invalid) strict.verify(read(message)))
                .findings().stream().map(Finding::code).toList();
    }

    private Reading.Read read(String message) {
        return (Reading.Read) reader.read(Bytes.utf8(message));
    }

    private static String logisticsNo(CebMessage message) {
        return message.documents().getFirst().head().text("logisticsNo");
    }

    private static String between(String from, String to) {
        int start = SIGNED.indexOf(from) + from.length();
        return SIGNED.substring(start, SIGNED.indexOf(to, start));
    }
}
