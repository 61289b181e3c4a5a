package io.kouan.platform.servicedesk;

import static io.kouan.platform.servicedesk.DeskWorld.AGENT;
import static io.kouan.platform.servicedesk.DeskWorld.PORT;
import static io.kouan.platform.servicedesk.DeskWorld.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.identity.PasswordCheck;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts of the customer service platform that go to somebody of the Single Window, and those that are taken out of use. */
class AccountLinkTest {

    private static final AtomicInteger NEXT = new AtomicInteger(900);
    private static final String PASSWORD = "Zhuhai#2026";
    private static final Actor SECURITY =
            new Actor("security", "安全管理员", OptionalLong.empty(), Set.of(Role.SEC_ADMIN), "none");

    private final AccountLinks links = PORT.bean(AccountLinks.class);
    private final AccountGuard guard = PORT.bean(AccountGuard.class);
    private final DeskAccounts accounts = PORT.bean(DeskAccounts.class);
    private final DeskSignIn signIn = PORT.bean(DeskSignIn.class);
    private final People people = PORT.bean(People.class);
    private final RealmAccounts realms = PORT.bean(RealmAccounts.class);

    @Test
    void anAccountBecomesThatOfWhoeverSignsInToIt() {
        var world = new DeskWorld();
        var owner = owner(world);
        var account = approved(world);
        var alone = account.person();
        realms.link(Realm.KJ_CUS, "BG" + account.id(), alone);
        people.grant(alone, Role.KJ_CUS_USER);

        assertThat(link(account, PASSWORD, owner)).isEqualTo(new AccountLinks.Result.Done());

        assertThat(now(account).person()).isEqualTo(owner.login());
        assertThat(roles(owner.login())).containsExactlyInAnyOrder(Role.ENT_ADMIN, Role.CS_USER, Role.KJ_CUS_USER);
        assertThat(roles(alone)).isEmpty();
        assertThat(realms.of(owner.login())).hasSize(2);
        assertThat(audited("link", account)).isEqualTo(1);
        assertThat(attempt(account)).isEqualTo(new DeskSignIn.Result.Known(now(account)));
        PORT.bean(io.kouan.platform.notifications.Notifications.class)
                .tell("N-02", new io.kouan.platform.notifications.Recipients.OnePerson(alone), java.util.Map.of());
        assertThat(told(owner.login())).as("what is told to the former person").contains("N-02");
    }

    @Test
    void unlinkingGivesBackWhatCameWithIt() {
        var world = new DeskWorld();
        var owner = owner(world);
        var account = approved(world);
        var alone = account.person();
        realms.link(Realm.KJ_CIQ, "BJ" + account.id(), alone);
        people.grant(alone, Role.KJ_CIQ_USER);
        link(account, PASSWORD, owner);

        assertThat(links.unlink(owner)).isTrue();

        assertThat(now(account).person()).isEqualTo(alone);
        assertThat(roles(owner.login())).containsExactly(Role.ENT_ADMIN);
        assertThat(roles(alone)).containsExactlyInAnyOrder(Role.CS_USER, Role.KJ_CIQ_USER);
        assertThat(links.unlink(owner)).as("a second time").isFalse();
        assertThat(audited("unlink", account)).isEqualTo(1);
        assertThat(link(account, PASSWORD, owner)).isEqualTo(new AccountLinks.Result.Done());
    }

    @Test
    void withoutItsPasswordNobodyLinksAnAccountAndGuessesAreCounted() {
        var world = new DeskWorld();
        var owner = owner(world);
        var account = approved(world);

        for (int i = 0; i < 3; i++) {
            assertThat(link(account, "wrong" + i, owner)).isEqualTo(new AccountLinks.Result.Refused("ERR_LOGIN"));
        }

        assertThat(link(account, PASSWORD, owner)).isEqualTo(new AccountLinks.Result.Refused("ERR_CAPTCHA"));
        assertThat(now(account).person()).isEqualTo(account.person());
    }

    @Test
    void anAccountOfAnotherEnterpriseOrOfSomebodyElseIsNotTaken() {
        var world = new DeskWorld();
        var account = approved(world);
        var stranger = owner(new DeskWorld());
        assertThat(link(account, PASSWORD, stranger)).isEqualTo(new AccountLinks.Result.Refused("ERR_FORBIDDEN"));
        assertThat(roles(stranger.login())).containsExactly(Role.ENT_ADMIN);

        link(account, PASSWORD, owner(world));
        var colleague = person("colleague" + world.enterprise, world.enterprise, Role.ENT_OPERATOR);
        assertThat(link(account, PASSWORD, colleague)).isEqualTo(new AccountLinks.Result.Refused("ERR_FORBIDDEN"));
        assertThat(PORT.count(
                        "audit_entry", "action = 'link' and result = 'ERR_FORBIDDEN' and login = ?", stranger.login()))
                .isEqualTo(1);
    }

    @Test
    void nobodyHasTwoAccounts() {
        var world = new DeskWorld();
        var owner = owner(world);
        link(approved(world), PASSWORD, owner);

        assertThat(link(approved(world), PASSWORD, owner)).isEqualTo(new AccountLinks.Result.Refused("ERR_FORBIDDEN"));
    }

    @Test
    void theSameTwiceAtOnceHasOneEffect() {
        var world = new DeskWorld();
        var owner = owner(world);
        var account = approved(world);

        var both = Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(() -> link(account, PASSWORD, owner)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(both).containsOnlyOnce(new AccountLinks.Result.Done());
        assertThat(PORT.count("cs_account_link", "account_id = ?", account.id()))
                .isEqualTo(1);
    }

    @Test
    void aDisabledAccountIsOutOfUseAtOnceAndForEver() {
        var world = new DeskWorld();
        var account = approved(world);

        assertThat(messages(guard.disable(account, "无", SECURITY))).containsExactly("ERR_REASON_REQUIRED");
        assertThat(guard.disable(account, "持有人已经离职", SECURITY)).isEmpty();

        assertThat(attempt(account)).isEqualTo(new DeskSignIn.Result.Refused("ERR_ACCOUNT_DISABLED"));
        assertThat(roles(account.person())).isEmpty();
        assertThat(realms.of(account.person())).isEmpty();
        assertThat(messages(guard.disable(now(account), "持有人已经离职", SECURITY))).containsExactly("ERR_VERSION_CONFLICT");
        assertThat(PORT.count(
                        "audit_entry",
                        "object = ? and action = 'disable' and login = 'security' and result = 'done'",
                        account.login()))
                .isEqualTo(1);
    }

    @Test
    void aLockedAccountIsUnlocked() {
        var account = approved(new DeskWorld());
        var failures = PORT.bean(SignInFailures.class);
        for (int i = 0; i < 5; i++) {
            failures.begin("cs:" + account.login(), "10.0.7.1");
        }
        assertThat(guard.isLocked(account)).isTrue();

        guard.unlock(account, SECURITY);

        assertThat(attempt(account)).isInstanceOf(DeskSignIn.Result.Known.class);
    }

    private DeskAccount approved(DeskWorld world) {
        int number = NEXT.incrementAndGet();
        var values = new HashMap<String, String>();
        values.put(
                "uscc", PORT.bean(EnterpriseProfiles.class).of(world.enterprise).creditCode());
        values.put("company_full_name", "珠海星海跨境电商有限公司");
        values.put("login_name", "desk_" + number);
        values.put("password", PASSWORD);
        values.put("real_name", "张海");
        values.put("user_email", "zhang@example.com");
        values.put("mobile", "139" + String.format("%08d", number));
        var account = PORT.bean(DeskRegistration.class)
                .register(new Answers(values, java.util.Map.of()), java.util.Optional.empty());
        assertThat(PORT.bean(DeskReview.class).approve(account, AGENT)).isEmpty();
        return now(account);
    }

    private Actor owner(DeskWorld world) {
        return person("owner" + world.enterprise, world.enterprise, Role.ENT_ADMIN);
    }

    private Actor person(String login, long enterprise, Role role) {
        people.register(login, "-", "李珠", java.util.Optional.of(enterprise), Set.of(role));
        return new Actor(login, "李珠", OptionalLong.of(enterprise), Set.of(role), "none");
    }

    private AccountLinks.Result link(DeskAccount account, String password, Actor actor) {
        return links.link(typed(account, password), actor);
    }

    private DeskSignIn.Result attempt(DeskAccount account) {
        return signIn.attempt(typed(account, PASSWORD));
    }

    private static PasswordCheck.Typed typed(DeskAccount account, String password) {
        return new PasswordCheck.Typed(account.login(), password, "", "", "10.0.8." + account.id() % 200);
    }

    private DeskAccount now(DeskAccount account) {
        return accounts.find(account.id()).orElseThrow();
    }

    private Set<Role> roles(String login) {
        return people.find(login).orElseThrow().roles();
    }

    private static long audited(String action, DeskAccount account) {
        return PORT.count("audit_entry", "object = ? and action = '" + action + "'", "cs:" + account.login());
    }

    private static List<String> messages(List<Fault> faults) {
        return faults.stream().map(Fault::message).toList();
    }
}
