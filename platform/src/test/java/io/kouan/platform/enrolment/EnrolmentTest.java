package io.kouan.platform.enrolment;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static io.kouan.platform.enrolment.Integrator.AGENT;
import static io.kouan.platform.enrolment.Integrator.CENTRE;
import static io.kouan.platform.enrolment.Integrator.PORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessTypes;
import io.kouan.platform.transmission.ChannelControl;
import io.kouan.platform.transmission.ChannelState;
import io.kouan.platform.transmission.Channels;
import io.kouan.platform.transmission.Realm;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Access by interface (接口接入, handbook S11) from the form to the first live message, through the real door. */
class EnrolmentTest {

    private final Integrator integrator = new Integrator();

    @Test
    void h166WhoTransmitsByInterfaceSolvesTheEncryptionItself() {
        var record = integrator.begun();
        var filled = integrator.enterprise.fill(
                record, Integrator.answers("203.0.113.8").with("encryption_statement", ""), integrator.user);

        assertThat(refused(integrator.enterprise.take(filled, "submit", Decision.plain(), integrator.user)))
                .containsExactly("ERR_TERMS");
        assertThat(filled.answers().text("dxp_id")).isEqualTo(integrator.sender.dxpId());
        assertThat(filled.answers().text("customs_code")).isEqualTo(integrator.sender.customsCode());
    }

    @Test
    void theLocalFilingComesFirst() {
        var other = TestEnterprise.of(PORT);
        var user = new Actor("jk" + other.id(), "张海", OptionalLong.of(other.id()), Set.of(Role.CS_USER), "none");

        assertThat(refused(PORT.bean(FormEditing.class).begin(Enrolments.FORM, user)))
                .containsExactly("ERR_LOCAL_FILING_FIRST");
    }

    @Test
    void h171PrivateAddressesCannotBeEntered() {
        for (String address : new String[] {"10.1.2.3", "192.168.0.0/24", "127.0.0.1", "203.0.113.0/8", "::1"}) {
            var record = integrator.enterprise.fill(integrator.begun(), Integrator.answers(address), integrator.user);

            assertThat(refused(integrator.enterprise.take(record, "submit", Decision.plain(), integrator.user)))
                    .as(address)
                    .containsExactly("ERR_IP");
        }
        var twice = integrator.enterprise.fill(
                integrator.begun(), Integrator.answers("203.0.113.8", "203.0.113.8"), integrator.user);
        assertThat(refused(integrator.enterprise.take(twice, "submit", Decision.plain(), integrator.user)))
                .containsExactly("ERR_DUPLICATE_ROW");
    }

    @Test
    void anEnrolmentGetsItsNumberAndCanBeReturned() {
        var record = integrator.submitted();

        assertThat(record.number())
                .hasValueSatisfying(number -> assertThat(number).matches("JK[0-9]{14}"));
        assertThat(record.answers().text("enrolment_no"))
                .isEqualTo(record.number().orElseThrow());
        assertThat(refused(integrator.enterprise.take(record, "return", Decision.plain(), AGENT)))
                .contains("ERR_REASON_REQUIRED");
        done(integrator.enterprise.take(record, "return", Decision.because("请补充峰值说明", "OTHER"), AGENT));
        assertThat(integrator.told()).contains("N-30", "N-12");
    }

    @Test
    void theFourCasesAreJudgedFromRealMessagesAndTheFourthMovesItOn() {
        var record = integrator.testing();
        var key = testKey();
        assertThat(integrator.told()).contains("N-70");

        var order = integrator.signed(integrator.order());
        var accepted = Integrator.sealed(key, order);
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(passed(record)).containsExactly(TestCase.VALID);

        assertRefused(Integrator.open(key, order), "EX-1010");
        assertThat(passed(record)).containsExactly(TestCase.VALID, TestCase.UNENCRYPTED);
        assertRefused(Integrator.sealed(key, ofAnother()), "EX-1104");
        assertThat(integrator.state(record)).isEqualTo("TESTING");

        var again = Integrator.sealed(key, order);
        assertThat(again.body()).isEqualTo(accepted.body());
        assertThat(integrator.state(record)).isEqualTo("TESTED");
        assertThat(PORT.bean(FormRecords.class).history(record.id()).getLast().role())
                .isEqualTo(Role.SYSTEM.name());
    }

    @Test
    void h167AnUnencryptedMessageToATestChannelIsRefusedAlsoWithinTheSandbox() {
        integrator.testing();

        assertRefused(Integrator.open(testKey(), integrator.signed(integrator.order())), "EX-1010");
    }

    @Test
    void whatIsNoMessageShowsNothing() {
        var record = integrator.testing();

        Integrator.open(testKey(), Bytes.utf8("<nothing/>"));

        assertThat(passed(record)).isEmpty();
    }

    @Test
    void h168AMessageThatNamesAnotherEnterpriseIsRefused() {
        integrator.testing();

        assertRefused(Integrator.sealed(testKey(), ofAnother()), "EX-1104");
    }

    @Test
    void h169ARepeatedMessageGetsItsFirstAnswerAndOtherContentAConflict() {
        integrator.testing();
        var key = testKey();
        var order = integrator.order();
        var signed = integrator.signed(order);
        var first = Integrator.sealed(key, signed);

        assertThat(Integrator.sealed(key, signed).body()).isEqualTo(first.body());
        var other = SampleChains.message(
                "CEB311", integrator.sender, order.guid(), integrator.order().documents());
        var conflict = Integrator.sealed(key, integrator.signed(other));

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(TestPort.at(conflict, "/code")).isEqualTo("EX-1201");
    }

    @Test
    void h170NobodyGoesLiveBeforeTheTestsHavePassed() {
        var record = integrator.testing();
        var key = testKey();
        var order = integrator.signed(integrator.order());
        Integrator.sealed(key, order);
        Integrator.sealed(key, order);
        assertThat(passed(record)).hasSize(2);

        assertThat(refused(integrator.enterprise.take(record, "go_live", Decision.plain(), CENTRE)))
                .containsExactly("ERR_API_TEST");
        assertThat(refused(integrator.enterprise.take(record, "pass_test", Decision.plain(), AGENT)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(integrator.state(record)).isEqualTo("TESTING");
    }

    @Test
    void whatIsTriedHasNoEffect() {
        integrator.testing();
        var key = testKey();
        var order = integrator.order();
        long messages = PORT.count("message", "dxp_id = ?", integrator.sender.dxpId());

        Integrator.sealed(key, integrator.signed(order));

        assertThat(PORT.count("message", "dxp_id = ?", integrator.sender.dxpId()))
                .isEqualTo(messages);
        assertThat(PORT.count("receipt", "dxp_id = ?", integrator.sender.dxpId()))
                .isZero();
        assertThat(PORT.count("message_minute", "enterprise_id = ?", integrator.enterprise.id()))
                .isZero();
        var receipts = Integrator.get(key, "/api/v1/receipts?after=0");
        assertThat(TestPort.at(receipts, "/receipts/0/type")).isEqualTo("CEB312");
        assertThat(TestPort.at(receipts, "/receipts/0/messageId")).isEqualTo(order.guid());
        assertThat(TestPort.at(receipts, "/receipts/0/body")).contains("[联调]");
        var status = Integrator.get(key, "/api/v1/messages/" + order.guid());
        assertThat(TestPort.at(status, "/verdict")).isEqualTo("ACCEPTED");
        assertThat(TestPort.at(status, "/sealed")).isEqualTo("true");
    }

    @Test
    void h171ALiveChannelTakesNothingFromAnAddressThatIsNotOnItsList() {
        var record = live();
        var key = PORT.bean(Channels.class).renewKey(integrator.sender.dxpId()).text();

        assertRefused(Integrator.open(key, integrator.signed(integrator.order())), "EX-1305");

        assertThat(PORT.count(
                        "audit_entry",
                        "kind = 'channel' and object = ? and action = 'send' and result = 'ERR_FORBIDDEN'",
                        integrator.sender.dxpId()))
                .isEqualTo(1);
        assertRefused(Integrator.get(key, "/api/v1/receipts"), "EX-1305");
        assertThat(integrator.told()).contains("N-71");
        assertThat(record.state()).isEqualTo("LIVE");
    }

    @Test
    void h172SuspendingTheInterfaceCountsForTheNextMessage() {
        var record = live();
        var key = PORT.bean(Channels.class).renewKey(integrator.sender.dxpId()).text();

        done(integrator.enterprise.take(record, "suspend", Decision.because("密钥可能泄露，暂停核查", "OTHER"), CENTRE));
        var answer = Integrator.open(key, integrator.signed(integrator.order()));

        assertRefused(answer, "EX-1302");
        assertThat(answer.body()).contains("密钥可能泄露");
        assertThat(integrator.told()).contains("N-72");
        done(integrator.enterprise.take(record, "resume", Decision.plain(), CENTRE));
        assertRefused(Integrator.open(key, integrator.signed(integrator.order())), "EX-1305");
    }

    @Test
    void theLiveChannelTakesNothingWhileItIsOnlyTested() {
        integrator.testing();
        open();
        var key = PORT.bean(Channels.class).renewKey(integrator.sender.dxpId()).text();

        assertRefused(Integrator.open(key, integrator.signed(integrator.order())), "EX-1304");
    }

    private FormRecord live() {
        var record = integrator.testing();
        var key = testKey();
        var order = integrator.signed(integrator.order());
        Integrator.sealed(key, order);
        Integrator.open(key, order);
        Integrator.sealed(key, ofAnother());
        Integrator.sealed(key, order);
        open();
        return done(integrator.enterprise.take(record, "go_live", Decision.plain(), CENTRE));
    }

    /** What the service desk does on the ticket of the local filing. */
    private void open() {
        var channels = PORT.bean(ChannelControl.class);
        var channel = channels.find(integrator.sender.dxpId()).orElseThrow();
        assertThat(channels.change(channel.dxpId(), channel.version(), ChannelState.OPEN, "", AGENT))
                .isEmpty();
        PORT.bean(BusinessTypes.class)
                .open(integrator.enterprise.id(), Realm.CUSTOMS, BusinessType.all(), "GD", AGENT.login());
    }

    private String testKey() {
        return PORT.bean(Channels.class).renewTestKey(integrator.sender.dxpId()).text();
    }

    /** A message with the code of another enterprise, signed by this one. */
    private Bytes ofAnother() {
        var text = MessageWriter.write(integrator.order())
                .utf8()
                .replace("<ceb:copCode>" + integrator.sender.customsCode(), "<ceb:copCode>4404169999");
        return MessageSigner.sign(Bytes.utf8(text), integrator.signer());
    }

    private List<TestCase> passed(FormRecord record) {
        return PORT.bean(Enrolments.class).results(record).stream()
                .filter(TestCase.Result::passed)
                .map(TestCase.Result::testCase)
                .toList();
    }

    private static void assertRefused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestPort.at(answer, "/code")).isEqualTo(code);
    }
}
