package io.kouan.platform.staff;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.RepeatedRefusals;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Recipients;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody is refused again and again: the security administrators are told (AUD-09). */
@Component
class TellOfRepeatedRefusals {

    private static final String NOTIFICATION = "N-90";

    private final Notifications notifications;

    TellOfRepeatedRefusals(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void tell(RepeatedRefusals refusals) {
        notifications.tell(
                NOTIFICATION,
                new Recipients.Holders(Role.SEC_ADMIN),
                Map.of("login", refusals.login(), "times", Integer.toString(refusals.times())));
    }
}
