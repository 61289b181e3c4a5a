package io.kouan.platform.servicedesk;

import static io.kouan.platform.servicedesk.DeskWorld.AGENT;
import static io.kouan.platform.servicedesk.DeskWorld.CLOCK;
import static io.kouan.platform.servicedesk.DeskWorld.PORT;
import static io.kouan.platform.servicedesk.DeskWorld.done;
import static io.kouan.platform.servicedesk.DeskWorld.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Option;
import io.kouan.platform.identity.PasswordCheck;
import io.kouan.platform.port.Calendars;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scenarios of the accounts of the customer service platform, in a real database. */
class DeskAccountTest {

    private static final AtomicInteger NEXT = new AtomicInteger(500);
    private static final String PASSWORD = "Zhuhai#2026";

    private final DeskRegistration registration = PORT.bean(DeskRegistration.class);
    private final DeskReview review = PORT.bean(DeskReview.class);
    private final DeskAccounts accounts = PORT.bean(DeskAccounts.class);
    private final DeskSignIn signIn = PORT.bean(DeskSignIn.class);
    private final int number = NEXT.incrementAndGet();

    @Test
    void h068AeoLevelsFollowTheDate() {
        assertThat(levels("2026-03-31")).containsExactly("高级认证企业", "其他企业（常规管理）", "失信企业");
        assertThat(levels("2026-04-01")).containsExactly("高级认证企业", "认证企业", "常规企业", "失信企业", "严重失信企业");
    }

    private static List<String> levels(String day) {
        return PORT.bean(FormCatalogue.class).options("aeo_level").on(LocalDate.parse(day)).stream()
                .map(Option::label)
                .map(label -> label.zh())
                .toList();
    }

    @Test
    void h069ARegistrationWaitsForApprovalAndIsTold() {
        var account = register(answers());

        assertThat(account.state()).isEqualTo(DeskAccount.State.PENDING);
        assertThat(told(account.person())).containsExactly("N-02");
        assertThat(told(AGENT.login())).contains("N-02");
        assertThat(account.answers().fields()).doesNotContainKeys("password", "password_confirm", "captcha");
    }

    @Test
    void h070APendingAccountCannotSignInAndOnlyTheOwnerLearnsWhy() {
        var account = register(answers());

        assertThat(attempt(account, PASSWORD)).isEqualTo(new DeskSignIn.Result.Refused("ERR_ACCOUNT_PENDING"));
        assertThat(attempt(account, "wrong")).isEqualTo(new DeskSignIn.Result.Refused("ERR_LOGIN"));
        assertThat(attempt("nobody_here", PASSWORD)).isEqualTo(new DeskSignIn.Result.Refused("ERR_LOGIN"));
    }

    @Test
    void h071AnApprovedAccountSignsInAndItsEnterpriseIsOnFile() {
        var account = register(answers());

        assertThat(review.approve(account, AGENT)).isEmpty();

        var active = now(account);
        assertThat(active.state()).isEqualTo(DeskAccount.State.ACTIVE);
        assertThat(told(account.person())).containsExactly("N-02", "N-03");
        assertThat(attempt(account, PASSWORD)).isInstanceOf(DeskSignIn.Result.Known.class);
        var person = PORT.bean(People.class).find(account.person()).orElseThrow();
        assertThat(person.roles()).containsExactly(Role.CS_USER);
        assertThat(person.enterprise())
                .hasValueSatisfying(
                        employer -> assertThat(employer.creditCode()).isEqualTo(account.creditCode()));
    }

    @Test
    void h072ARefusedRegistrationIsCorrectedAndWaitsAgainWithANewDeadline() {
        var account = register(answers());
        assertThat(messages(review.reject(account, List.of(), "不一致", AGENT))).containsExactly("ERR_REASON_REQUIRED");

        assertThat(review.reject(account, List.of("MISMATCH"), "信息与证照不一致", AGENT))
                .isEmpty();
        assertThat(told(account.person())).containsExactly("N-02", "N-04");
        assertThat(attempt(account, PASSWORD)).isInstanceOf(DeskSignIn.Result.Rejected.class);

        CLOCK.move(Duration.ofDays(3));
        var refused = now(account);
        assertThat(registration.resubmit(refused, answers().with("login_name", account.login())))
                .isTrue();
        var again = now(account);
        assertThat(again.state()).isEqualTo(DeskAccount.State.PENDING);
        assertThat(again.reason()).isEmpty();
        assertThat(review.due(again).due()).isAfter(review.due(account).due());
        assertThat(registration.resubmit(refused, answers())).isFalse();
    }

    @Test
    void h073OneWorkingDayCountsOverWeekendsAndMakeUpDays() {
        var calendar = PORT.bean(Calendars.class).current();

        assertThat(Stream.of("2026-09-18", "2026-02-13", "2026-02-14")
                        .map(day -> calendar.deadline(LocalDate.parse(day), 1)
                                .due()
                                .toLocalDateTime()
                                .toString()))
                .containsExactly("2026-09-20T18:00", "2026-02-14T18:00", "2026-02-24T18:00");
    }

    @Test
    void h074AnUrgentOneMovesToTheTopAndKeepsItsDeadline() {
        var first = register(answers());
        var urgent = new DeskAccountTest().registerAnother();
        var due = review.due(urgent).due();

        assertThat(review.expedite(urgent, new DeskAccount.Expedited("张海", "0756-8125566", CLOCK.instant()), AGENT))
                .isEmpty();

        var ids = accounts.waiting().stream().map(DeskAccount::id).toList();
        assertThat(ids.indexOf(urgent.id())).isLessThan(ids.indexOf(first.id()));
        assertThat(now(urgent).expedited())
                .hasValueSatisfying(call -> assertThat(call.caller()).isEqualTo("张海"));
        assertThat(review.due(now(urgent)).due()).isEqualTo(due);
    }

    private DeskAccount registerAnother() {
        return register(answers());
    }

    @Test
    void h075AnOverdueApprovalIsToldToTheSupervisorOnce() {
        var account = register(answers());
        var before = told("supervisor").stream().filter("N-80"::equals).count();
        CLOCK.move(Duration.between(CLOCK.instant(), review.due(account).due().toInstant())
                .plusMinutes(1));

        PORT.bean(DeskTimer.class).look();
        var after = told("supervisor").stream().filter("N-80"::equals).count();
        PORT.bean(DeskTimer.class).look();

        assertThat(after).isGreaterThan(before);
        assertThat(told("supervisor").stream().filter("N-80"::equals).count()).isEqualTo(after);
    }

    @Test
    void h076TheSameNameMayExistInTwoRealmsButNotTwiceInOne() {
        var name = "zhang_h" + number;
        PORT.bean(People.class).register(name, "-", "张海", Optional.empty(), Set.of(Role.DECLARANT));

        var account = register(answers().with("login_name", name));
        assertThat(account.login()).isEqualTo(name);
        assertThat(messages(registration.taken(
                        new DeskAccountTest().answers().with("login_name", name.toUpperCase(java.util.Locale.ROOT)),
                        Optional.empty())))
                .containsExactly("ERR_USERNAME_TAKEN");
    }

    @Test
    void h078ChosenWaysOfNotificationAreKept() {
        var account = register(answers().with("notify_sms", ""));
        review.approve(account, AGENT);
        var world = new DeskWorld();
        var person = PORT.bean(People.class).find(account.person()).orElseThrow();
        var user = new Actor(
                person.login(),
                person.displayName(),
                OptionalLong.of(person.enterprise().orElseThrow().id()),
                Set.of(Role.CS_USER),
                "none");
        var ticket = done(world.desk.begin("FREE", user));
        ticket = done(world.desk.save(ticket, ticket.version(), new Answers(DeskWorld.question(), Map.of()), user));
        ticket = done(world.say(ticket, "submit", "", user));
        ticket = done(world.say(ticket, "accept", "", AGENT));
        long mails = letters("MAIL");
        long messages = letters("SMS");
        done(world.say(ticket, "reply", "请参考指引。", AGENT));

        assertThat(told(person.login())).endsWith("N-36");
        assertThat(letters("MAIL")).isEqualTo(mails + 1);
        assertThat(letters("SMS")).isEqualTo(messages);
    }

    @Test
    void anAccountOfSomebodyWhoHasSignedInToTheSingleWindowIsTheirs() {
        var world = new DeskWorld();
        var code = PORT.bean(EnterpriseProfiles.class).of(world.enterprise).creditCode();
        var owner = new Actor(
                "sw" + world.enterprise, "李珠", OptionalLong.of(world.enterprise), Set.of(Role.ENT_ADMIN), "none");
        PORT.bean(People.class).register(owner.login(), "-", "李珠", Optional.of(world.enterprise), owner.roles());
        var mine = registration.register(answers().with("uscc", code), Optional.of(owner));
        assertThat(mine.person()).isEqualTo(owner.login());

        review.approve(mine, AGENT);
        assertThat(PORT.bean(People.class).find(owner.login()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ENT_ADMIN, Role.CS_USER);

        var stranger = new DeskAccountTest();
        var claimed = registration.register(stranger.answers().with("uscc", code), Optional.of(new DeskWorld().user));
        assertThat(claimed.person()).isEqualTo("cs:" + claimed.login());
    }

    @Test
    void aNameThatDiffersFromTheOneOnFileIsRefused() {
        var world = new DeskWorld();
        var code = PORT.bean(EnterpriseProfiles.class).of(world.enterprise).creditCode();

        assertThat(registration.taken(
                        answers().with("uscc", code).with("company_full_name", "珠海别家有限公司"), Optional.empty()))
                .containsExactly(Fault.at("company_full_name", "ERR_NAME_MISMATCH"));
    }

    @Test
    void ofTwoAgentsOneDecides() {
        var account = register(answers());
        review.approve(account, AGENT);

        assertThatThrownBy(() -> review.reject(account, List.of("OTHER"), "重复提交的注册", AGENT))
                .isInstanceOf(DeskReview.OtherWasFaster.class);
        assertThat(now(account).state()).isEqualTo(DeskAccount.State.ACTIVE);
    }

    @Test
    void fiveWrongPasswordsLockThisRealmOnly() {
        var account = register(answers());
        for (int i = 0; i < 2; i++) {
            attempt(account, "wrong");
        }
        var failures = PORT.bean(io.kouan.platform.accounts.SignInFailures.class);
        for (int i = 0; i < 3; i++) {
            failures.begin("cs:" + account.login(), "10.0.0.9");
        }

        assertThat(attempt(account, PASSWORD)).isInstanceOf(DeskSignIn.Result.Locked.class);
        assertThat(failures.lockedUntil(account.login())).isEmpty();
        CLOCK.move(Duration.ofMinutes(31));
        assertThat(attempt(account, PASSWORD)).isEqualTo(new DeskSignIn.Result.Refused("ERR_ACCOUNT_PENDING"));
    }

    private Answers answers() {
        var values = new HashMap<String, String>();
        values.put("uscc", DeskWorld.creditCode(700_000 + number));
        values.put("company_full_name", "珠海星海跨境电商有限公司");
        values.put("main_port", "ZH");
        values.put("customs_software", "NONE");
        values.put("login_name", "kefu_" + number);
        values.put("password", PASSWORD);
        values.put("password_confirm", PASSWORD);
        values.put("captcha", "1234");
        values.put("real_name", "张海");
        values.put("user_email", "zhang" + number + "@example.com");
        values.put("mobile", "138" + String.format("%08d", number));
        values.put("notify_email", "true");
        values.put("notify_sms", "true");
        return new Answers(values, Map.of());
    }

    private DeskAccount register(Answers answers) {
        return registration.register(answers, Optional.empty());
    }

    private DeskAccount now(DeskAccount account) {
        return accounts.find(account.id()).orElseThrow();
    }

    private DeskSignIn.Result attempt(DeskAccount account, String password) {
        return attempt(account.login(), password);
    }

    private DeskSignIn.Result attempt(String login, String password) {
        return signIn.attempt(new PasswordCheck.Typed(login, password, "", "", "10.0.0." + number % 200));
    }

    private static long letters(String kind) {
        return PORT.count("letter", "kind = ?", kind);
    }

    private static List<String> messages(List<Fault> faults) {
        return faults.stream().map(Fault::message).toList();
    }
}
