package io.kouan.ceb.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.lint.Linter;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.message.SyntaxCode;
import io.kouan.ceb.sample.SampleChain.Part;
import io.kouan.ceb.sample.SampleExports.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleExportsTest {

    private static final Instant AT = Instant.parse("2026-11-11T02:00:00Z");

    private final SampleExports exports = new SampleExports(42, AT);
    private final SampleFollowUps followUps = new SampleFollowUps(AT);

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyExportPassesSchemaContentAndRules(Mode mode) {
        for (long i = 0; i < 100; i++) {
            exports.export(i, mode).parts().forEach(SampleExportsTest::isRight);
        }
    }

    @Test
    void whatFollowsPassesToo() {
        var two = List.of(exports.export(1, Mode.GENERAL_9610), exports.export(3, Mode.GENERAL_9610));
        var chain = new SampleChains(42, AT).chain(5, SampleChains.Mode.DIRECT_9610);
        var parts = new ArrayList<Part>();
        parts.add(followUps.delivered(chain));
        parts.add(followUps.cancel(chain, "57912026I000000001"));
        parts.add(followUps.giveBack(chain, "57912026I000000001"));
        parts.add(followUps.inList(List.of(chain)));
        parts.add(followUps.arrived(two));
        parts.add(followUps.departed(two));
        parts.add(followUps.master(two));
        parts.add(followUps.summary(two.getFirst().agent(), List.of("57952026E000000001", "57952026E000000002")));
        parts.add(followUps.cancel(two.getFirst(), "57952026E000000001"));
        parts.add(followUps.comeBack(two.getFirst(), "57952026E000000001"));
        parts.add(followUps.tallied(two.getFirst(), "57952026E000000001"));

        parts.forEach(SampleExportsTest::isRight);
        assertThat(parts).extracting(Part::type).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameExport() {
        var again = new SampleExports(42, AT);

        assertThat(again.export(7, Mode.BONDED_1210)).isEqualTo(exports.export(7, Mode.BONDED_1210));
        assertThat(again.export(8, Mode.BONDED_1210)).isNotEqualTo(exports.export(7, Mode.BONDED_1210));
    }

    private static void isRight(Part part) {
        var message = SampleChains.message(
                part.type(), part.sender(), SampleChains.guid(new SplittableRandom(1)), List.of(part.document()));

        assertThat(Linter.standard().lint(MessageWriter.write(message)).findings())
                .as(part.type())
                .filteredOn(Finding::isError)
                .allMatch(finding -> finding.code() == SyntaxCode.SIGNATURE_MISSING);
    }
}
