package io.kouan.platform.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleExports;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps 5 and 7 of the message gate, on messages of all four business types. */
class GateTest {

    private static final Instant AT = Instant.parse("2026-11-11T02:00:00Z");

    @Test
    void anOpenChannelSendsWhatIsOpen() {
        for (BusinessType type : BusinessType.all()) {
            assertThat(Gate.objection(open(type), inventory(type)))
                    .as(type.toString())
                    .isEmpty();
        }
    }

    @Test
    void h151WhatIsNotOpenIsRefusedAtItsField() {
        for (BusinessType type : BusinessType.all()) {
            var others = new java.util.HashSet<>(BusinessType.all());
            others.remove(type);

            var objection = Gate.objection(new Standing(ChannelState.OPEN, "", others), inventory(type));

            assertThat(objection).as(type.toString()).hasValueSatisfying(finding -> {
                assertThat(finding.code()).isEqualTo(GateCode.BUSINESS_TYPE_NOT_OPEN);
                assertThat(finding.what(Language.ZH)).contains(type.mode().code());
                assertThat(finding.place().path()).endsWith("tradeMode");
                assertThat(finding.cure(Language.EN)).contains("/guide");
            });
        }
    }

    @Test
    void whatSaysNoModeNeedsAnyModeInItsDirection() {
        var order = part(chain(Mode.DIRECT), 0);

        assertThat(Gate.objection(open(new BusinessType(Mode.BONDED, Direction.IMPORT)), order))
                .isEmpty();
        assertThat(Gate.objection(open(new BusinessType(Mode.BONDED, Direction.EXPORT)), order))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(GateCode.BUSINESS_TYPE_NOT_OPEN));
        assertThat(Gate.objection(new Standing(ChannelState.OPEN, "", Set.of()), order))
                .isPresent();
    }

    @Test
    void nothingPassesAChannelThatIsNotOpen() {
        var inventory = inventory(new BusinessType(Mode.DIRECT, Direction.IMPORT));

        assertThat(Gate.objection(Standing.NONE, inventory))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(GateCode.CHANNEL_NOT_OPEN));
        assertThat(Gate.objection(new Standing(ChannelState.CLOSED, "", BusinessType.all()), inventory))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(GateCode.CHANNEL_NOT_OPEN));
        assertThat(Gate.objection(new Standing(ChannelState.SUSPENDED, "证书过期", BusinessType.all()), inventory))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.code()).isEqualTo(GateCode.CHANNEL_SUSPENDED);
                    assertThat(finding.what(Language.ZH)).contains("证书过期");
                });
    }

    @Test
    void aClosedChannelStaysClosed() {
        assertThat(ChannelState.CLOSED.next()).isEmpty();
        assertThat(ChannelState.NOT_OPEN.next()).doesNotContain(ChannelState.SUSPENDED);
    }

    private static Standing open(BusinessType type) {
        return new Standing(ChannelState.OPEN, "", Set.of(type));
    }

    private static CebMessage inventory(BusinessType type) {
        return switch (type.direction()) {
            case IMPORT -> part(chain(type.mode()), 3);
            case EXPORT -> {
                var mode =
                        type.mode() == Mode.DIRECT ? SampleExports.Mode.GENERAL_9610 : SampleExports.Mode.BONDED_1210;
                yield message(new SampleExports(7, AT).export(1, mode).parts().get(3));
            }
        };
    }

    private static SampleChain chain(Mode mode) {
        return new SampleChains(7, AT)
                .chain(1, mode == Mode.DIRECT ? SampleChains.Mode.DIRECT_9610 : SampleChains.Mode.BONDED_1210);
    }

    private static CebMessage part(SampleChain chain, int index) {
        return message(chain.parts().get(index));
    }

    private static CebMessage message(SampleChain.Part part) {
        return SampleChains.message(
                part.type(), part.sender(), "7D5B1C30-6F9B-4B6E-9C55-0A0F3E9B1F01", List.of(part.document()));
    }
}
