package io.kouan.ceb.sample.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.CertificateCheck;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.Opened;
import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.envelope.Unsealed;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.finding.Severity;
import io.kouan.ceb.lint.Linter;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.CertificateLookup;
import io.kouan.ceb.signature.SignatureVerifier;
import io.kouan.ceb.signature.Signer;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.Strictness;
import io.kouan.ceb.signature.Suite;
import io.kouan.ceb.signature.TestKeys;
import io.kouan.ceb.signature.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenSamplesTest {

    /** What lies in the authority's decisions and not in bytes that an enterprise sends. */
    private static final Set<String> NOT_IN_BYTES = Set.of("CEB-5102", "CEB-5103", "CEB-5104", "CEB-5105", "CEB-5106");

    /** Where one mistake is two by its nature. */
    private static final Map<String, Set<String>> COMPANIONS = Map.of(
            "CEB-1103", Set.of("CEB-5008"), // without a value nothing verifies
            "CEB-1104", Set.of("CEB-5008"),
            "CEB-1105", Set.of("CEB-2005"), // the schema says the same about the element
            "CEB-1106", Set.of("CEB-2003"),
            "CEB-2018", Set.of("CEB-3001"), // the fixed value is all that the table holds
            "CEB-4029", Set.of("CEB-3001"), // an import order's table holds import types only
            "CEB-4005", Set.of("CEB-4001")); // nobody pays less than nothing

    private static final CertificateCheck CHECK =
            new CertificateCheck(List.of(TestKeys.SM2_ROOT.root(), TestKeys.RSA_ROOT.root()), List.of());
    private static final Map<SampleEnterprise, Signer> CARDS = cards();
    private static final SoftwareKey PORT = port();
    private static final BrokenSamples SAMPLES =
            new BrokenSamples(TestKeys.NOW, new BrokenSamples.Keys(CARDS::get, PORT.certificate()));

    static Stream<String> codes() {
        return SAMPLES.codes().stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aSampleHasItsFindingAndNoOther(String code) {
        var expected = new TreeSet<>(COMPANIONS.getOrDefault(code, Set.of()));
        expected.add(code);

        assertThat(found(code, SAMPLES.forCode(code).orElseThrow())).isEqualTo(expected);
    }

    @Test
    void everyFindingOfTheLibraryHasASampleOrAReasonWhyNot() {
        var all = FindingTexts.all().stream()
                .map(FindingText::code)
                .filter(code -> code.startsWith("CEB-"))
                .collect(Collectors.toCollection(TreeSet::new));
        var covered = new TreeSet<>(SAMPLES.codes());
        covered.addAll(NOT_IN_BYTES);

        assertThat(covered).isEqualTo(all);
        assertThat(SAMPLES.codes()).doesNotContainAnyElementsOf(NOT_IN_BYTES);
        assertThat(SAMPLES.forCode("CEB-9999")).isEmpty();
    }

    private static Set<String> found(String code, Bytes sample) {
        Collection<Finding> findings = switch (code.substring(0, "CEB-60".length())) {
            case "CEB-60" -> ((Opened.Malformed) DxpEnvelope.open(sample)).findings();
            case "CEB-61" -> ((Unsealed.Closed) Sealing.open(sample, PORT.certificate(), PORT.privateKey())).findings();
            default -> message(sample, isForgiven(code) ? Strictness.LENIENT : Strictness.STRICT);
        };
        return findings.stream().map(finding -> finding.code().code()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isForgiven(String code) {
        return code.startsWith("CEB-5")
                && FindingTexts.all().stream()
                        .anyMatch(text -> text.code().equals(code) && text.severity() == Severity.WARNING);
    }

    private static List<Finding> message(Bytes sample, Strictness strictness) {
        var report = Linter.standard().lint(sample);
        var findings = new ArrayList<>(report.findings());
        if (report.reading() instanceof Reading.Read read) {
            switch (new SignatureVerifier(strictness, CertificateLookup.NONE).verify(read)) {
                case Verdict.Absent _ -> {}
                case Verdict.Invalid invalid -> findings.addAll(invalid.findings());
                case Verdict.Valid valid -> {
                    findings.addAll(valid.forgiven());
                    findings.addAll(CHECK.check(valid.certificate(), TestKeys.NOW, Place.WHOLE));
                }
            }
        }
        return findings;
    }

    private static Map<SampleEnterprise, Signer> cards() {
        var cards = new HashMap<SampleEnterprise, Signer>();
        for (SampleEnterprise enterprise : SampleWorld.enterprises()) {
            var root = enterprise.suite() == Suite.SM2_SM3 ? TestKeys.SM2_ROOT : TestKeys.RSA_ROOT;
            cards.put(enterprise, TestKeys.key(root, 500 + cards.size()));
        }
        return cards;
    }

    private static SoftwareKey port() {
        var keys = TestKeys.SM2_ROOT.newKeys();
        var subject = new SandboxAuthority.Subject("珠海沙箱口岸", "91440400MA0000000X", "口岸");
        return new SoftwareKey(
                keys.getPrivate(),
                TestKeys.SM2_ROOT.issueForSealing(
                        subject, keys.getPublic(), 950, TestKeys.NOW, TestKeys.NOW.plus(Duration.ofDays(365))));
    }
}
