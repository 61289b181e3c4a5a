package io.kouan.platform.servicedesk;

import io.kouan.platform.port.Calendars;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** N-80 to the supervisors when a registration has waited too long (H-075), once. */
@Component
class DeskTimer {

    private final DeskAccounts accounts;
    private final DeskReview review;
    private final Calendars calendars;
    private final Escalation escalation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskTimer(
            DeskAccounts accounts,
            DeskReview review,
            Calendars calendars,
            Escalation escalation,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.review = review;
        this.calendars = calendars;
        this.escalation = escalation;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        var calendar = calendars.current();
        for (DeskAccount account : accounts.waiting()) {
            var due = review.due(account, calendar);
            if (clock.instant().isAfter(due.due().toInstant())) {
                transaction.executeWithoutResult(status -> {
                    if (accounts.isFirstTold(account.id())) {
                        escalation.tell(
                                Escalation.Kind.ACCOUNT,
                                account.login(),
                                "/desk/accounts/" + account.id(),
                                due,
                                calendar);
                    }
                });
            }
        }
    }
}
