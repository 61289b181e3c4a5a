package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.WorkingCalendar;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 超时升级: N-80 to the supervisors when something is late, with an audit entry that says which deadline was computed by which calendar
 * (AUD-10). Whoever calls it knows that it is the first time, in the same transaction.
 */
@Component
class Escalation {

    private final Notifications notifications;
    private final AuditLog audit;

    Escalation(Notifications notifications, AuditLog audit) {
        this.notifications = notifications;
        this.audit = audit;
    }

    /** What can be late here. */
    enum Kind {
        TICKET("工单", "Ticket"),
        ACCOUNT("客服账号", "Customer service account");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    void tell(Kind kind, String number, String page, Deadline due, WorkingCalendar calendar) {
        var time = TicketNews.time(due);
        notifications.tell(
                "N-80",
                List.of(new Reader(new Recipients.Holders(Role.CS_SUPERVISOR), page)),
                Map.of("kind", kind.zh, "kind.en", kind.en, "no", number, "due", time));
        var program = Actor.program();
        audit.write(AuditEntry.done(program.login(), program.name(), Role.SYSTEM.name(), "deadline", number, "escalate")
                .change(
                        Map.of(),
                        Map.of(
                                "due",
                                time,
                                "calendar",
                                calendar.version(),
                                "working_days",
                                Integer.toString(due.counted().size()),
                                "provisional",
                                Boolean.toString(due.provisional()))));
    }
}
