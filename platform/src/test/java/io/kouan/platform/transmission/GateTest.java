package io.kouan.platform.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleExports;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps 5 to 7 of the message gate, on messages of all four business types. */
class GateTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Optional<InterfaceAccess> LIVE = Optional.of(
            new InterfaceAccess(InterfaceAccess.State.LIVE, "", List.of(AddressBlock.parse("127.0.0.0/8"))));
    private static final Instant AT = Instant.parse("2026-11-11T02:00:00Z");

    @Test
    void anOpenChannelSendsWhatIsOpen() {
        for (BusinessType type : BusinessType.all()) {
            assertThat(Gate.objection(open(type), HERE, inventory(type)))
                    .as(type.toString())
                    .isEmpty();
        }
    }

    @Test
    void h151WhatIsNotOpenIsRefusedAtItsField() {
        for (BusinessType type : BusinessType.all()) {
            var others = new java.util.HashSet<>(BusinessType.all());
            others.remove(type);

            var objection = Gate.objection(standing(ChannelState.OPEN, others), HERE, inventory(type));

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

        assertThat(Gate.objection(open(new BusinessType(Mode.BONDED, Direction.IMPORT)), HERE, order))
                .isEmpty();
        assertThat(Gate.objection(open(new BusinessType(Mode.BONDED, Direction.EXPORT)), HERE, order))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(GateCode.BUSINESS_TYPE_NOT_OPEN));
        assertThat(Gate.objection(standing(ChannelState.OPEN, Set.of()), HERE, order))
                .isPresent();
    }

    @Test
    void nothingPassesAChannelThatIsNotOpen() {
        var inventory = inventory(new BusinessType(Mode.DIRECT, Direction.IMPORT));

        assertThat(Gate.objection(Standing.NONE, HERE, inventory))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(GateCode.CHANNEL_NOT_OPEN));
        assertThat(Gate.objection(standing(ChannelState.CLOSED, BusinessType.all()), HERE, inventory))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(GateCode.CHANNEL_NOT_OPEN));
        assertThat(Gate.objection(
                        new Standing(ChannelState.SUSPENDED, "证书过期", LIVE, BusinessType.all()), HERE, inventory))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.code()).isEqualTo(GateCode.CHANNEL_SUSPENDED);
                    assertThat(finding.what(Language.ZH)).contains("证书过期");
                });
    }

    @Test
    void h171AnInterfaceSendsOnlyFromWhereItSaidItWould() {
        var standing = with(InterfaceAccess.State.LIVE, "203.0.113.0/24", "198.51.100.7");
        var message = inventory(new BusinessType(Mode.DIRECT, Direction.IMPORT));

        for (String source : List.of("203.0.113.1", "203.0.113.255", "198.51.100.7", "::ffff:198.51.100.7")) {
            assertThat(Gate.objection(standing, InetAddress.ofLiteral(source), message))
                    .as(source)
                    .isEmpty();
        }
        for (String source : List.of("203.0.112.255", "198.51.100.8", "127.0.0.1", "::1", "2001:db8::1")) {
            assertThat(refusal(standing, source)).as(source).isEqualTo(GateCode.SOURCE_NOT_PERMITTED);
        }
        assertThat(Gate.objection(standing, InetAddress.ofLiteral("127.0.0.1"), message))
                .hasValueSatisfying(
                        finding -> assertThat(finding.what(Language.ZH)).contains("127.0.0.1"));
        assertThat(refusal(with(InterfaceAccess.State.LIVE), "203.0.113.1")).isEqualTo(GateCode.SOURCE_NOT_PERMITTED);
    }

    @Test
    void anInterfaceThatIsNotLiveSendsNothingFromAnywhere() {
        assertThat(refusal(with(InterfaceAccess.State.NONE, "0.0.0.0/0"), "203.0.113.1"))
                .isEqualTo(GateCode.INTERFACE_NOT_LIVE);
        assertThat(refusal(with(InterfaceAccess.State.TESTING, "0.0.0.0/0"), "203.0.113.1"))
                .isEqualTo(GateCode.INTERFACE_NOT_LIVE);
        assertThat(refusal(with(InterfaceAccess.State.SUSPENDED, "0.0.0.0/0"), "203.0.113.1"))
                .isEqualTo(GateCode.CHANNEL_SUSPENDED);
    }

    @Test
    void whoSendsWithTheClientIsNotAskedForAnAddress() {
        var client = new Standing(ChannelState.OPEN, "", Optional.empty(), BusinessType.all());

        assertThat(Gate.objection(client, HERE, inventory(new BusinessType(Mode.DIRECT, Direction.IMPORT))))
                .isEmpty();
    }

    @Test
    void addressesAreReadStrictly() {
        assertThat(AddressBlock.find("203.0.113.0/33")).isEmpty();
        assertThat(AddressBlock.find("203.0.113.0/-1")).isEmpty();
        assertThat(AddressBlock.find("203.0.113.0/x")).isEmpty();
        assertThat(AddressBlock.find("port.example")).isEmpty();
        assertThat(AddressBlock.find("")).isEmpty();
        assertThat(AddressBlock.parse("2001:db8::/32").holds(InetAddress.ofLiteral("2001:db8:1::1")))
                .isTrue();
        assertThat(AddressBlock.parse("203.0.113.0/24")).hasToString("203.0.113.0/24");
    }

    @Test
    void aClosedChannelStaysClosed() {
        assertThat(ChannelState.CLOSED.next()).isEmpty();
        assertThat(ChannelState.NOT_OPEN.next()).doesNotContain(ChannelState.SUSPENDED);
    }

    private static Standing open(BusinessType type) {
        return standing(ChannelState.OPEN, Set.of(type));
    }

    private static Standing standing(ChannelState state, Set<BusinessType> open) {
        return new Standing(state, "", LIVE, open);
    }

    private static Standing with(InterfaceAccess.State state, String... permitted) {
        var blocks = java.util.Arrays.stream(permitted).map(AddressBlock::parse).toList();
        var access = new InterfaceAccess(state, "例行检查", blocks);
        return new Standing(ChannelState.OPEN, "", Optional.of(access), BusinessType.all());
    }

    private static GateCode refusal(Standing standing, String source) {
        var message = inventory(new BusinessType(Mode.DIRECT, Direction.IMPORT));
        return (GateCode) Gate.objection(standing, InetAddress.ofLiteral(source), message)
                .orElseThrow()
                .code();
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
