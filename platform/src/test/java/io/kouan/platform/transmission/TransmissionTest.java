package io.kouan.platform.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.DxpUser.State;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels, keys, DXP users and business types through the real door. */
class TransmissionTest {

    private static final TestPort PORT = TestPort.shared();

    private final Member merchant = PORT.member(Role.MERCHANT);
    private final ChannelControl channels = PORT.bean(ChannelControl.class);
    private final BusinessTypes businessTypes = PORT.bean(BusinessTypes.class);
    private final DxpUsers users = PORT.bean(DxpUsers.class);
    private final String dxpId = merchant.enterprise().dxpId();
    private final long enterprise = channels.find(dxpId).orElseThrow().enterpriseId();
    private final Actor centre = officer("centre", io.kouan.platform.accounts.Role.DC_TRANSMISSION);
    private final Actor second = officer("centre2", io.kouan.platform.accounts.Role.DC_TRANSMISSION);

    @AfterEach
    void asItWas() {
        businessTypes.open(enterprise, Realm.CUSTOMS, BusinessType.all(), "", "system");
        var channel = channels.find(dxpId).orElseThrow();
        if (channel.state() == ChannelState.SUSPENDED) {
            channels.change(dxpId, channel.version(), ChannelState.OPEN, "", centre);
        }
    }

    @Test
    void h172ASuspendedChannelTakesNothingAndStillGivesReceipts() {
        assertThat(send().statusCode()).isEqualTo(202);

        assertThat(change(ChannelState.SUSPENDED, "通道证书即将更换")).isEmpty();
        var refused = send();

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(TestPort.at(refused, "/code")).isEqualTo("EX-1302");
        assertThat(refused.body()).contains("通道证书即将更换");
        assertThat(PORT.get(merchant, "/api/v1/receipts?after=0&limit=1").statusCode())
                .isEqualTo(200);
        assertThat(change(ChannelState.OPEN, "")).isEmpty();
        assertThat(send().statusCode()).isEqualTo(202);
    }

    @Test
    void suspendingIsToldToTheEnterpriseAndStandsInTheLog() {
        change(ChannelState.SUSPENDED, "数据中心例行检查");

        assertThat(PORT.db().sql("""
                                select given ->> 'reason' from notification join inbox_entry on notification_id = id
                                 where kind = 'N-72' and login = 'merchant' order by id desc limit 1
                                """).query(String.class).single()).isEqualTo("数据中心例行检查");
        assertThat(PORT.count("audit_entry", "kind = 'channel' and object = ? and action = 'suspended'", dxpId))
                .isPositive();
    }

    @Test
    void suspendingNeedsAReasonAndTheVersionThatWasSeen() {
        int version = channels.find(dxpId).orElseThrow().version();

        assertThat(change(ChannelState.SUSPENDED, "短")).hasValueSatisfying(refused("ERR_REASON_REQUIRED"));
        assertThat(channels.change(dxpId, version - 1, ChannelState.SUSPENDED, "版本不对的申请", centre))
                .hasValueSatisfying(refused("ERR_VERSION_CONFLICT"));
        assertThat(change(ChannelState.OPEN, "")).hasValueSatisfying(refused("ERR_STATE"));
    }

    @Test
    void nobodyDecidesAboutTheOwnChannel() {
        var own = new Actor(
                "own",
                "本企业的人",
                OptionalLong.of(enterprise),
                Set.of(io.kouan.platform.accounts.Role.DC_TRANSMISSION),
                "none");
        int version = channels.find(dxpId).orElseThrow().version();

        assertThat(channels.change(dxpId, version, ChannelState.SUSPENDED, "想暂停自己的通道", own))
                .hasValueSatisfying(refused("ERR_SELF_APPROVAL"));
    }

    @Test
    void h151BusinessTypesCountForTheNextMessage() {
        businessTypes.closeAll(enterprise, Realm.CUSTOMS);
        var refused = send();

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(TestPort.at(refused, "/code")).isEqualTo("EX-1303");
        assertThat(refused.body()).contains("/guide");

        var imports = BusinessType.all().stream()
                .filter(type -> type.direction() == Direction.IMPORT)
                .toList();
        businessTypes.open(enterprise, Realm.CUSTOMS, imports, "GD2026112300000001", "agent");
        assertThat(send().statusCode()).isEqualTo(202);
    }

    @Test
    void keysChangeWithoutAGap() {
        var keys = PORT.bean(Channels.class);
        var enterprise = profile(true);
        var id = dxpId();
        keys.make(id, enterprise);
        var first = keys.renewKey(id);
        var next = keys.renewKey(id);

        assertThat(keys.authenticate(first.text())).map(Channel::dxpId).hasValue(id);
        assertThat(keys.authenticate(next.text())).map(Channel::dxpId).hasValue(id);
        PORT.db()
                .sql("update channel_key set ends_at = ends_at - :days::interval where digest = :digest")
                .param("days", Duration.ofDays(2).toString())
                .param("digest", first.digest())
                .update();
        keys.forget();
        assertThat(keys.authenticate(first.text())).isEmpty();
        assertThat(keys.authenticate(next.text())).isPresent();
    }

    @Test
    void h107sod03anIdIsEnteredByOneAndCheckedByAnother() {
        var owner = profile(true);
        var id = dxpId();

        assertThat(users.enter(id, owner, "GD2026112300000002", "", centre)).isEmpty();
        assertThat(users.check(id, 1, centre)).hasValueSatisfying(refused("ERR_SELF_APPROVAL"));
        assertThat(channels.find(id)).isEmpty();
        assertThat(users.check(id, 1, second)).isEmpty();
        assertThat(channels.find(id)).hasValueSatisfying(channel -> {
            assertThat(channel.state()).isEqualTo(ChannelState.NOT_OPEN);
            assertThat(channel.enterpriseId()).isEqualTo(owner);
        });
    }

    @Test
    void h108AnIdHasItsFormatAndBelongsToOneForEver() {
        var first = profile(true);
        var other = profile(true);
        var id = dxpId();

        assertThat(users.enter("DXPENT000090001", first, "GD1", "", centre)).hasValueSatisfying(refused("ERR_DXP_ID"));
        assertThat(users.enter(id, first, "GD1", "", centre)).isEmpty();
        assertThat(users.enter(id, other, "GD2", "", centre)).hasValueSatisfying(refused("ERR_DXP_ID_TAKEN"));
        assertThat(users.enter(dxpId(), first, "GD1", "", centre)).hasValueSatisfying(refused("ERR_DXP_ID_TAKEN"));
        assertThat(users.change(id, 1, State.CANCELLED, "企业不再办理业务", centre)).isEmpty();
        assertThat(users.enter(id, other, "GD2", "", centre)).hasValueSatisfying(refused("ERR_DXP_ID_TAKEN"));
        assertThat(users.enter(dxpId(), first, "GD3", "", centre)).isEmpty();
    }

    @Test
    void h029AnUnverifiedCustomsCodeGetsNoId() {
        var owner = profile(false);

        assertThat(users.enter(dxpId(), owner, "GD1", "", centre)).hasValueSatisfying(refused("ERR_NO_CUSTOMS_CODE"));
        PORT.bean(EnterpriseProfiles.class).verifyCustomsCode(owner, "registrar");
        assertThat(users.enter(dxpId(), owner, "GD1", "", centre)).isEmpty();
    }

    private Optional<Refusal> change(ChannelState to, String reason) {
        return channels.change(dxpId, channels.find(dxpId).orElseThrow().version(), to, reason, centre);
    }

    private HttpResponse<String> send() {
        return PORT.send(merchant, TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key()));
    }

    private static long profile(boolean verified) {
        var profiles = PORT.bean(EnterpriseProfiles.class);
        var code = "44041" + String.format("%05d", ThreadLocalRandom.current().nextInt(100_000));
        var id = profiles.open(
                "9144" + ThreadLocalRandom.current().nextLong(10_000_000_000_000L, 99_999_999_999_999L),
                "珠海试验贸易有限公司",
                Optional.of(code),
                false,
                Map.of());
        if (verified) {
            profiles.verifyCustomsCode(id, "registrar");
        }
        return id;
    }

    private static String dxpId() {
        return "DXPENT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
    }

    private static Actor officer(String login, io.kouan.platform.accounts.Role role) {
        return new Actor(login, login, OptionalLong.empty(), Set.of(role), "none");
    }

    private static java.util.function.Consumer<Refusal> refused(String message) {
        return refusal -> assertThat(refusal.message()).isEqualTo(message);
    }
}
