package io.kouan.platform.notifications;

import io.kouan.platform.accounts.AdministratorChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** N-93: whoever was the administrator of an enterprise is told who is now, and so is that person (roles.md section 5). */
@Component
class TellOfAdministrator {

    private final Notifications notifications;

    TellOfAdministrator(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void changed(AdministratorChanged changed) {
        var readers = new ArrayList<Reader>();
        changed.former().forEach(login -> readers.add(reader(login)));
        readers.add(reader(changed.login()));
        notifications.tell("N-93", List.copyOf(readers), Map.of("name", changed.name(), "username", changed.login()));
    }

    private static Reader reader(String login) {
        return new Reader(new Recipients.OnePerson(login), "/account/enterprise");
    }
}
