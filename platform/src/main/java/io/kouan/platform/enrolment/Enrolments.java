package io.kouan.platform.enrolment;

import io.kouan.platform.exchange.TrialMessage;
import io.kouan.platform.exchange.Trials;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.transmission.AddressBlock;
import io.kouan.platform.transmission.InterfaceAccesses;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a record of enrolment says, and what was tried on its test channel. */
@Component
class Enrolments {

    static final String FORM = "api_channel_enrolment";

    /** States in which the test channel takes messages that count. */
    static final String TESTING = "TESTING";

    private static final Set<String> TESTED = Set.of("TESTING", "TESTED", "LIVE", "SUSPENDED");

    private final Trials trials;
    private final InterfaceAccesses accesses;

    Enrolments(Trials trials, InterfaceAccesses accesses) {
        this.trials = trials;
        this.accesses = accesses;
    }

    static String dxpId(FormRecord record) {
        return record.answers().text("dxp_id");
    }

    /** Whether the test channel was opened for it. */
    static boolean hasTest(FormRecord record) {
        return TESTED.contains(record.state());
    }

    /** 访问地址白名单 */
    static List<AddressBlock> addresses(FormRecord record) {
        return record.answers().rows("addresses").stream()
                .map(row -> row.getOrDefault("source_ip", ""))
                .flatMap(text -> AddressBlock.find(text).stream())
                .toList();
    }

    /** The newest messages of the test channel since it was opened. */
    List<TrialMessage> newest(FormRecord record, int most) {
        var dxpId = dxpId(record);
        return accesses.testOpenedAt(dxpId)
                .map(since -> trials.newest(dxpId, since, most))
                .orElse(List.of());
    }

    /** How the four cases stand, judged from what came since the test channel was opened. */
    List<TestCase.Result> results(FormRecord record) {
        var dxpId = dxpId(record);
        return TestCase.judge(accesses.testOpenedAt(dxpId)
                .map(since -> trials.shown(dxpId, since))
                .orElse(List.of()));
    }

    boolean hasPassed(FormRecord record) {
        return hasTest(record) && results(record).stream().allMatch(TestCase.Result::passed);
    }
}
