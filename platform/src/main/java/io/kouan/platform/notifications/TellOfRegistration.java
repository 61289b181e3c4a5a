package io.kouan.platform.notifications;

import io.kouan.platform.accounts.Registered;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** N-01: whoever has registered is welcomed, in the registration's own transaction (H-003). */
@Component
class TellOfRegistration {

    private final Notifications notifications;

    TellOfRegistration(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void registered(Registered registered) {
        notifications.tell(
                "N-01", new Recipients.OnePerson(registered.login()), Map.of("username", registered.login()));
    }
}
