package io.kouan.platform.staff;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the clock does to the roles of staff: asks for their confirmation in time (N-91), and suspends what nobody confirmed (N-92). */
@Component
class RoleReviewClock {

    private static final List<Reader> GUARDS =
            List.of(new Reader(new Recipients.Holders(Role.SEC_ADMIN), "/staff/review"));

    private final RoleReview review;
    private final StaffAccounts accounts;
    private final Notifications notifications;
    private final AuditLog log;
    private final Clock clock;

    RoleReviewClock(RoleReview review, StaffAccounts accounts, Notifications notifications, AuditLog log, Clock clock) {
        this.review = review;
        this.accounts = accounts;
        this.notifications = notifications;
        this.log = log;
        this.clock = clock;
    }

    /** Looks once an hour; what an hour missed, the next one finds. */
    @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void look() {
        var now = clock.instant();
        var all = accounts.all();
        review.lapsed(all, now).forEach(this::suspend);
        review.ending(all, now).forEach(this::remind);
    }

    private void suspend(StaffAccount account) {
        if (!accounts.suspend(account)) {
            return; // confirmed at this very moment
        }
        var end = day(review.until(account).orElseThrow());
        log.write(AuditEntry.done("system", "系统", "SYSTEM", "staff_account", account.login(), "suspend_roles")
                .change(Map.of("roles", StaffDesk.names(account.roles()), "due", end), Map.of("roles", "")));
        notifications.tell("N-92", GUARDS, Map.of("login", account.login(), "date", end));
    }

    private void remind(StaffAccount account) {
        if (accounts.isFirstReminder(account)) {
            var asked = accounts.find(account.login()).orElseThrow();
            var end = day(review.until(asked).orElseThrow());
            notifications.tell("N-91", GUARDS, Map.of("login", account.login(), "date", end));
        }
    }

    static String day(Instant at) {
        return LocalDate.ofInstant(at, PortTime.ZONE).toString();
    }
}
