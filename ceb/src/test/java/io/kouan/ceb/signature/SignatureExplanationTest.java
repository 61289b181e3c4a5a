package io.kouan.ceb.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.CertificateCheck;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.signature.SignatureExplanation.Outcome;
import io.kouan.ceb.signature.SignatureExplanation.Result;
import io.kouan.ceb.spec.SpecFile;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureExplanationTest {

    private static final String SIGNED = MessageSigner.sign(
                    Bytes.of(new SpecFile("vectors/ceb513-unsigned.xml").bytes()), TestKeys.SM2)
            .utf8();

    private final SignatureVerifier strict = new SignatureVerifier(Strictness.STRICT, CertificateLookup.NONE);
    private final SignatureVerifier lenient = new SignatureVerifier(Strictness.LENIENT, CertificateLookup.NONE);
    private final CertificateCheck sandbox = new CertificateCheck(List.of(TestKeys.SM2_ROOT.root()), List.of());

    @Test
    void everyStepOfAGoodSignatureHolds() {
        var explained = SignatureExplanation.of(read(SIGNED), strict, sandbox, TestKeys.NOW.plus(Duration.ofDays(1)));

        assertThat(explained.outcome()).isEqualTo(Outcome.STANDS);
        assertThat(explained.suite()).contains(Suite.SM2_SM3);
        assertThat(explained.steps())
                .extracting(SignatureExplanation.Step::result)
                .containsOnly(Result.HOLDS);
        assertThat(explained.steps()).hasSize(VerificationStep.values().length);
        assertThat(explained.certificate().orElseThrow().serial()).isEqualTo("0300000000000001");
        assertThat(explained.canonical().utf8()).isEqualTo(new SpecFile("vectors/ceb513-unsigned.xml").text());
        assertThat(explained.signedInfo().utf8()).startsWith("<ds:SignedInfo xmlns:ceb=");
        assertThat(explained.expectedDigest()).isEqualTo(explained.foundDigest());
    }

    @Test
    void aChangedMessageFailsAtItsDigestAndNowhereElse() {
        var explained = SignatureExplanation.of(read(SIGNED.replace("ZHYL20260301", "ZHYL20260302")), strict);

        assertThat(explained.outcome()).isEqualTo(Outcome.FALLS);
        assertThat(results(explained))
                .containsEntry(VerificationStep.DIGEST, Result.FAILS)
                .containsEntry(VerificationStep.VALUE, Result.HOLDS)
                .containsEntry(VerificationStep.TRUST, Result.NOT_CHECKED);
        assertThat(explained.findings()).extracting(Finding::code).containsExactly(SignatureCode.DIGEST_DIFFERS);
        assertThat(explained.expectedDigest()).isNotEqualTo(explained.foundDigest());
    }

    @Test
    void whatCannotBeCheckedIsNotSaidToHold() {
        var seen = SIGNED.replace(Suite.SM2_SM3.signatureMethod(), "http://www.w3.org/2000/09/xmldsig#sm2-sm3");
        var named = SIGNED.replaceAll("<ds:X509Data>.*</ds:X509Data>", "");
        var unknown = SIGNED.replace("2022/04/xmldsig#sm3", "2022/04/xmldsig#sm4");

        assertThat(results(SignatureExplanation.of(read(seen), strict)))
                .containsEntry(VerificationStep.ALGORITHMS, Result.FAILS)
                .containsEntry(VerificationStep.VALUE, Result.NOT_CHECKED);
        assertThat(results(SignatureExplanation.of(read(named), strict)))
                .containsEntry(VerificationStep.CERTIFICATE, Result.FAILS)
                .containsEntry(VerificationStep.VALUE, Result.NOT_CHECKED);
        assertThat(results(SignatureExplanation.of(read(unknown), strict)))
                .containsEntry(VerificationStep.DIGEST, Result.NOT_CHECKED);
    }

    @Test
    void whatWasForgivenIsShownAsForgiven() {
        var broken = SIGNED.replace("</ds:Signature>", "</ds:Signature>\n");

        var explained = SignatureExplanation.of(read(broken), lenient);

        assertThat(explained.outcome()).isEqualTo(Outcome.STANDS);
        assertThat(results(explained)).containsEntry(VerificationStep.DIGEST, Result.FORGIVEN);
    }

    @Test
    void aCertificateOutOfForceFailsAtTrust() {
        var explained =
                SignatureExplanation.of(read(SIGNED), strict, sandbox, TestKeys.NOW.plus(Duration.ofDays(4000)));

        assertThat(explained.outcome()).isEqualTo(Outcome.FALLS);
        assertThat(results(explained))
                .containsEntry(VerificationStep.VALUE, Result.HOLDS)
                .containsEntry(VerificationStep.TRUST, Result.FAILS);
    }

    @Test
    void anUnsignedMessageHasNoSteps() {
        var explained = SignatureExplanation.of(read(new SpecFile("vectors/ceb513-unsigned.xml").text()), strict);

        assertThat(explained.outcome()).isEqualTo(Outcome.ABSENT);
        assertThat(explained.steps()).isEmpty();
    }

    @Test
    void everyStepHasATitleInBothLanguages() {
        for (VerificationStep step : VerificationStep.values()) {
            assertThat(step.title(Language.ZH)).isNotBlank().isNotEqualTo(step.title(Language.EN));
            assertThat(step.title(Language.EN)).isNotBlank();
        }
    }

    private static Map<VerificationStep, Result> results(SignatureExplanation explained) {
        var results = new EnumMap<VerificationStep, Result>(VerificationStep.class);
        explained.steps().forEach(step -> results.put(step.step(), step.result()));
        return results;
    }

    private static Reading.Read read(String text) {
        return (Reading.Read) new MessageReader(Limits.STANDARD).read(Bytes.utf8(text));
    }
}
