package io.kouan.platform.post;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as its sender sees it: what is due, and what came of it. */
@Repository
class Outgoing {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final int MOST_ATTEMPTS = PAUSES.size() + 1;
    /** Longer than an attempt can last with all its timeouts: whoever took a letter longer ago is gone. */
    private static final Duration BROKEN_OFF = Duration.ofMinutes(10);

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient db;
    private final Clock clock;

    Outgoing(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A letter that this sender has taken, and nobody else while it tries. */
    record Taken(UUID id, int attempt, Letter letter) {}

    /** Takes what is due longest and notes that it is about to be tried: committed before it is handed over. */
    @Transactional
    public Optional<Taken> take() {
        var taken = db.sql("""
                update letter
                   set state = 'SENDING', attempts = attempts + 1, due_at = :broken
                 where id = (select id from letter
                              where due_at <= :now and attempts < :most
                              order by due_at limit 1 for update skip locked)
                returning id, attempts, kind, receiver, subject, text, reply_to
                """)
                .param("now", now())
                .param("broken", now().plus(BROKEN_OFF))
                .param("most", MOST_ATTEMPTS)
                .query((row, index) -> new Taken(
                        row.getObject("id", UUID.class),
                        row.getInt("attempts"),
                        new Letter(
                                Letter.Kind.valueOf(row.getString("kind")),
                                row.getString("receiver"),
                                row.getString("subject"),
                                row.getString("text"),
                                row.getString("reply_to"))))
                .optional();
        taken.ifPresent(it -> db.sql("""
                        insert into letter_attempt (letter_id, number, started_at) values (:id, :number, :now)
                        """)
                .param("id", it.id())
                .param("number", it.attempt())
                .param("now", now())
                .update());
        return taken;
    }

    /** It has gone out. */
    @Transactional
    public void sent(Taken letter) {
        endAttempt(letter, "");
        end(letter, "SENT");
    }

    /** It has not; true where that was the last attempt. */
    @Transactional
    public boolean failed(Taken letter, String problem) {
        endAttempt(letter, problem);
        if (letter.attempt() >= MOST_ATTEMPTS) {
            end(letter, "FAILED");
            return true;
        }
        db.sql("update letter set state = 'WAITING', due_at = :due where id = :id and attempts = :attempt")
                .param("due", now().plus(PAUSES.get(letter.attempt() - 1)))
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .update();
        return false;
    }

    private void endAttempt(Taken letter, String problem) {
        db.sql(
                        "update letter_attempt set ended_at = :now, problem = :problem where letter_id = :id and number = :number")
                .param("now", now())
                .param("problem", problem)
                .param("id", letter.id())
                .param("number", letter.attempt())
                .update();
    }

    /** Address and text have done their duty: what is kept does not tell whom it was about. */
    private void end(Taken letter, String state) {
        db.sql("""
                update letter
                   set state = :state, due_at = null, ended_at = :now, receiver = :masked, subject = '', text = '', reply_to = ''
                 where id = :id and due_at is not null
                """)
                .param("state", state)
                .param("now", now())
                .param("masked", letter.letter().maskedTo())
                .param("id", letter.id())
                .update();
    }

    /** Gives up letters whose last attempt was broken off, and forgets old ones; how many were given up. */
    @Transactional
    public int tidy() {
        db.sql("delete from letter where ended_at < :old")
                .param("old", now().minus(REMEMBERED))
                .update();
        return db.sql("""
                update letter
                   set state = 'FAILED', due_at = null, ended_at = :now, receiver = '', subject = '', text = '', reply_to = ''
                 where due_at <= :now and attempts >= :most
                """).param("now", now()).param("most", MOST_ATTEMPTS).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
