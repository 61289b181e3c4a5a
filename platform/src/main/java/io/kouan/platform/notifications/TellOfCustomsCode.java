package io.kouan.platform.notifications;

import io.kouan.platform.accounts.CustomsCodeJudged;
import io.kouan.platform.accounts.Role;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** N-13: the enterprise is told that the customs code it entered did not hold, in the finding's own transaction. */
@Component
class TellOfCustomsCode {

    private final Notifications notifications;

    TellOfCustomsCode(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void judged(CustomsCodeJudged judged) {
        if (judged.passed()) {
            return;
        }
        var readers =
                List.of(new Reader(new Recipients.Members(judged.enterprise(), Role.ENT_ADMIN), "/account/enterprise"));
        var values = Map.of(
                "form",
                "海关十位编码登记",
                "form.en",
                "Existing customs code",
                "no",
                judged.customsCode(),
                "reason",
                judged.reason());
        notifications.tell("N-13", readers, values);
    }
}
