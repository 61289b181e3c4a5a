package io.kouan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.CurrentActor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.SignInFailures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class SignInScenariosTest {

    private final Visitor visitor = new Visitor(World.PORT);

    @BeforeEach
    void forgetFailures() {
        World.PORT.db().sql("delete from sign_in_failure").update();
    }

    @Test
    void h010APasswordOpensASessionWithoutCard() throws IOException, ClassNotFoundException {
        var login = World.administrator();
        visitor.open("/signin");
        visitor.signIn(login, World.PASSWORD);

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page()).contains("href=\"/account\"");
        assertThat(attribute(login, CurrentActor.CARD)).isEqualTo("none");
    }

    @Test
    void h011AWrongPasswordNeverTellsWhichPartIsWrongAndLocks() {
        var login = World.administrator();
        assertThat(message(visitor.signIn(login, "wrong"))).isEqualTo("ERR_LOGIN");
        assertThat(message(visitor.signIn(login, "wrong"))).isEqualTo("ERR_LOGIN");
        assertThat(message(visitor.signIn(login, "wrong"))).isEqualTo("ERR_LOGIN");
        assertThat(message(visitor.signInReading(login, "wrong"))).isEqualTo("ERR_LOGIN");
        assertThat(message(visitor.signInReading(login, "wrong"))).isEqualTo("ERR_ACCOUNT_LOCKED");
        assertThat(message(visitor.signInReading(login, World.PASSWORD))).isEqualTo("ERR_ACCOUNT_LOCKED");
        assertThat(World.PORT.count("audit_entry", "object = ? and action = 'lock'", login))
                .isEqualTo(1);

        World.CLOCK.move(Duration.ofMinutes(29));
        assertThat(message(visitor.signInReading(login, World.PASSWORD))).isEqualTo("ERR_ACCOUNT_LOCKED");
        World.CLOCK.move(Duration.ofMinutes(2));
        assertThat(visitor.signIn(login, World.PASSWORD).address()).doesNotContain("signin");
    }

    @Test
    void anUnknownLoginIsAnsweredAndLockedLikeAKnownOne() {
        for (int i = 0; i < 3; i++) {
            assertThat(message(visitor.signIn("nobody_here", "wrong"))).isEqualTo("ERR_LOGIN");
        }
        assertThat(message(visitor.signIn("nobody_here", "wrong"))).isEqualTo("ERR_CAPTCHA");
        assertThat(message(visitor.signInReading("nobody_here", "wrong"))).isEqualTo("ERR_LOGIN");
        assertThat(message(visitor.signInReading("nobody_here", "wrong"))).isEqualTo("ERR_ACCOUNT_LOCKED");
    }

    @Test
    void aMemberOfStaffChangesAPasswordOfNinetyDaysBeforeAnythingElse() {
        var login = World.officer(Role.CUS_REG_REVIEWER);
        hadPasswordFor(89, login);
        assertThat(visitor.signIn(login, World.PASSWORD).address()).doesNotContain("/account/password");

        hadPasswordFor(90, login);
        visitor.signIn(login, World.PASSWORD).open("/claims");
        assertThat(visitor.address()).endsWith("/account/password");
        assertThat(visitor.page()).contains("您的密码已使用90天");
        visitor.post(
                "/account/password",
                Map.of(
                        "present",
                        World.PASSWORD,
                        "new_password",
                        "Another-pass8",
                        "new_password_confirm",
                        "Another-pass8"));

        assertThat(visitor.open("/claims").address()).endsWith("/claims");
        assertThat(visitor.signIn(login, "Another-pass8").address()).doesNotContain("/account/password");
    }

    @Test
    void thePasswordOfAnEnterpriseDoesNotExpire() {
        var login = World.administrator();
        hadPasswordFor(400, login);

        assertThat(visitor.signIn(login, World.PASSWORD).address()).doesNotContain("/account/password");
    }

    @Test
    void aPasswordThatAnAdministratorChoseIsChangedAtTheFirstSignIn() {
        var login = World.officer(Role.CUS_REG_REVIEWER);
        var people = World.PORT.bean(People.class);
        people.invite(login, people.passwordHash(login).orElseThrow(), "审核员");
        World.PORT
                .db()
                .sql("update person set roles = '{CUS_REG_REVIEWER}' where login = :login")
                .param("login", login)
                .update();

        visitor.signIn(login, World.PASSWORD).open("/claims");

        assertThat(visitor.address()).endsWith("/account/password");
        assertThat(visitor.page()).contains("首次登录请修改初始密码");
    }

    private static void hadPasswordFor(int days, String login) {
        World.PORT
                .db()
                .sql("update person set password_changed_at = :since where login = :login")
                .param(
                        "since",
                        World.CLOCK.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .param("login", login)
                .update();
    }

    @Test
    void theGuardOfAccountsUnlocks() {
        var login = World.administrator();
        var failures = World.PORT.bean(SignInFailures.class);
        IntStream.range(0, 5).forEach(i -> failures.begin(login, "192.0.2.1"));
        assertThat(failures.waiting()).extracting(SignInFailures.Waiting::login).contains(login);

        failures.forget(login);

        assertThat(visitor.signIn(login, World.PASSWORD).address()).doesNotContain("signin");
    }

    @Test
    void manyAttemptsAtTheSameMomentAreStillOnlyFive() {
        var login = World.administrator();
        var failures = World.PORT.bean(SignInFailures.class);

        long counted = IntStream.range(0, 40)
                .parallel()
                .filter(i -> failures.begin(login, "192.0.2." + i) instanceof SignInFailures.Attempt.Counted)
                .count();

        assertThat(counted).isEqualTo(5);
    }

    @Test
    void oneAddressCannotTryManyLogins() {
        var failures = World.PORT.bean(SignInFailures.class);
        IntStream.range(0, 50).forEach(i -> failures.begin("guess" + i, "192.0.2.77"));

        assertThat(failures.begin("guess_last", "192.0.2.77")).isInstanceOf(SignInFailures.Attempt.Locked.class);
        assertThat(failures.begin("guess_last", "192.0.2.78")).isInstanceOf(SignInFailures.Attempt.Counted.class);
    }

    @Test
    void onlyWhoHasThePasswordLearnsThatAnAccountIsDisabled() {
        var login = World.administrator();
        World.PORT.bean(Accounts.class).disable(login, "test");

        assertThat(message(visitor.signIn(login, "wrong"))).isEqualTo("ERR_LOGIN");
        assertThat(message(visitor.signIn(login, World.PASSWORD))).isEqualTo("ERR_ACCOUNT_DISABLED");
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        var login = World.administrator();
        visitor.signIn(login, World.PASSWORD);
        assertThat(visitor.open("/account").address()).endsWith("/account");

        World.PORT.bean(Accounts.class).disable(login, "test");

        assertThat(visitor.open("/account").address()).contains("/signin");
    }

    @Test
    void theSessionHasAnotherIdAfterTheSignIn() {
        var login = World.administrator();
        visitor.open("/register").post("/register/account_kind", "user_type", "NO_CARD");
        var before = visitor.cookie("kouan-session");

        visitor.signIn(login, World.PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("kouan-session")).isNotEmpty().isNotEqualTo(before);
        assertThat(World.PORT.count(
                        "spring_session_attributes",
                        "attribute_name = 'kouan.registration'"
                                + " and session_primary_id in (select primary_id from spring_session where principal_name = ?)",
                        login))
                .isZero();
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutWorkAndAfterEightHoursInAnyCase() {
        var login = World.administrator();
        visitor.signIn(login, World.PASSWORD);
        World.CLOCK.move(Duration.ofMinutes(29));
        assertThat(visitor.open("/account").address()).endsWith("/account");
        World.CLOCK.move(Duration.ofMinutes(31));
        assertThat(visitor.open("/account").page()).contains("ERR_SESSION");

        visitor.signIn(login, World.PASSWORD);
        for (int i = 0; i < 19; i++) {
            World.CLOCK.move(Duration.ofMinutes(25));
            assertThat(visitor.open("/account").address()).endsWith("/account");
        }
        World.CLOCK.move(Duration.ofMinutes(10));
        assertThat(visitor.open("/account").page()).contains("ERR_SESSION");
    }

    @Test
    void aPasswordStoredInAnOlderWayIsStoredAnewAtTheSignIn() {
        var people = World.PORT.bean(People.class);
        people.register(
                "old_hash",
                "{bcrypt}" + new BCryptPasswordEncoder(4).encode(World.PASSWORD),
                "王港",
                Optional.of(World.enterprise(Optional.empty())),
                Set.of(Role.ENT_ADMIN));

        visitor.signIn("old_hash", World.PASSWORD);

        assertThat(people.passwordHash("old_hash").orElseThrow()).startsWith("{argon2}$argon2id$");
        assertThat(new Visitor(World.PORT).signIn("old_hash", World.PASSWORD).address())
                .doesNotContain("signin");
    }

    @Test
    void afterTheSignInSomebodyIsWhereTheyWantedToGo() {
        var login = World.administrator();
        visitor.open("/forms/foreign_trade_operator");
        assertThat(visitor.address()).endsWith("/signin");

        visitor.post("/signin", "login", login, "password", World.PASSWORD);

        assertThat(visitor.address()).contains("/forms/foreign_trade_operator");
    }

    @Test
    void noPasswordStandsInTheAuditLog() {
        var login = World.administrator();
        visitor.signIn(login, "Typed-wrong9");
        visitor.signIn(login, World.PASSWORD);

        assertThat(World.PORT.count("audit_entry", "login = ? and action = 'sign_in' and result = 'ERR_LOGIN'", login))
                .isEqualTo(1);
        assertThat(World.PORT.count("audit_entry", "login = ? and action = 'sign_in' and result = 'done'", login))
                .isEqualTo(1);
        assertThat(World.PORT.count(
                        "audit_entry", "content like '%Typed-wrong9%' or content like '%" + World.PASSWORD + "%'"))
                .isZero();
    }

    private static String message(Visitor visitor) {
        return visitor.group(java.util.regex.Pattern.compile("data-message=\"([A-Z_]+)\""));
    }

    private static Object attribute(String login, String name) throws IOException, ClassNotFoundException {
        var bytes = World.PORT
                .db()
                .sql("""
                select attribute_bytes from spring_session_attributes a join spring_session s on s.primary_id = a.session_primary_id
                 where s.principal_name = :login and attribute_name = :name
                """)
                .param("login", login)
                .param("name", name)
                .query((row, number) -> row.getBytes(1))
                .single();
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
