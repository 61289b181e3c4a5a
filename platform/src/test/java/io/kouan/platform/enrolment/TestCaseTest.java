package io.kouan.platform.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Place;
import io.kouan.platform.exchange.ExchangeCode;
import io.kouan.platform.exchange.TrialMessage;
import io.kouan.platform.exchange.TrialMessage.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shows a test case, and what does not. */
class TestCaseTest {

    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void aMessageThatWasAcceptedButNotReceiptedShowsNothing() {
        assertThat(shown(message("CEB311", Outcome.ACCEPTED, 0))).isEmpty();
        assertThat(shown(message("CEB311", Outcome.ACCEPTED, 1))).containsExactly(TestCase.VALID);
    }

    @Test
    void whatIsRefusedForAnotherReasonShowsNothing() {
        assertThat(shown(refused("CEB311", ExchangeCode.CERTIFICATE_UNKNOWN))).isEmpty();
        assertThat(shown(refused("CEB311", ExchangeCode.DXP_ID_IS_NOT_CHANNEL))).isEmpty();
    }

    @Test
    void anUnencryptedMessageHasToBeAMessage() {
        assertThat(shown(refused("Unknown", ExchangeCode.NOT_ENCRYPTED))).isEmpty();
        assertThat(shown(refused("CEB311", ExchangeCode.NOT_ENCRYPTED))).containsExactly(TestCase.UNENCRYPTED);
        assertThat(shown(refused("CEB311", ExchangeCode.SIGNATURE_MISSING))).containsExactly(TestCase.UNENCRYPTED);
    }

    @Test
    void aRepeatedIdIsRecognisedByItsContentOrByAConflict() {
        assertThat(shown(message("CEB311", Outcome.REPEATED, 0))).containsExactly(TestCase.REPEATED);
        assertThat(shown(message("CEB311", Outcome.CONFLICT, 0))).containsExactly(TestCase.REPEATED);
    }

    @Test
    void theFirstMessageThatShowsACaseCounts() {
        var first = refused("CEB311", ExchangeCode.COP_CODE_IS_NOT_CHANNEL);
        var second = refused("CEB621", ExchangeCode.COP_CODE_IS_NOT_CHANNEL);

        var results = TestCase.judge(List.of(first, second));

        assertThat(results).hasSize(4);
        assertThat(results.get(TestCase.WRONG_ENTERPRISE.ordinal()).shownBy()).containsSame(first);
    }

    private static List<TestCase> shown(TrialMessage message) {
        return TestCase.judge(List.of(message)).stream()
                .filter(TestCase.Result::passed)
                .map(TestCase.Result::testCase)
                .toList();
    }

    private static TrialMessage message(String type, Outcome outcome, int receipts) {
        return new TrialMessage(AT, "id", type, outcome, List.of(), receipts);
    }

    private static TrialMessage refused(String type, FindingCode code) {
        return new TrialMessage(AT, "id", type, Outcome.REFUSED, List.of(Finding.of(code, Place.WHOLE)), 0);
    }
}
