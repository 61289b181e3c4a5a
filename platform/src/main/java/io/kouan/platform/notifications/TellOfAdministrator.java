package io.kouan.platform.notifications;

import io.kouan.platform.accounts.AdministratorChanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** N-93, or N-94 where a ticket asked for it: whoever was the administrator of an enterprise is told who is now, and so is that person (roles.md section 5). */
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
        var values = new HashMap<>(Map.of("name", changed.name(), "username", changed.login()));
        changed.ticket().ifPresent(number -> values.put("no", number));
        notifications.tell(changed.ticket().isPresent() ? "N-94" : "N-93", List.copyOf(readers), values);
    }

    private static Reader reader(String login) {
        return new Reader(new Recipients.OnePerson(login), "/account/enterprise");
    }
}
