package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskTimer(
            DeskAccounts accounts,
            DeskReview review,
            Notifications notifications,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.review = review;
        this.notifications = notifications;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        for (DeskAccount account : accounts.waiting()) {
            if (clock.instant().isAfter(review.due(account).due().toInstant())) {
                transaction.executeWithoutResult(status -> tell(account));
            }
        }
    }

    private void tell(DeskAccount account) {
        if (accounts.isFirstTold(account.id())) {
            notifications.tell(
                    "N-80",
                    List.of(new Reader(new Recipients.Holders(Role.CS_SUPERVISOR), "/desk/accounts/" + account.id())),
                    Map.of(
                            "kind",
                            "客服账号",
                            "kind.en",
                            "Customer service account",
                            "no",
                            account.login(),
                            "due",
                            TicketNews.time(review.due(account))));
        }
    }
}
