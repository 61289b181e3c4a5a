package io.kouan.platform.notifications;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who wants copies of notifications by mail (接收邮件通知) or SMS (接收短信通知). */
@Repository
public class Choices {

    private final JdbcClient db;
    private final AuditLog audit;

    Choices(JdbcClient db, AuditLog audit) {
        this.db = db;
        this.audit = audit;
    }

    /** Which copies somebody gets. */
    public record Choice(boolean mail, boolean sms) {

        /** The site only: how it is until somebody chooses. */
        public static final Choice NONE = new Choice(false, false);
    }

    /** The choices of these people, in their order. */
    public Map<String, Choice> of(Collection<String> logins) {
        var choices = new LinkedHashMap<String, Choice>();
        logins.forEach(login -> choices.put(login, Choice.NONE));
        db.sql("select login, mail, sms from notification_choice where login = any(:logins)")
                .param("logins", logins.toArray(String[]::new))
                .query(row -> {
                    choices.put(row.getString("login"), new Choice(row.getBoolean("mail"), row.getBoolean("sms")));
                });
        return choices;
    }

    /** Chooses for somebody; a change is kept in the audit log. */
    @Transactional
    public void choose(String login, Choice choice, Actor by) {
        var before = of(List.of(login)).getOrDefault(login, Choice.NONE);
        if (choice.equals(before)) {
            return;
        }
        db.sql("""
                insert into notification_choice (login, mail, sms) values (:login, :mail, :sms)
                    on conflict (login) do update set mail = excluded.mail, sms = excluded.sms
                """)
                .param("login", login)
                .param("mail", choice.mail())
                .param("sms", choice.sms())
                .update();
        audit.write(AuditEntry.done(by.login(), by.name(), "", "notification-choice", login, "choose")
                .change(fields(before), fields(choice)));
    }

    private static Map<String, String> fields(Choice choice) {
        return Map.of("mail", Boolean.toString(choice.mail()), "sms", Boolean.toString(choice.sms()));
    }
}
