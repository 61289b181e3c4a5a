package io.kouan.platform.licence;

import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds enterprises 30, 7 and 1 days before their licence (许可证) runs out (N-81), of each end and each time once. */
@Component
class LicenceExpiry {

    private static final int[] DAYS = {1, 7, 30};

    private final LicenceRegister register;
    private final Notifications notifications;
    private final Clock clock;

    LicenceExpiry(LicenceRegister register, Notifications notifications, Clock clock) {
        this.register = register;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Looks once an hour; what an hour missed, the next one finds. */
    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void look() {
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        for (ClientLicence licence : register.endingUntil(today, today.plusDays(DAYS[DAYS.length - 1]))) {
            var until = licence.says().until();
            var days = due(ChronoUnit.DAYS.between(today, until));
            if (days.isPresent() && register.isFirstReminder(licence.says().number(), until, days.getAsInt())) {
                notifications.tell(
                        "N-81",
                        new Recipients.OfEnterprise(licence.enterprise()),
                        Map.of("object", licence.says().number(), "date", until.toString()));
            }
        }
    }

    /** The nearest reminder only: after a standstill nobody gets three at once. */
    static OptionalInt due(long daysLeft) {
        return IntStream.of(DAYS).filter(days -> daysLeft <= days).findFirst();
    }
}
