package io.kouan.platform.audit;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices who is refused again and again: five times in ten minutes is told, once in ten minutes (AUD-09). */
@Component
class RefusalWatch {

    static final String ALERT = "repeated_refusals";

    private static final int MANY = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final List<String> COUNTED = List.of("ERR_FORBIDDEN", "ERR_OUT_OF_SCOPE");

    private final JdbcClient db;
    private final AuditLog log;
    private final ApplicationEventPublisher events;

    RefusalWatch(JdbcClient db, AuditLog log, ApplicationEventPublisher events) {
        this.db = db;
        this.log = log;
        this.events = events;
    }

    @EventListener
    void count(AuditLog.Refused refused) {
        var entry = refused.entry();
        if (!COUNTED.contains(entry.result())) {
            return;
        }
        var since = refused.at().minus(WINDOW).atOffset(ZoneOffset.UTC);
        int times = db.sql("""
                select count(*) from audit_entry
                 where login = :login and at > :since and result <> 'done' and result = any(:counted)
                """)
                .param("login", entry.login())
                .param("since", since)
                .param("counted", COUNTED.toArray(String[]::new))
                .query(Integer.class)
                .single();
        boolean told = db.sql("""
                select exists (select from audit_entry
                                where kind = 'account' and object = :login and action = :alert and at > :since)
                """)
                .param("login", entry.login())
                .param("alert", ALERT)
                .param("since", since)
                .query(Boolean.class)
                .single();
        if (times >= MANY && !told) {
            var alert = AuditEntry.done("system", "系统", "SYSTEM", "account", entry.login(), ALERT)
                    .change(Map.of(), Map.of("times", Integer.toString(times)));
            log.append(alert, refused.at(), new Origin("", "", ""));
            events.publishEvent(new RepeatedRefusals(entry.login(), entry.name(), times));
        }
    }
}
