package io.kouan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Account.Details;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StoredFactors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

    private static final String MOBILE = "13800008888";

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final StoredFactors factors = World.PORT.bean(StoredFactors.class);
    private final Visitor reader = new Visitor(World.PORT);

    @Test
    void staffNeedOneWhereItIsSwitchedOnAndEnterprisesNever() {
        assertThat(factor(true).of(staff(MOBILE))).isEqualTo(SecondFactor.Asked.SMS);
        assertThat(factor(true).of(staff(""))).isEqualTo(SecondFactor.Asked.MISSING);
        assertThat(factor(false).of(staff(MOBILE))).isEqualTo(SecondFactor.Asked.NOTHING);
        assertThat(factor(true).of(account(Optional.of(1L), MOBILE))).isEqualTo(SecondFactor.Asked.NOTHING);
    }

    @Test
    void theCodeSentToTheRegisteredNumberIsTheFactor() {
        var codes = World.PORT.bean(SmsCodes.class);
        codes.send(SmsCodes.Purpose.SIGN_IN, MOBILE);
        var code = reader.code(MOBILE, 1);

        assertThat(factor(true).isProvedBy(staff(MOBILE), "000000x")).isFalse();
        assertThat(factor(true).isProvedBy(staff(MOBILE), code)).isTrue();
        assertThat(factor(true).isProvedBy(staff(MOBILE), code)).isFalse();
    }

    @Test
    void whoHasNoneIsNotLetIn() {
        assertThat(factor(true).isProvedBy(staff(""), "")).isFalse();
    }

    @Test
    void theSecretOfAnAuthenticatorLiesSealedInTheDatabase() {
        var login = World.administrator();
        factors.turnOn(login, SECRET, 0, List.of());

        assertThat(stored(login)).isNotEqualTo(SECRET);
        assertThat(factors.secret(login)).contains(SECRET);
        assertThatThrownBy(() -> factors.open("somebody_else", stored(login)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secretsOfAnEarlierVersionAreSealedAtTheStart() {
        var login = World.administrator();
        World.PORT
                .db()
                .sql("update person set time_code_secret = :secret where login = :login")
                .param("secret", SECRET)
                .param("login", login)
                .update();
        assertThat(factors.secret(login)).contains(SECRET);

        factors.afterSingletonsInstantiated();

        assertThat(stored(login)).isNotEqualTo(SECRET);
        assertThat(factors.secret(login)).contains(SECRET);
    }

    private static byte[] stored(String login) {
        return World.PORT
                .db()
                .sql("select time_code_secret from person where login = :login")
                .param("login", login)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private static SecondFactor factor(boolean staffNeedOne) {
        return new SecondFactor(
                World.PORT.bean(StoredFactors.class), World.PORT.bean(SmsCodes.class), World.CLOCK, staffNeedOne);
    }

    private static Account staff(String mobile) {
        return account(Optional.empty(), mobile);
    }

    private static Account account(Optional<Long> enterprise, String mobile) {
        return new Account(
                "someone",
                "某人",
                enterprise,
                Set.of(Role.CUS_REG_REVIEWER),
                new Details("", "", mobile, "", "", ""),
                Set.of(),
                false,
                Instant.EPOCH,
                false,
                false,
                Instant.EPOCH);
    }
}
