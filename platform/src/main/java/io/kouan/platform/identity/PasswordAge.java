package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a password has to be changed before anything else: the first one, which somebody else chose, and one that a member of staff
 * has had for ninety days (roles.md section 5). Those of enterprises do not expire. In the sandbox none does, because its passwords
 * stand in a file; the setting says otherwise.
 */
@Component
class PasswordAge {

    private final Clock clock;
    private final int days;

    PasswordAge(
            Clock clock,
            @Value("${kouan.accounts.staff-password-days:#{${kouan.sandbox:true} ? 0 : 90}}") int staffPasswordDays) {
        this.clock = clock;
        this.days = staffPasswordDays;
    }

    /** Why. */
    enum Reason {
        /** 初始密码 */
        INITIAL,
        /** 密码已过期 */
        EXPIRED
    }

    Optional<Reason> change(Account account) {
        if (account.initialPassword()) {
            return Optional.of(Reason.INITIAL);
        }
        boolean expires = days > 0 && account.isStaff();
        var end = account.passwordSince().plus(Duration.ofDays(days));
        return expires && !clock.instant().isBefore(end) ? Optional.of(Reason.EXPIRED) : Optional.empty();
    }
}
