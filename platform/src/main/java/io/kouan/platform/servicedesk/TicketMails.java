package io.kouan.platform.servicedesk;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails were read for which ticket, so that each counts once and nobody sends without end. */
@Repository
class TicketMails {

    private final JdbcClient db;
    private final Clock clock;

    TicketMails(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Notes a mail; false where it was noted before. Two that note the same one wait for each other. */
    boolean note(long ticket, String mail, String login, String result) {
        return db.sql("""
                insert into ticket_mail (record_id, digest, login, at, result) values (:record, :mail, :login, :now, :result)
                    on conflict do nothing
                """)
                        .param("record", ticket)
                        .param("mail", mail)
                        .param("login", login)
                        .param("now", now())
                        .param("result", result)
                        .update()
                == 1;
    }

    /** How many somebody sent in the last day. */
    int ofLastDay(String login) {
        return db.sql("select count(*) from ticket_mail where login = :login and at > :since")
                .param("login", login)
                .param("since", now().minus(Duration.ofDays(1)))
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
