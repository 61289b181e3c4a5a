package io.kouan.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestFilings;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.ContactBook;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What two security administrators do with the accounts of staff, and whom that keeps from deciding. */
class StaffDeskTest {

    private static final TestPort PORT = TestPort.shared();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Actor FIRST = administrator("security");
    private static final Actor SECOND = administrator("security2");

    private final StaffDesk desk = PORT.bean(StaffDesk.class);
    private final People people = PORT.bean(People.class);

    @Test
    void sod11rolesHoldOnceAnotherAdministratorHasConfirmedThem() {
        var login = created(Map.of());
        assertThat(roles(login)).isEmpty();

        done(desk.propose(login, Set.of(Role.CUS_REG_REVIEWER), "", "", FIRST));
        assertThat(roles(login)).isEmpty();
        assertThat(refused(desk.decide(open(login), true, FIRST))).containsExactly("ERR_SELF_APPROVAL");
        assertThat(roles(login)).isEmpty();

        var proposal = open(login);
        done(desk.decide(proposal, true, SECOND));
        assertThat(roles(login)).containsExactly(Role.CUS_REG_REVIEWER);
        assertThat(desk.decide(proposal, true, SECOND)).isInstanceOf(StaffOutcome.Unknown.class);
        assertThat(actions(login)).containsExactly("create", "propose_roles", "confirm_roles", "confirm_roles");
    }

    @Test
    void sod11nobodyConfirmsTheOwnRoles() {
        var login = created(Map.of());
        done(desk.propose(login, Set.of(Role.SEC_ADMIN), "", "", FIRST));

        assertThat(refused(desk.decide(open(login), true, administrator(login))))
                .containsExactly("ERR_SELF_APPROVAL");
    }

    @Test
    void whatIsNotConfirmedChangesNothingAndMakesRoomForAnother() {
        var login = created(Map.of());
        done(desk.propose(login, Set.of(Role.CS_AGENT), "", "", FIRST));
        assertThat(refused(desk.propose(login, Set.of(Role.CS_SUPERVISOR), "", "", FIRST)))
                .containsExactly("ERR_VERSION_CONFLICT");

        done(desk.decide(open(login), false, SECOND));

        assertThat(roles(login)).isEmpty();
        done(desk.propose(login, Set.of(Role.CS_SUPERVISOR), "", "", FIRST));
    }

    @Test
    void rolesThatExcludeEachOtherAreRefusedAndThatIsInTheLog() {
        var login = created(Map.of());

        assertThat(refused(desk.propose(login, Set.of(Role.CS_AGENT, Role.DC_TRANSMISSION), "", "", FIRST)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(PORT.count(
                        "audit_entry", "object = ? and action = 'propose_roles' and result = 'ERR_FORBIDDEN'", login))
                .isEqualTo(1);
    }

    @Test
    void anAccountIsCheckedLikeAnyForm() {
        assertThat(refused(desk.create(Map.of("username", "1x", "mobile", "123"), FIRST)))
                .contains("ERR_USERNAME", "ERR_MOBILE", "ERR_REQUIRED");
        var login = created(Map.of());
        assertThat(refused(desk.create(details(login, Map.of()), FIRST))).contains("ERR_USERNAME_TAKEN");
    }

    @Test
    void whoeverIsDisabledIsOutAtOnceAndKeepsTheLogin() {
        var login = created(Map.of());
        assertThat(people.find(login)).isPresent();

        done(desk.disable(login, FIRST));

        assertThat(people.find(login)).isEmpty();
        assertThat(refused(desk.create(details(login, Map.of()), FIRST))).contains("ERR_USERNAME_TAKEN");
        assertThat(refused(desk.disable("security", FIRST))).containsExactly("ERR_SELF_APPROVAL");
    }

    @Test
    void whoeverIsDisabledIsSoForEverybodyWhoAsks() {
        var login = created(Map.of());
        done(desk.disable(login, FIRST));

        assertThat(account(login).disabled()).isTrue();
        assertThat(PORT.beans(ContactBook.class))
                .isNotEmpty()
                .allSatisfy(book -> assertThat(book.of(login)).isEmpty());
    }

    @Test
    void theMobileThatAnAdministratorEntersIsTheOneOfTheAccount() {
        var login = created(Map.of("mobile", "13900139007"));
        assertThat(account(login).details().mobile()).isEqualTo("13900139007");

        PORT.bean(Accounts.class).changeMobile(login, "13900139008");

        assertThat(PORT.bean(StaffAccounts.class).find(login))
                .hasValueSatisfying(found -> assertThat(found.mobile()).isEqualTo("13900139008"));
    }

    @Test
    void aChangeIsInTheLogWithMaskedNumbersAndTheSecondOfTwoIsTold() {
        var login = created(Map.of());

        done(desk.change(login, 1, details(login, Map.of("mobile", "13900139000")), FIRST));

        assertThat(refused(desk.change(login, 1, details(login, Map.of("mobile", "13900139001")), SECOND)))
                .containsExactly("ERR_VERSION_CONFLICT");
        assertThat(PORT.count("audit_entry", "object = ? and content like '%139****9000%'", login))
                .isEqualTo(1);
        assertThat(PORT.count("audit_entry", "object = ? and content like '%13900139000%'", login))
                .isZero();
    }

    @Test
    void theFirstPasswordHasToBeChanged() {
        assertThat(account(created(Map.of())).initialPassword()).isTrue();
    }

    @Test
    void theFirstPasswordIsShownOnceAndKeptNowhere() {
        var login = "staff" + NEXT.incrementAndGet() + "z";
        var created = (StaffOutcome.Created) desk.create(details(login, Map.of()), FIRST);

        assertThat(PORT.count("audit_entry", "content like ?", "%" + created.password() + "%"))
                .isZero();
        assertThat(people.passwordHash(login))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("{").doesNotContain(created.password()));
    }

    @Test
    void whoeverMistypedTooOftenIsLetInAgain() {
        var failures = PORT.bean(SignInFailures.class);
        for (int i = 0; i < 5; i++) {
            failures.begin("forgetful", "10.0.0.7");
        }
        assertThat(failures.waiting()).extracting(SignInFailures.Waiting::login).contains("forgetful");

        desk.unlock("forgetful", FIRST);

        assertThat(failures.lockedUntil("forgetful")).isEmpty();
        assertThat(PORT.count("audit_entry", "object = 'forgetful' and action = 'unlock'"))
                .isEqualTo(1);
    }

    @Test
    void sod01whoIsLinkedToAnEnterpriseDecidesNothingOfIt() {
        var filings = TestFilings.on(PORT);
        var login = created(Map.of("linked_uscc", filings.creditCode()));

        assertThat(approve(filings.filed(), login)).containsExactly("ERR_SELF_APPROVAL");
    }

    @Test
    void sod01whoseIdNumberTheApplicationNamesDecidesNothingOfIt() {
        var login = created(Map.of("id_no", TestFilings.ID_NUMBER));

        assertThat(approve(TestFilings.on(PORT).filed(), login)).containsExactly("ERR_SELF_APPROVAL");
    }

    @Test
    void anybodyElseDecides() {
        assertThat(approve(TestFilings.on(PORT).filed(), created(Map.of()))).isEmpty();
    }

    private List<String> approve(FormRecord filed, String login) {
        var officer = TestFilings.officer(login, Role.MOFCOM_REVIEWER);
        var decision = Decision.entering(Map.of("record_no", "03512345"));
        return switch (PORT.bean(FormSteps.class).take(filed.id(), filed.version(), "approve", decision, officer)) {
            case Outcome.Done _ -> List.of();
            case Outcome.Refused(var faults) ->
                faults.stream().map(Fault::message).toList();
        };
    }

    private String created(Map<String, String> more) {
        var login = "staff" + NEXT.incrementAndGet() + "x";
        assertThat(desk.create(details(login, more), FIRST)).isInstanceOf(StaffOutcome.Created.class);
        assertThat(PORT.bean(StaffAccounts.class).find(login)).isPresent();
        return login;
    }

    private static Map<String, String> details(String login, Map<String, String> more) {
        var details = new HashMap<String, String>();
        details.put("username", login);
        details.put("real_name", "李关");
        details.put("organisation", "拱北海关");
        details.put("mobile", "13800138099");
        details.putAll(more);
        return details;
    }

    private long open(String login) {
        return PORT.bean(RoleProposals.class).open().stream()
                .filter(proposal -> proposal.login().equals(login))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Account account(String login) {
        return PORT.bean(Accounts.class).find(login).orElseThrow();
    }

    private Set<Role> roles(String login) {
        return people.find(login).map(Person::roles).orElseThrow();
    }

    private static List<String> actions(String login) {
        return PORT.db()
                .sql("select action from audit_entry where kind = 'staff_account' and object = :login order by number")
                .param("login", login)
                .query(String.class)
                .list();
    }

    private static void done(StaffOutcome outcome) {
        assertThat(outcome).isInstanceOf(StaffOutcome.Done.class);
    }

    private static List<String> refused(StaffOutcome outcome) {
        assertThat(outcome).isInstanceOf(StaffOutcome.Refused.class);
        return ((StaffOutcome.Refused) outcome)
                .faults().stream().map(Fault::message).toList();
    }

    private static Actor administrator(String login) {
        return new Actor(login, "安全管理员", OptionalLong.empty(), Set.of(Role.SEC_ADMIN), "none");
    }
}
