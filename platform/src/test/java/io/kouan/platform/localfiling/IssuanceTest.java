package io.kouan.platform.localfiling;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.localfiling.FilingWorld.AGENT;
import static io.kouan.platform.localfiling.FilingWorld.CENTRE;
import static io.kouan.platform.localfiling.FilingWorld.CENTRE2;
import static io.kouan.platform.localfiling.FilingWorld.OWN_PASSWORD;
import static io.kouan.platform.localfiling.FilingWorld.PORT;
import static io.kouan.platform.localfiling.FilingWorld.SECOND;
import static io.kouan.platform.localfiling.FilingWorld.faults;
import static io.kouan.platform.localfiling.FilingWorld.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.licence.Licences;
import io.kouan.platform.localfiling.InitialPasswords.Shown;
import io.kouan.platform.transmission.ChannelControl;
import io.kouan.platform.transmission.ChannelState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Scenarios of what comes back from the data centre and of what the enterprise gets at the end. */
class IssuanceTest {

    private final FilingWorld world = new FilingWorld();

    @Test
    void h107theDxpIdComesFromTheDataCentreAndFromTwoOfItsOfficers() {
        PORT.bean(People.class).register("service", "-", "客服", java.util.Optional.empty(), Set.of(Role.CS_AGENT));
        var ticket = world.forwarded();

        assertThat(messages(world.dxp.enter(ticket, world.dxpId(), "", AGENT))).containsExactly("ERR_FORBIDDEN");
        assertThat(faults(world.take(ticket, "dxp_issued", Decision.plain(), CENTRE)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.values()).containsEntry("items", "DXPID"));

        assertThat(world.dxp.enter(ticket, world.dxpId(), "珠海", CENTRE)).isEmpty();
        assertThat(messages(world.dxp.check(ticket, ticket.version(), CENTRE))).containsExactly("ERR_SELF_APPROVAL");
        assertThat(world.dxp.check(ticket, ticket.version(), CENTRE2)).isEmpty();

        assertThat(world.now(ticket).state()).isEqualTo("PROCESSING");
        assertThat(world.state(ticket)).contains(CaseState.DXP_ISSUED);
        assertThat(FilingWorld.told("service")).contains("N-35");
    }

    @Test
    void h108aDxpIdHasItsFormAndIsNobodyElses() {
        var other = new FilingWorld();
        other.withDxpId();
        var ticket = world.forwarded();

        assertThat(messages(world.dxp.enter(ticket, "DXPENT000090001", "", CENTRE)))
                .containsExactly("ERR_DXP_ID");
        assertThat(messages(world.dxp.enter(ticket, other.dxpId(), "", CENTRE))).containsExactly("ERR_DXP_ID_TAKEN");
    }

    @Test
    void anEntryThatWasWrongIsCancelledAndAnotherMade() {
        var ticket = world.forwarded();
        var wrong = "DXPENT" + String.format("%010d", 8_000_000 + world.company.id());
        assertThat(world.dxp.enter(ticket, wrong, "", CENTRE)).isEmpty();

        assertThat(world.dxp.reject(ticket, "编号末位录错", CENTRE2)).isEmpty();
        assertThat(world.dxp.enter(ticket, world.dxpId(), "", CENTRE)).isEmpty();
        assertThat(world.dxp.check(ticket, ticket.version(), CENTRE2)).isEmpty();

        assertThat(world.cases.dxpUser(world.now(ticket)).orElseThrow().dxpId()).isEqualTo(world.dxpId());
    }

    @Test
    void h109theReplyIsOnTheOriginalTicketAndComplete() {
        var ticket = world.released();
        assertThat(world.state(ticket)).contains(CaseState.PROVISIONED);

        var answered = done(world.reply(ticket));

        assertThat(answered.state()).isEqualTo("REPLIED");
        assertThat(world.state(answered)).contains(CaseState.COMPLETED);
        assertThat(FilingWorld.told(world.user.login())).contains("N-36");
        var code = world.materials.customsCode;
        var issuance = world.cases.issuance(answered).orElseThrow();
        assertThat(PORT.bean(CasePanels.class).of(answered, world.user))
                .anySatisfy(panel -> assertThat(panel.content())
                        .isEqualTo(new CasePanels.Result(
                                world.dxpId(), "BG" + code, "BJ" + code, issuance.licenceNo(), true, true)));
        assertThat(issuance.licenceNo()).matches("ZHKJ-[0-9]{6}-[0-9A-Z]{8}");
        assertThat(PORT.bean(Licences.class)
                        .file(issuance.licenceNo())
                        .orElseThrow()
                        .utf8())
                .contains(issuance.licenceNo(), world.dxpId(), code)
                .containsPattern("\"signature\": \"[A-Za-z0-9+/=]{40,}");
        assertThat(world.cases.channel(answered).orElseThrow().mode()).isEqualTo("CLIENT");
    }

    @Test
    void decisionTwoTheAccountsExistAreLinkedToThePersonAndOpenBothEntries() {
        world.released();
        var code = world.materials.customsCode;

        var customs = PORT.bean(Accounts.class).find("BG" + code).orElseThrow();
        assertThat(customs.roles()).containsExactly(Role.KJ_CUS_USER);
        assertThat(customs.enterprise()).contains(world.company.id());
        assertThat(customs.initialPassword()).isTrue();
        assertThat(PORT.bean(RealmAccounts.class).person(Realm.KJ_CUS, "BG" + code))
                .contains(world.user.login());
        assertThat(PORT.bean(RealmAccounts.class).person(Realm.KJ_CIQ, "BJ" + code))
                .contains(world.user.login());
        assertThat(PORT.bean(People.class)
                        .find(world.user.login())
                        .orElseThrow()
                        .roles())
                .contains(Role.CS_USER, Role.KJ_CUS_USER, Role.KJ_CIQ_USER);
    }

    @Test
    void h110anIncompleteIssuanceIsNotAnswered() {
        var ticket = world.withDxpId();
        assertThat(faults(world.reply(ticket)).getFirst().values().get("items"))
                .isEqualTo("跨境电商（报关入口）账号、跨境电商（报检入口）账号、客户端许可证编号、本地数据传输通道、复核放行");

        assertThat(world.issuances.prepare(ticket, AGENT)).isEmpty();
        assertThat(world.issuances.release(ticket, SECOND)).isEmpty();
        assertThat(faults(world.reply(ticket))).singleElement().satisfies(fault -> {
            assertThat(fault.message()).isEqualTo("ERR_ISSUANCE_INCOMPLETE");
            assertThat(fault.values()).containsEntry("items", "本地数据传输通道");
        });
    }

    @Test
    void sod04whoPreparesDoesNotRelease() {
        var ticket = world.withDxpId();
        assertThat(world.issuances.prepare(ticket, AGENT)).isEmpty();

        assertThat(world.issuances.release(ticket, AGENT)).map(Fault::message).contains("ERR_SELF_APPROVAL");
        assertThat(PORT.bean(People.class).isTaken("BG" + world.materials.customsCode))
                .isFalse();
        var relative =
                new Actor("relative", "亲属", OptionalLong.of(world.company.id()), Set.of(Role.CS_SUPERVISOR), "none");
        assertThat(world.issuances.release(ticket, relative))
                .map(Fault::message)
                .contains("ERR_SELF_APPROVAL");
        assertThat(world.issuances.release(ticket, CENTRE)).map(Fault::message).contains("ERR_FORBIDDEN");
    }

    @Test
    void aLoginThatSomebodyElseHasIsNotTouched() {
        var ticket = world.withDxpId();
        assertThat(world.issuances.prepare(ticket, AGENT)).isEmpty();
        var login = "BG" + world.materials.customsCode;
        PORT.bean(People.class)
                .register(
                        login,
                        "-",
                        "别家的人",
                        java.util.Optional.of(new FilingWorld().company.id()),
                        Set.of(Role.ENT_ADMIN));

        assertThat(world.issuances.release(ticket, SECOND)).map(Fault::message).contains("ERR_USERNAME_TAKEN");
        assertThat(PORT.bean(RealmAccounts.class).person(Realm.KJ_CUS, login)).isEmpty();
    }

    @Test
    void h111theResultIsNotSentOnAnotherTicket() {
        world.answered();
        var other = done(world.take(world.withFiles(), "submit", Decision.plain(), world.user));
        other = done(world.take(other, "accept", Decision.plain(), AGENT));

        assertThat(messages(faults(world.reply(other)))).contains("ERR_ORIGINAL_TICKET");
    }

    @Test
    void h112initialPasswordsAreShownOnceAndHaveToBeChanged() {
        var ticket = world.answered();

        assertThat(world.passwords.show(ticket, "wrong", "127.0.0.1", world.user))
                .isEqualTo(new Shown.Refused("ERR_LOGIN", 1));
        var once = (Shown.Once) world.passwords.show(ticket, OWN_PASSWORD, "127.0.0.1", world.user);
        assertThat(List.of(once.customs(), once.inspection()))
                .doesNotHaveDuplicates()
                .allSatisfy(password -> assertThat(password).hasSize(12));
        assertThat(once.until())
                .isEqualTo(world.cases.repliedAt(ticket).orElseThrow().plus(Duration.ofDays(7)));
        assertThat(world.passwords.show(ticket, OWN_PASSWORD, "127.0.0.1", world.user))
                .isEqualTo(new Shown.NoMore());

        var login = once.customsAccount();
        assertThat(PORT.bean(PasswordEncoder.class)
                        .matches(
                                once.customs(),
                                PORT.bean(People.class).passwordHash(login).orElseThrow()))
                .isTrue();
        assertThat(PORT.bean(Accounts.class).find(login).orElseThrow().initialPassword())
                .isTrue();
        for (String secret : List.of(once.customs(), once.inspection())) {
            assertThat(PORT.db()
                            .sql("""
                            select (select count(*) from notification n where n::text like :secret)
                                 + (select count(*) from audit_entry a where a::text like :secret)
                                 + (select count(*) from ticket_message m where m::text like :secret)
                                 + (select count(*) from local_filing_issuance i where i::text like :secret)
                                 + (select count(*) from person p where p::text like :secret)
                            """)
                            .param("secret", "%" + secret + "%")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void h112anInitialPasswordEndsAfterSevenDays() {
        var ticket = world.answered();
        var passwords = PORT.bean(io.kouan.platform.accounts.StoredPasswords.class);
        var once = (Shown.Once) world.passwords.show(ticket, OWN_PASSWORD, "127.0.0.1", world.user);

        assertThat(passwords.isOver(once.customsAccount())).isFalse();
        FilingWorld.CLOCK.move(Duration.ofDays(8));
        assertThat(passwords.isOver(once.customsAccount())).isTrue();
    }

    @Test
    void initialPasswordsThatNobodyLookedAtForSevenDaysAreGone() {
        var ticket = world.answered();
        FilingWorld.CLOCK.move(Duration.ofDays(8));

        assertThat(world.passwords.show(ticket, OWN_PASSWORD, "127.0.0.1", world.user))
                .isEqualTo(new Shown.NoMore());
    }

    @Test
    void sod14neitherAnAgentNorAnotherEnterpriseSeesAPassword() {
        var ticket = world.answered();
        var stranger = new FilingWorld().user;

        for (Actor other : List.of(stranger, AGENT, SECOND, CENTRE)) {
            assertThat(world.passwords.show(ticket, OWN_PASSWORD, "127.0.0.1", other))
                    .isEqualTo(new Shown.Refused("ERR_FORBIDDEN", 0));
        }
        assertThat(world.passwords.areThere(ticket)).isTrue();
    }

    @Test
    void h113oneFilingServesBothModesAndBothDirections() {
        var ticket = world.answered();

        var access = PORT.bean(Materials.class).of(ticket).get(Material.UNIFIED_ACCESS);
        assertThat(access.answers().text("business_modes")).isEqualTo("9610,1210");
        assertThat(access.answers().text("directions")).isEqualTo("I,E");
        assertThat(PORT.count("dxp_user", "enterprise_id = ?", world.company.id()))
                .isEqualTo(1);
        assertThat(PORT.count("channel", "enterprise_id = ?", world.company.id()))
                .isEqualTo(1);
        assertThat(PORT.count("local_filing_issuance", "enterprise_id = ?", world.company.id()))
                .isEqualTo(1);
    }

    @Test
    void h114aRefusalIsToldOnTheTicketAndANewFilingMayFollow() {
        var ticket = world.forwarded();
        ticket = done(world.take(ticket, "dc_return", Decision.because("提供虚假信息，不予下发", "FALSE"), CENTRE));
        assertThat(messages(world.reviews.refuse(ticket, ticket.version(), List.of(), "提供虚假信息", AGENT)))
                .containsExactly("ERR_REASON_REQUIRED");

        assertThat(world.reviews.refuse(ticket, ticket.version(), List.of("FALSE"), "数据中心退回：提供虚假信息", AGENT))
                .isEmpty();

        assertThat(world.now(ticket).state()).isEqualTo("REPLIED");
        assertThat(world.state(ticket)).contains(CaseState.REFUSED);
        assertThat(PORT.count("ticket_message", "record_id = ? and body like '%提供虚假信息%'", ticket.id()))
                .isPositive();
        assertThat(world.passwords.areThere(world.now(ticket))).isFalse();
        assertThat(world.take(world.complete(), "submit", Decision.plain(), world.user))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theChannelIsTheEnterprisesOwnAndOpen() {
        world.released();

        assertThat(PORT.bean(ChannelControl.class)
                        .of(world.company.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(ChannelState.OPEN);
    }
}
