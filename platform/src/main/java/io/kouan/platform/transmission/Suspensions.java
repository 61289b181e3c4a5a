package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells an enterprise that nothing more is taken from it, and why (N-72). */
@Component
class Suspensions {

    private final Notifications notifications;

    Suspensions(Notifications notifications) {
        this.notifications = notifications;
    }

    void tell(long enterprise, String reason) {
        var readers = List.of(
                new Reader(new Recipients.OfEnterprise(enterprise), ""),
                new Reader(new Recipients.Members(enterprise, Role.CS_USER), ""));
        notifications.tell("N-72", readers, Map.of("reason", reason));
    }
}
