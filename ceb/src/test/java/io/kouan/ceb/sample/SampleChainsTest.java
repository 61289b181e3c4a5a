package io.kouan.ceb.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.lint.Linter;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.message.SyntaxCode;
import io.kouan.ceb.sample.SampleChains.Mode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleChainsTest {

    private final SampleChains chains = new SampleChains(42, Instant.parse("2026-11-11T02:00:00Z"));

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyDocumentPassesTheSchema(Mode mode) {
        var reader = new MessageReader(Limits.STANDARD);
        for (long i = 0; i < 200; i++) {
            for (var part : chains.chain(i, mode).parts()) {
                var message = SampleChains.message(
                        part.type(),
                        part.sender(),
                        SampleChains.guid(new SplittableRandom(i)),
                        List.of(part.document()));
                var read = (Reading.Read) reader.read(MessageWriter.write(message));
                assertThat(read.findings()).allMatch(f -> f.code() == SyntaxCode.SIGNATURE_MISSING);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameChain() {
        var again = new SampleChains(42, Instant.parse("2026-11-11T02:00:00Z"));

        assertThat(again.chain(7, Mode.DIRECT_9610)).isEqualTo(chains.chain(7, Mode.DIRECT_9610));
        assertThat(again.chain(8, Mode.DIRECT_9610)).isNotEqualTo(chains.chain(7, Mode.DIRECT_9610));
    }

    @Test
    void amountsAddUp() {
        for (long i = 0; i < 200; i++) {
            var order = chains.chain(i, Mode.BONDED_1210).order();
            var lines = order.lines().stream()
                    .map(line -> new BigDecimal(line.text("totalPrice")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var head = order.head();
            assertThat(new BigDecimal(head.text("goodsValue"))).isEqualByComparingTo(lines);
            assertThat(new BigDecimal(head.text("acturalPaid")))
                    .isEqualByComparingTo(
                            lines.add(new BigDecimal(head.text("freight"))).add(new BigDecimal(head.text("taxTotal"))));
            assertThat(lines).isLessThan(new BigDecimal("5000"));
        }
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void aDefectChangesTheChain(Defect defect) {
        var chain = chains.chain(1, Mode.DIRECT_9610);

        var broken = defect.in(chain);

        assertThat(broken).isNotEqualTo(chain);
        for (var part : broken.parts()) {
            assertThat(Linter.standard().check(Catalogue.standard().type(part.type()), part.document()))
                    .as("each document by itself is right")
                    .isEmpty();
        }
    }
}
