package io.kouan.platform.credentials;

import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Recipients;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the clock does to cards: reminders 30, 7 and 1 days before the end (N-81), each once, and 过期 at the end. */
@Component
class CardExpiry {

    private static final int[] DAYS = {30, 7, 1};

    private final Cards cards;
    private final CardSteps steps;
    private final Notifications notifications;
    private final Clock clock;

    CardExpiry(Cards cards, CardSteps steps, Notifications notifications, Clock clock) {
        this.cards = cards;
        this.steps = steps;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Looks once an hour; what an hour missed, the next one finds. */
    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void look() {
        var now = clock.instant();
        for (Card card : cards.endingBefore(now.plus(Duration.ofDays(DAYS[0])))) {
            if (card.validTo().isAfter(now)) {
                remind(card, Duration.between(now, card.validTo()));
            } else {
                steps.expire(card);
            }
        }
    }

    /** The nearest reminder only: after a standstill nobody gets three at once. */
    private void remind(Card card, Duration left) {
        int nearest = 0;
        for (int days : DAYS) {
            if (left.compareTo(Duration.ofDays(days)) <= 0) {
                nearest = days;
            }
        }
        if (nearest > 0 && cards.isFirstReminder(card.serial(), nearest)) {
            notifications.tell(
                    "N-81",
                    new Recipients.OfEnterprise(card.enterprise()),
                    Map.of("object", card.number(), "date", CardDesk.day(card).toString()));
        }
    }
}
